//! `POST /act_{ad_account_id}/campaigns`. Meta Marketing API, ad-account/campaigns.

use serde::Serialize;

use super::{Status, ad_set::PromotedObject};

/// A new campaign.
#[derive(Debug, Clone, Serialize)]
pub(in crate::meta) struct CampaignCreate {
    pub(in crate::meta) name: String,
    pub(in crate::meta) objective: String,
    pub(in crate::meta) status: Status,
    /// The one parameter that the specification marks as required; empty for none.
    pub(in crate::meta) special_ad_categories: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) special_ad_category_country: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) buying_type: Option<String>,
    /// Minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) daily_budget: Option<i64>,
    /// Minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) lifetime_budget: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) bid_strategy: Option<String>,
    /// Required (since v24) when the campaign has no budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) is_adset_budget_sharing_enabled: Option<bool>,
    /// Minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) spend_cap: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) promoted_object: Option<PromotedObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) stop_time: Option<String>,
}

//! `POST /campaign/create/`: the manual flow. Source: SDK `CampaignCreateBody.md`.

use domain::deployment::Pending;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::{OperationStatus, optional_fields};

/// The body of `/campaign/create/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CampaignCreate {
    /// The ad account.
    pub(crate) advertiser_id: String,
    /// At most 512 units (CJK characters count two), no emoji.
    pub(crate) campaign_name: String,
    /// Always DISABLE: `TikTok`'s default would go live.
    pub(crate) operation_status: OperationStatus,
    /// Idempotency key: a 64-bit integer as text.
    pub(crate) request_id: Pending,
    /// The planner's configuration.
    #[serde(flatten)]
    pub(crate) fields: CampaignFields,
}

optional_fields! {
    /// What a planner can say of a campaign.
    struct CampaignFields {
        /// Advertising objective; immutable.
        objective_type: String,
        /// Immutable.
        budget_mode: String,
        /// Currency units; with every mode but `BUDGET_MODE_INFINITE`.
        budget: Number,
        /// Campaign budget optimisation; the default of this endpoint is false.
        budget_optimize_on: bool,
        /// HOUSING, EMPLOYMENT, CREDIT; can be removed later, never added.
        special_industries: Vec<String>,
        app_promotion_type: String,
        /// For iOS 14 campaigns.
        app_id: String,
        campaign_type: String,
        campaign_app_profile_page_state: String,
        disable_skan_campaign: bool,
        is_advanced_dedicated_campaign: bool,
        postback_window_mode: String,
        virtual_objective_type: String,
        sales_destination: String,
        campaign_product_source: String,
        catalog_enabled: bool,
        is_search_campaign: bool,
        rf_campaign_type: String,
        po_number: String,
        rta_id: String,
        rta_bid_enabled: bool,
        rta_product_selection_enabled: bool,
        /// This and the three below: with campaign budget optimisation only.
        bid_type: String,
        deep_bid_type: String,
        roas_bid: Number,
        optimization_goal: String,
    }
}

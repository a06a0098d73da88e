//! Changes of campaigns that exist. Source: SDK `CampaignStatusUpdateBody.md`, `CampaignUpdateBody.md`; the Smart+ bodies
//! have the same fields.

use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::OperationStatus;

/// The body of `/campaign/status/update/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CampaignStatusUpdate {
    /// The ad account.
    pub(crate) advertiser_id: String,
    /// 1 to 20 campaigns; we send one.
    pub(crate) campaign_ids: Vec<String>,
    /// What they become.
    pub(crate) operation_status: OperationStatus,
}

/// The body of `/campaign/update/`, of which only the budget is changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CampaignBudgetUpdate {
    /// The ad account.
    pub(crate) advertiser_id: String,
    /// The campaign.
    pub(crate) campaign_id: String,
    /// Currency units; at least 105 % of what was spent. The mode cannot be changed.
    pub(crate) budget: Number,
}

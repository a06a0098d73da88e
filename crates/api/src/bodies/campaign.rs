//! Campaigns.

use domain::Campaign;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rfc3339;
use crate::words::CampaignStatusWord;

/// A campaign.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Campaign)]
pub(crate) struct CampaignBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The generated name; unique, and never changed.
    #[schema(example = "DIS_US_MULTI_2026_MoanaLaunch")]
    pub(crate) name: String,
    /// The name that the planner typed.
    #[schema(example = "Moana Launch!")]
    pub(crate) campaign_name: String,
    /// The brand.
    pub(crate) brand_id: Uuid,
    /// The market.
    pub(crate) market_id: Uuid,
    /// The most that all its tickets may spend: an exact decimal in `currency`.
    #[schema(example = "50000.00")]
    pub(crate) budget: String,
    /// ISO 4217.
    #[schema(example = "USD")]
    pub(crate) currency: &'static str,
    /// Its status.
    pub(crate) status: CampaignStatusWord,
    /// First day of the flight (`2026-05-01`).
    #[schema(format = Date)]
    pub(crate) start_date: Option<String>,
    /// Last day of the flight.
    #[schema(format = Date)]
    pub(crate) end_date: Option<String>,
    /// The time of its creation (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// Grows by one with each change; also the `ETag`.
    pub(crate) version: i64,
}

impl From<Campaign> for CampaignBody {
    fn from(campaign: Campaign) -> Self {
        Self {
            id: campaign.id.0,
            name: campaign.name,
            campaign_name: campaign.campaign_name,
            brand_id: campaign.brand_id.0,
            market_id: campaign.market_id.0,
            budget: campaign.budget.to_decimal(),
            currency: campaign.budget.currency.code(),
            status: campaign.status.into(),
            start_date: campaign.start_date.map(|date| date.to_string()),
            end_date: campaign.end_date.map(|date| date.to_string()),
            created_at: rfc3339(campaign.created_at),
            updated_at: rfc3339(campaign.updated_at),
            version: campaign.version,
        }
    }
}

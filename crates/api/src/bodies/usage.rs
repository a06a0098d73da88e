//! The usage of campaigns by their tickets.

use app::CampaignUsage;
use domain::Money;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::words::TicketStatusWord;

/// The usage of a campaign by its tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignUsage)]
pub(crate) struct CampaignUsageBody {
    /// The campaign.
    pub(crate) campaign_id: Uuid,
    /// The sum of the planned budgets of its tickets that create objects, in every state: an exact decimal in
    /// `currency`; null if there is none. (QA itself leaves out refused tickets.)
    #[schema(example = "1230.00")]
    pub(crate) planned: Option<String>,
    /// ISO 4217.
    #[schema(example = "USD")]
    pub(crate) currency: &'static str,
    /// The numbers of its tickets by channel and status; empty combinations are left out.
    pub(crate) tickets: Vec<TicketCountBody>,
}

/// The number of a campaign's tickets with a status on a channel.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketCount)]
pub(crate) struct TicketCountBody {
    /// The channel.
    pub(crate) channel_id: Uuid,
    /// The status.
    pub(crate) status: TicketStatusWord,
    /// The number of tickets.
    pub(crate) count: u64,
}

impl From<CampaignUsage> for CampaignUsageBody {
    fn from(usage: CampaignUsage) -> Self {
        let tickets = usage.tickets.into_iter().map(|group| TicketCountBody {
            channel_id: group.channel_id.0,
            status: group.status.into(),
            count: group.count,
        });
        Self {
            campaign_id: usage.campaign_id.0,
            planned: usage.planned.map(Money::to_decimal),
            currency: usage.currency.code(),
            tickets: tickets.collect(),
        }
    }
}

//! What the tickets of campaigns use of them.

use domain::Money;
use serde::Serialize;
use store::usage::CampaignUsage;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::words::TicketStatusWord;

/// What the tickets of a campaign use of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignUsage)]
pub(crate) struct CampaignUsageBody {
    /// The campaign.
    pub(crate) campaign_id: Uuid,
    /// What its tickets that create objects plan to spend, in whatever state they are: exact decimal in `currency`; null
    /// where none plans anything. (QA itself leaves out what it refused.)
    #[schema(example = "1230.00")]
    pub(crate) planned: Option<String>,
    /// ISO 4217.
    #[schema(example = "USD")]
    pub(crate) currency: &'static str,
    /// How many of its tickets are where on which channel; combinations that no ticket has are left out.
    pub(crate) tickets: Vec<TicketCountBody>,
}

/// How many tickets of a campaign have a status on a channel.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketCount)]
pub(crate) struct TicketCountBody {
    /// The channel.
    pub(crate) channel_id: Uuid,
    /// The status.
    pub(crate) status: TicketStatusWord,
    /// How many tickets.
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

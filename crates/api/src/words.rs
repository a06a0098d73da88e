//! Closed sets of words in bodies and parameters.

use domain::{CampaignStatus, RequestType, TicketStatus};
use serde::Deserialize;
use utoipa::ToSchema;

/// Where a campaign is in its life.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = CampaignStatus)]
pub(crate) enum CampaignStatusWord {
    Draft,
    Active,
    Paused,
    Completed,
}

impl From<CampaignStatusWord> for CampaignStatus {
    fn from(word: CampaignStatusWord) -> Self {
        match word {
            CampaignStatusWord::Draft => Self::Draft,
            CampaignStatusWord::Active => Self::Active,
            CampaignStatusWord::Paused => Self::Paused,
            CampaignStatusWord::Completed => Self::Completed,
        }
    }
}

/// What a ticket asks of its platform.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = RequestType)]
pub(crate) enum RequestTypeWord {
    CreateCampaign,
    CreateCampaignTree,
    Pause,
    Resume,
    UpdateBudget,
}

impl From<RequestTypeWord> for RequestType {
    fn from(word: RequestTypeWord) -> Self {
        match word {
            RequestTypeWord::CreateCampaign => Self::CreateCampaign,
            RequestTypeWord::CreateCampaignTree => Self::CreateCampaignTree,
            RequestTypeWord::Pause => Self::Pause,
            RequestTypeWord::Resume => Self::Resume,
            RequestTypeWord::UpdateBudget => Self::UpdateBudget,
        }
    }
}

/// Where a ticket is.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = TicketStatus)]
pub(crate) enum TicketStatusWord {
    Draft,
    QaTesting,
    QaFailed,
    ReadyForApi,
    TraffickedSuccess,
    Failed,
}

impl From<TicketStatusWord> for TicketStatus {
    fn from(word: TicketStatusWord) -> Self {
        match word {
            TicketStatusWord::Draft => Self::Draft,
            TicketStatusWord::QaTesting => Self::QaTesting,
            TicketStatusWord::QaFailed => Self::QaFailed,
            TicketStatusWord::ReadyForApi => Self::ReadyForApi,
            TicketStatusWord::TraffickedSuccess => Self::TraffickedSuccess,
            TicketStatusWord::Failed => Self::Failed,
        }
    }
}

//! Closed sets of words in bodies and parameters.

use domain::{CampaignStatus, RequestType, TicketStatus, deployment::DeploymentStatus, deployment::StepState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The words of an enum of the domain, in both directions.
macro_rules! words {
    ($(#[$docs:meta])* $word:ident, $schema:ident of $domain:ident: $($variant:ident),+) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        #[schema(as = $schema)]
        pub(crate) enum $word {
            $($variant),+
        }

        impl From<$word> for $domain {
            fn from(word: $word) -> Self {
                match word {
                    $($word::$variant => Self::$variant),+
                }
            }
        }

        impl From<$domain> for $word {
            fn from(value: $domain) -> Self {
                match value {
                    $($domain::$variant => Self::$variant),+
                }
            }
        }
    };
}

words! {
    /// Where a campaign is in its life.
    CampaignStatusWord, CampaignStatus of CampaignStatus: Draft, Active, Paused, Completed
}

words! {
    /// What a ticket asks of its platform.
    RequestTypeWord, RequestType of RequestType: CreateCampaign, CreateCampaignTree, Pause, Resume, UpdateBudget
}

words! {
    /// Where a ticket is.
    TicketStatusWord, TicketStatus of TicketStatus: Draft, QaTesting, QaFailed, ReadyForApi, TraffickedSuccess, Failed
}

words! {
    /// Where a deployment is.
    DeploymentStatusWord, DeploymentStatus of DeploymentStatus: Pending, Started, Retry, Success, Failure, Revoked
}

/// Where a step is; `SENT` as long as its outcome is not known.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = StepState)]
pub(crate) enum StepStateWord {
    Planned,
    Sent,
    Done,
    Refused,
}

impl From<&StepState> for StepStateWord {
    fn from(state: &StepState) -> Self {
        match state {
            StepState::Planned => Self::Planned,
            StepState::Sent { .. } => Self::Sent,
            StepState::Done { .. } => Self::Done,
            StepState::Refused { .. } => Self::Refused,
        }
    }
}

/// What reading an object back showed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReadBackOutcome)]
pub(crate) enum ReadBackWord {
    Agrees,
    Differs,
    Unread,
}

/// Whether something is sent for an account: `paused` by a person, `parked` by what the platform answered.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AccountState)]
pub(crate) enum AccountStateWord {
    Free,
    Paused,
    Parked,
}

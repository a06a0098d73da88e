//! Closed lists of words in bodies and parameters.

use std::borrow::Cow;
use strum::IntoEnumIterator as _;

use app::operate::Standing;
use domain::{
    CampaignStatus, RequestType, TicketStatus,
    channel::Platform,
    deployment::{DeploymentStatus, StepState},
    job::{ItemState, JobKind, JobStatus},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};

/// The words of an enum of the domain, in both directions.
macro_rules! words {
    ($(#[$docs:meta])* $word:ident, $schema:ident of $domain:ident, $case:tt: $($variant:ident),+) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = $case)]
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
    /// The stage of a campaign's life.
    CampaignStatusWord, CampaignStatus of CampaignStatus, "SCREAMING_SNAKE_CASE": Draft, Active, Paused, Completed
}

words! {
    /// The request of a ticket to its platform.
    RequestTypeWord, RequestType of RequestType, "SCREAMING_SNAKE_CASE":
        CreateCampaign, CreateCampaignTree, Pause, Resume, UpdateBudget
}

words! {
    /// The state of a ticket.
    TicketStatusWord, TicketStatus of TicketStatus, "SCREAMING_SNAKE_CASE":
        Draft, QaTesting, QaFailed, ReadyForApi, TraffickedSuccess, Failed
}

words! {
    /// The status of a deployment.
    DeploymentStatusWord, DeploymentStatus of DeploymentStatus, "SCREAMING_SNAKE_CASE":
        Pending, Started, Retry, Success, Failure, Revoked
}

/// The state of a step; `SENT` while its outcome is unknown.
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

/// The result of a verification.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReadBackOutcome)]
pub(crate) enum ReadBackWord {
    Agrees,
    Differs,
    Unread,
}

/// The state of an account: `paused` by a person, `parked` by the platform's answer.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = AccountState)]
pub(crate) enum AccountStateWord {
    Free,
    Paused,
    Parked,
}

impl From<Standing> for AccountStateWord {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Free => Self::Free,
            Standing::Paused => Self::Paused,
            Standing::Parked => Self::Parked,
        }
    }
}

words! {
    /// The work of a job on each ticket: requests a deployment; runs QA again first, where the ticket failed.
    JobKindWord, JobKind of JobKind, "snake_case": Deploy, Retry
}

words! {
    /// The state of a job: it has items left to do, or not.
    JobStatusWord, JobStatus of JobStatus, "snake_case": Running, Done, Stopped
}

/// The result of a job's item, or `waiting`.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = JobItemState)]
pub(crate) enum JobItemStateWord {
    Waiting,
    Accepted,
    Refused,
    Stopped,
}

impl From<&ItemState> for JobItemStateWord {
    fn from(state: &ItemState) -> Self {
        match state {
            ItemState::Waiting => Self::Waiting,
            ItemState::Accepted { .. } => Self::Accepted,
            ItemState::Refused { .. } => Self::Refused,
            ItemState::Stopped => Self::Stopped,
        }
    }
}

/// The platform of a channel.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct PlatformWord(Platform);

impl PartialSchema for PlatformWord {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("The platform of a channel."))
            .enum_values(Some(Platform::iter().map(Platform::key)))
            .into()
    }
}

impl ToSchema for PlatformWord {
    fn name() -> Cow<'static, str> {
        "ChannelPlatform".into()
    }
}

impl From<PlatformWord> for Platform {
    fn from(word: PlatformWord) -> Self {
        word.0
    }
}

impl From<Platform> for PlatformWord {
    fn from(platform: Platform) -> Self {
        Self(platform)
    }
}

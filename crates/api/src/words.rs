//! Closed lists of words in bodies and parameters.

use std::borrow::Cow;

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
    /// The status of a campaign.
    CampaignStatusWord, CampaignStatus of CampaignStatus: Draft, Active, Paused, Completed
}

words! {
    /// The type of a ticket's request to its platform.
    RequestTypeWord, RequestType of RequestType: CreateCampaign, CreateCampaignTree, Pause, Resume, UpdateBudget
}

words! {
    /// The status of a ticket.
    TicketStatusWord, TicketStatus of TicketStatus: Draft, QaTesting, QaFailed, ReadyForApi, TraffickedSuccess, Failed
}

words! {
    /// The status of a deployment.
    DeploymentStatusWord, DeploymentStatus of DeploymentStatus: Pending, Started, Retry, Success, Failure, Revoked
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

/// The action of a job on each ticket: deploys it; for a retry, runs QA again first if the ticket failed.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = JobKind)]
pub(crate) enum JobKindWord {
    Deploy,
    Retry,
}

impl From<JobKind> for JobKindWord {
    fn from(kind: JobKind) -> Self {
        match kind {
            JobKind::Deploy => Self::Deploy,
            JobKind::Retry => Self::Retry,
        }
    }
}

/// The status of a job.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = JobStatus)]
pub(crate) enum JobStatusWord {
    Running,
    Done,
    Stopped,
}

impl From<JobStatus> for JobStatusWord {
    fn from(status: JobStatus) -> Self {
        match status {
            JobStatus::Running => Self::Running,
            JobStatus::Done => Self::Done,
            JobStatus::Stopped => Self::Stopped,
        }
    }
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
            .description(Some("The platform that a channel is on."))
            .enum_values(Some(Platform::ALL.map(Platform::key)))
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

//! Closed sets of words in bodies and parameters.

use domain::{
    CampaignStatus, RequestType, TicketStatus,
    channel::Platform,
    deployment::{DeploymentStatus, StepState},
    job::{ItemState, JobKind, JobStatus},
};
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

/// What a job does with each ticket: requests a deployment; runs QA again first, where the ticket failed.
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

/// Whether a job has items left to do.
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

/// The result of a job's item, or that it has none.
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

/// The platform that a channel is on.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ChannelPlatform)]
pub(crate) enum PlatformWord {
    Meta,
    Tiktok,
    GoogleAds,
}

impl From<PlatformWord> for Platform {
    fn from(word: PlatformWord) -> Self {
        match word {
            PlatformWord::Meta => Self::Meta,
            PlatformWord::Tiktok => Self::Tiktok,
            PlatformWord::GoogleAds => Self::GoogleAds,
        }
    }
}

impl From<Platform> for PlatformWord {
    fn from(platform: Platform) -> Self {
        match platform {
            Platform::Meta => Self::Meta,
            Platform::Tiktok => Self::Tiktok,
            Platform::GoogleAds => Self::GoogleAds,
        }
    }
}

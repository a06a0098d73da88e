//! Deployments: carrying a ticket's steps to the platform, each object once.

pub mod account;
pub mod attempt;
pub mod engine;
mod failures;
pub mod next;
pub mod outcome;
pub mod request;
pub mod retry;
pub mod step;

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};
use uuid::Uuid;

use crate::{AccountRef, DeploymentId, TicketId, Timestamp};

pub use attempt::AttemptRecord;
pub use failures::FailureFilter;
pub use next::{Next, Verdict};
pub use outcome::{Cause, InFlight, Outcome, Scope};
pub use request::{Pending, Place, Reference, RequestTemplate, Source, Unsendable};
pub use retry::RetryPolicy;
pub use step::{Difference, Lookup, ObjectKind, Parent, PlannedStep, ReadBack, Step, StepState};

/// The status of a deployment. The words are Celery's.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, EnumIter, VariantNames,
)]
#[serde(rename_all = "UPPERCASE")]
#[strum(serialize_all = "UPPERCASE")]
pub enum DeploymentStatus {
    /// Accepted, not yet taken up.
    Pending,
    /// A worker drives it.
    Started,
    /// It waits: for a retry, a look-up, or its account.
    Retry,
    /// The platform has every object.
    Success,
    /// It ended without success, with a reason.
    Failure,
    /// Cancelled before anything was sent.
    Revoked,
}

impl DeploymentStatus {
    /// Returns whether it will still be driven.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Pending | Self::Started | Self::Retry)
    }
}

/// One deployment of a ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct Deployment {
    /// Identity; the API's `task_id`.
    pub id: DeploymentId,
    /// The ticket.
    pub ticket_id: TicketId,
    /// The account whose quota and token it uses.
    pub account: AccountRef,
    /// The state.
    pub status: DeploymentStatus,
    /// The number of times that a worker took it up.
    pub attempt: i32,
    /// The number of its retries that are used up.
    pub retries: i32,
    /// When it may be taken up (again).
    pub due_at: Timestamp,
    /// The token of the lease; every write of a worker names it.
    pub lease_token: Option<Uuid>,
    /// Until when.
    pub lease_until: Option<Timestamp>,
    /// The reason of its failure, or of its wait.
    pub error: Option<String>,
    /// The time of its acceptance.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The time of its end.
    pub finished_at: Option<Timestamp>,
}

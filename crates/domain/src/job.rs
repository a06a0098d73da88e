//! Jobs: work on many tickets that is accepted at once and runs item by item.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::{DeploymentId, JobId, TicketId, Timestamp, event::Actor};

/// The work of a job on each of its tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum JobKind {
    /// Requests a deployment.
    Deploy,
    /// Runs QA again if the ticket failed, then requests a deployment.
    Retry,
}

/// The state of a job: it has items left to do, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum JobStatus {
    /// It has items left.
    Running,
    /// Every item has its result.
    Done,
    /// A person stopped it before its end.
    Stopped,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Identity.
    pub id: JobId,
    /// The action on each ticket.
    pub kind: JobKind,
    /// The person who requested it.
    pub actor: Actor,
    /// Its status.
    pub status: JobStatus,
    /// The number of items.
    pub total: i32,
    /// The number of accepted items.
    pub accepted: i32,
    /// The number of refused items.
    pub refused: i32,
    /// The time of its acceptance.
    pub created_at: Timestamp,
    /// The time of its last progress.
    pub updated_at: Timestamp,
    /// The time of its end.
    pub finished_at: Option<Timestamp>,
}

impl Job {
    /// The number of items that have a result.
    pub fn done(&self) -> i32 {
        self.accepted + self.refused
    }

    /// The number of items that were never done because the job was stopped.
    pub fn stopped(&self) -> i32 {
        if self.status == JobStatus::Stopped { self.total - self.done() } else { 0 }
    }
}

/// The reason why an item was refused. Its word is stored with the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Refusal {
    /// There is no such ticket.
    NotFound,
    /// Something in the ticket is invalid.
    Invalid,
    /// A name or code is taken.
    Taken,
    /// The ticket is not ready to be deployed.
    NotReady,
    /// It is not possible in the current state.
    Conflict,
    /// The ticket changed at the same moment.
    Stale,
    /// It failed on our side, repeatedly.
    Internal,
}

/// The result of an item, or `Waiting`.
#[derive(Debug, Clone, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum ItemState {
    /// It is not done yet.
    Waiting,
    /// The ticket's deployment was accepted, or was active already.
    Accepted {
        /// The deployment.
        deployment: DeploymentId,
        /// A sentence for a person.
        message: String,
    },
    /// The ticket is not deployed.
    Refused {
        /// The reason as a word.
        refusal: Refusal,
        /// The reason as a sentence for a person.
        message: String,
    },
    /// The job was stopped before this item.
    Stopped,
}

/// One ticket of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobItem {
    /// Identity. The items of a job run in the order of their ids.
    pub id: crate::JobItemId,
    /// The ticket.
    pub ticket_id: TicketId,
    /// The result, or `Waiting`.
    pub state: ItemState,
}

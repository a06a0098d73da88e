//! Jobs: work on many tickets that is accepted at once and carried out one item after another.

use crate::{DeploymentId, JobId, TicketId, Timestamp, event::Actor};

/// What a job does with each of its tickets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobKind {
    /// Requests a deployment.
    Deploy,
    /// Runs QA again where the ticket failed, then requests a deployment.
    Retry,
}

impl JobKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Deploy, Self::Retry];

    /// The kind as the API and the database write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Deploy => "deploy",
            Self::Retry => "retry",
        }
    }

    /// The kind of that word.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// Whether a job has items left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobStatus {
    /// It has.
    Running,
    /// Every item has its result.
    Done,
    /// A person stopped it before that.
    Stopped,
}

impl JobStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Running, Self::Done, Self::Stopped];

    /// The status as the API and the database write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// The status of that word.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Identity.
    pub id: JobId,
    /// What it does with each ticket.
    pub kind: JobKind,
    /// Who requested it.
    pub actor: Actor,
    /// Whether it has items left to do.
    pub status: JobStatus,
    /// How many items it has.
    pub total: i32,
    /// How many were accepted.
    pub accepted: i32,
    /// How many were refused.
    pub refused: i32,
    /// When it was accepted.
    pub created_at: Timestamp,
    /// When it last made progress.
    pub updated_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

impl Job {
    /// How many items have a result.
    pub fn done(&self) -> i32 {
        self.accepted + self.refused
    }

    /// How many items were never done because the job was stopped.
    pub fn stopped(&self) -> i32 {
        if self.status == JobStatus::Stopped { self.total - self.done() } else { 0 }
    }
}

/// Why an item was refused. Its word is stored with the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// There is no such ticket.
    NotFound,
    /// Something in the ticket is invalid.
    Invalid,
    /// A name or code is taken.
    Taken,
    /// The ticket is not ready to be deployed.
    NotReady,
    /// It cannot be done as things stand.
    Conflict,
    /// The ticket changed at the same moment.
    Stale,
    /// It failed on our side, repeatedly.
    Internal,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 7] =
        [Self::NotFound, Self::Invalid, Self::Taken, Self::NotReady, Self::Conflict, Self::Stale, Self::Internal];

    /// The reason as the database writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Invalid => "invalid",
            Self::Taken => "taken",
            Self::NotReady => "not_ready",
            Self::Conflict => "conflict",
            Self::Stale => "stale",
            Self::Internal => "internal",
        }
    }

    /// The reason of that word.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.as_str() == text)
    }
}

/// The result of an item, or that it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// Why, as a word.
        refusal: Refusal,
        /// Why, as a sentence for a person.
        message: String,
    },
    /// The job was stopped before this item.
    Stopped,
}

impl ItemState {
    /// Every state's word.
    pub const WORDS: [&str; 4] = ["waiting", "accepted", "refused", "stopped"];

    /// The state as the API and the database write it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Accepted { .. } => "accepted",
            Self::Refused { .. } => "refused",
            Self::Stopped => "stopped",
        }
    }
}

/// One ticket of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobItem {
    /// Identity. The items of a job are done in the order of their ids.
    pub id: crate::JobItemId,
    /// The ticket.
    pub ticket_id: TicketId,
    /// The result, or that there is none yet.
    pub state: ItemState,
}

//! Changes with their guards: what the store commits as a whole, or not at all.

use std::time::Duration;

use uuid::Uuid;

use crate::{
    AccountRef, DeploymentId, StepId, TicketId, Timestamp, Version,
    deployment::{
        DeploymentStatus, Step,
        account::{Park, ParkReason},
    },
    qa::Finding,
    ticket::TicketState,
};

use super::{Breaker, TicketHead};

/// Changes to a deployment and all that belongs to it, and the guards that they depend on.
#[derive(Debug, Clone, PartialEq)]
pub struct GuardedWrite {
    /// The deployment.
    pub id: DeploymentId,
    /// The guards. Where one does not hold, nothing is written.
    pub expects: Expects,
    /// The deployment's new columns.
    pub deployment: DeploymentWrite,
    /// The steps that change, each as it will be.
    pub steps: Vec<Step>,
    /// The ticket's new columns.
    pub ticket: Option<TicketWrite>,
    /// The circuit breakers of the account and the platform. Each is guarded, whether or not it changes.
    pub breakers: Vec<BreakerWrite>,
    /// The accounts, or platforms, that may be called again: their deployments that waited for it are due.
    pub due_again: Vec<AccountRef>,
    /// The accounts, or platforms, whose outage ends at this moment.
    pub outages: Vec<AccountRef>,
    /// Its entries in the event log.
    pub events: Vec<Happened>,
    /// The moment of the decision.
    pub now: Timestamp,
}

/// The guards of a write.
#[derive(Debug, Clone, PartialEq)]
pub struct Expects {
    /// The guard of the deployment's row.
    pub deployment: DeploymentGuard,
    /// The ticket is at this version.
    pub ticket: Option<(TicketId, Version)>,
    /// The account and its platform have no circuit breaker.
    pub no_breaker: bool,
    /// The account and its platform are not paused.
    pub no_hold: bool,
}

/// The guard of a deployment's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeploymentGuard {
    /// It is leased under this token.
    Leased(Uuid),
    /// It is active, nobody has a good lease on it, and nobody has driven it since it was read: each claim counts up, and
    /// each write under a lease extends that lease or ends it.
    Unleased {
        /// The number of claims that were read.
        attempt: i32,
        /// The end of the last lease, as it was read.
        lease_until: Option<Timestamp>,
        /// Set where it must be due.
        due: bool,
    },
}

/// A deployment's new columns.
#[derive(Debug, Clone, PartialEq)]
pub struct DeploymentWrite {
    /// The status.
    pub status: DeploymentStatus,
    /// The number of claims.
    pub attempt: i32,
    /// The number of retries used.
    pub retries: i32,
    /// Set where it waits for its account only.
    pub parked: bool,
    /// The reason of its end, or of its wait.
    pub error: Option<String>,
    /// The lease's token, and how long the lease lasts from the commit on; none ends the lease.
    pub lease: Option<(Uuid, Duration)>,
    /// When it is due.
    pub due: Due,
}

/// When a deployment is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// When it was due before.
    Unchanged,
    /// So long after the commit.
    In(Duration),
}

/// A ticket's new columns.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketWrite {
    /// Which ticket.
    pub id: TicketId,
    /// Its state.
    pub state: TicketState,
    /// Its findings.
    pub findings: Vec<Finding>,
    /// Its version.
    pub version: Version,
}

/// A circuit breaker's new row.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakerWrite {
    /// The account.
    pub account: AccountRef,
    /// The version that was read; none where there was no row.
    pub read: Option<Version>,
    /// The new row; none closes the breaker.
    pub after: Option<Breaker>,
    /// Set where the row changes; one that does not is only guarded.
    pub changes: bool,
}

/// An entry in the event log.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// A worker took the deployment up.
    Started {
        /// For the how manieth time.
        attempt: i32,
    },
    /// The deployment waits.
    Waiting {
        /// For how long.
        delay: Duration,
        /// Why, as a sentence.
        why: String,
    },
    /// The deployment ended.
    Ended {
        /// The status at the end.
        status: DeploymentStatus,
        /// Why, where it failed.
        reason: Option<String>,
    },
    /// The deployment was cancelled; it had this status.
    Cancelled {
        /// The status before.
        before: DeploymentStatus,
    },
    /// The circuit breaker of an account opened.
    Parked {
        /// The reason.
        park: Park,
        /// For how long.
        delay: Duration,
    },
    /// The circuit breaker of an account closed.
    Freed {
        /// The account.
        account: AccountRef,
        /// The reason why it had opened.
        reason: ParkReason,
    },
    /// The ticket moved.
    TicketMoved {
        /// The ticket before.
        before: Box<TicketHead>,
        /// The ticket after.
        after: Box<TicketHead>,
    },
}

impl GuardedWrite {
    /// Returns whether it touches nothing but the deployment, its steps and its ticket.
    pub fn is_plain(&self) -> bool {
        self.breakers.is_empty() && self.due_again.is_empty() && self.outages.is_empty()
    }

    /// The ids of the steps that change.
    pub fn step_ids(&self) -> impl Iterator<Item = StepId> {
        self.steps.iter().map(|step| step.id)
    }
}

//! The deployment engine's decisions, as one pure function: what is known of a deployment, and what has just happened, become
//! the changes to be made, the guards that they depend on, and what the worker does next.
//!
//! The caller commits the changes as a whole, if every guard still holds. Where one does not, it reads again and decides again:
//! there is no other way to change a deployment. A deployment is worked on under a lease, whose token each write names.
//!
//! Begin with [`decide`], then `take_up.rs` and `answered.rs`.

mod answered;
mod breakers;
mod ending;
mod exchange;
mod snapshot;
mod stop;
mod take_up;
mod write;

use std::time::Duration;

use uuid::Uuid;

use crate::Timestamp;

use super::{DeploymentStatus, RetryPolicy};

pub use breakers::{Breaker, Breakers, Trial};
pub use exchange::{Answered, Exchange, Mode};
pub use snapshot::{Snapshot, TicketHead};
pub use stop::Uncancellable;
pub use write::{BreakerWrite, DeploymentGuard, DeploymentWrite, Due, Expects, GuardedWrite, Happened, TicketWrite};

/// The rules that decisions follow.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The times of retries.
    pub retry: &'a RetryPolicy,
    /// The length of a lease.
    pub lease: Duration,
}

/// An event that a decision answers.
#[derive(Debug, Clone)]
pub enum Input {
    /// A worker has time for it.
    TakeUp {
        /// The token of the lease that the worker asks for.
        token: Uuid,
    },
    /// A platform answered a step, or did not.
    Answered(Box<Answered>),
    /// The database keeps refusing to store how the deployment went.
    Unstorable {
        /// The token of the worker's lease, which may be lost.
        token: Uuid,
        /// The database's reason, as a sentence for people.
        reason: String,
        /// A random number in `0..1`.
        chance: f64,
    },
    /// The worker stops working on it. What it sent is looked up by the next one.
    GiveBack {
        /// The token of the worker's lease.
        token: Uuid,
    },
    /// A person cancels it.
    Cancel,
}

/// A decision: the changes, and what follows once they are committed.
#[derive(Debug, Clone)]
pub struct Decision {
    /// The changes and their guards.
    pub write: GuardedWrite,
    /// The worker's next move.
    pub then: Then,
    /// The deployment as it is once the changes are committed.
    pub after: Snapshot,
}

/// A worker's move after its write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It exchanges something with the platform.
    Perform {
        /// The index of the step.
        index: usize,
        /// The kind of the exchange.
        mode: Mode,
    },
    /// The deployment waits for so long.
    Wait(Duration),
    /// The deployment is over.
    End(DeploymentStatus),
    /// The worker is done with it.
    Leave,
}

/// Decides what `input` means for a deployment. `now` is the time by the clock of the database, which all workers share.
///
/// Returns none when nothing is to be done: the deployment is over, not due, leased by another worker, or its account may not
/// be called.
pub fn decide(snapshot: &Snapshot, input: Input, rules: Rules<'_>, now: Timestamp) -> Option<Decision> {
    match input {
        Input::TakeUp { token } => take_up::take_up(snapshot, token, rules, now),
        Input::Answered(answered) => answered::answered(snapshot, *answered, rules, now),
        Input::Unstorable { token, reason, chance } => stop::unstorable(snapshot, token, &reason, chance, rules, now),
        Input::GiveBack { token } => stop::give_back(snapshot, token),
        Input::Cancel => stop::cancel(snapshot, now).ok(),
    }
}

/// Why a deployment cannot be cancelled; none where it can.
pub fn uncancellable(snapshot: &Snapshot, now: Timestamp) -> Option<Uncancellable> {
    stop::cancel(snapshot, now).err()
}

#[cfg(test)]
mod tests;

//! Exchanges with a platform, as decisions see them.

use std::time::Duration;

use uuid::Uuid;

use crate::deployment::{Outcome, ReadBack, account::Usage, next::Found};

/// The kind of an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The step's request is sent.
    Send,
    /// The step's object is looked for by its name.
    FindByName,
    /// The step's object is read back once more.
    Verify,
}

/// The result of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exchange {
    /// The request was sent; the platform answered, or did not.
    Sent(Outcome),
    /// The search by name found this.
    Found(Found),
    /// The search by name failed.
    FindFailed(Outcome),
    /// Nothing was sent: too little was left of the lease.
    HeldBack,
    /// Nothing was sent, and never can be, by a mistake on our side. The sentence says which; the platform has no part in it.
    Impossible(String),
}

/// An exchange that is over.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The token of the lease under which it was made.
    pub token: Uuid,
    /// The index of the step.
    pub index: usize,
    /// Its kind.
    pub mode: Mode,
    /// Its duration.
    pub took: Duration,
    /// Its result.
    pub result: Exchange,
    /// The result of reading the object back.
    pub read_back: Option<ReadBack>,
    /// The part of its limit that the account has used, by the platform's own words.
    pub usage: Option<Usage>,
    /// Set while the worker has time for another step.
    pub more_time: bool,
    /// A random number in `0..1`.
    pub chance: f64,
}

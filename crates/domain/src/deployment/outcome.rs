//! The outcome of a request to a platform, named by the next move.

use std::time::Duration;

use strum::{EnumString, IntoStaticStr};

use crate::ticket::lifecycle::ExternalId;

/// The outcome of a request. Its word is stored with the attempt.
#[derive(Debug, Clone, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// The object exists (or the change was made) under this id.
    Done(ExternalId),
    /// Surely not accepted: too many calls. Park the account, not the ticket.
    Throttled {
        /// The wait that the platform named; none where it named none.
        retry_after: Option<Duration>,
        /// The subject of the limit.
        scope: Scope,
        /// The platform's message.
        message: String,
    },
    /// Surely not accepted: back off, then send again.
    Unavailable(Cause),
    /// Surely not accepted: it was held back on our side, because too little was left of the worker's lease.
    #[strum(serialize = "unavailable")]
    HeldBack(Cause),
    /// May have been accepted: look before anything is sent again.
    Unknown(Cause, InFlight),
    /// Surely not accepted, and never will be as it is: stop, in the platform's own words.
    Refused {
        /// The platform's code, such as `100/4834011`.
        code: String,
        /// The platform's words for a person.
        message: String,
    },
    /// Surely not accepted: the token or its permission is at fault. Park the account, tell the operator.
    Unauthorized(Cause),
}

/// Why a request did not simply succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The platform's code, or what broke (`timeout`, `connection`, `http 502`).
    pub code: String,
    /// A sentence for a person.
    pub message: String,
}

impl Cause {
    /// A cause.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into() }
    }
}

/// The platform's part in a request of unknown outcome: it may still be working on it, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum InFlight {
    /// It answered, so it is done with it.
    Answered,
    /// It closed the connection: probably done with it.
    Dropped,
    /// It was silent until our time-out: perhaps still at it.
    Silent,
    /// We did not live to hear it, and perhaps not to send it: perhaps still at it. No failure of the ticket's. It waits
    /// longest, so a word that is not known is taken for it.
    #[default]
    Unheard,
}

/// Whom a throttle concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One ad account.
    Account,
    /// All accounts that our app calls on the platform.
    Platform,
}

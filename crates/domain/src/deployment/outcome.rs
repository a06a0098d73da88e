//! What came of a request to a platform, named by what to do next.

use std::time::Duration;

use crate::ticket::lifecycle::ExternalId;

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The object exists (or the change was made) under this id.
    Done(ExternalId),
    /// Surely not accepted: too many calls. Park the account, not the ticket.
    Throttled {
        /// How long the platform said to wait; none where it does not say.
        retry_after: Option<Duration>,
        /// Whom it concerns.
        scope: Scope,
        /// The platform's words.
        message: String,
    },
    /// Surely not accepted: back off, then send again.
    Unavailable(Cause),
    /// Surely not accepted: it was held back on our side, because too little was left of the worker's lease.
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

impl Outcome {
    /// The outcome's word in attempts, events and metrics.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::Throttled { .. } => "throttled",
            // Readers of the timeline need no word of their own for it: it says why in its code and message.
            Self::Unavailable(_) | Self::HeldBack(_) => "unavailable",
            Self::Unknown(..) => "unknown",
            Self::Refused { .. } => "refused",
            Self::Unauthorized(_) => "unauthorized",
        }
    }
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

/// Whether the platform may still be working on a request of unknown outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InFlight {
    /// It answered, so it is done with it.
    Answered,
    /// It closed the connection: probably done with it.
    Dropped,
    /// It was silent until our time-out: perhaps still at it.
    Silent,
    /// We did not live to hear it, and perhaps not to send it: perhaps still at it. No failure of the ticket's.
    Unheard,
}

impl InFlight {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Dropped => "dropped",
            Self::Silent => "silent",
            Self::Unheard => "unheard",
        }
    }

    /// The meaning of that word; anything else is taken as the one that waits longest.
    pub fn from_text(text: &str) -> Self {
        [Self::Answered, Self::Dropped, Self::Silent]
            .into_iter()
            .find(|known| known.as_str() == text)
            .unwrap_or(Self::Unheard)
    }
}

/// Whom a throttle concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One ad account.
    Account,
    /// All accounts that our app calls on the platform.
    Platform,
}

//! Parked accounts: a throttle or a refused token concerns an account, not each of its tickets.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{AccountRef, Timestamp};

use super::RetryPolicy;

/// Why an account is parked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ParkReason {
    /// The platform said that it is called too often.
    Throttled,
    /// The platform refused the token or its permission.
    Unauthorized,
}

impl ParkReason {
    /// The word in the API and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Throttled => "throttled",
            Self::Unauthorized => "unauthorized",
        }
    }

    /// The reason of that word.
    pub fn from_text(text: &str) -> Option<Self> {
        [Self::Throttled, Self::Unauthorized].into_iter().find(|reason| reason.as_str() == text)
    }
}

/// An account that is, or was last, parked.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkedAccount {
    /// Which; `*` for every account of the platform.
    pub account: AccountRef,
    /// Until when nothing is sent for it. Then one deployment goes first, as a probe.
    pub parked_until: Timestamp,
    /// Why.
    pub reason: ParkReason,
    /// The platform's words.
    pub message: String,
    /// How often in a row it was parked without a success between.
    pub in_a_row: i32,
}

/// What an account is to be parked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Park {
    /// Which.
    pub account: AccountRef,
    /// Why.
    pub reason: ParkReason,
    /// What the platform said of how long.
    pub said: Option<Duration>,
    /// The platform's words.
    pub message: String,
}

impl Park {
    /// How long, after `in_a_row` earlier times in a row.
    pub fn how_long(&self, policy: &RetryPolicy, in_a_row: i32) -> Duration {
        match self.reason {
            ParkReason::Throttled => policy.throttle(self.said, in_a_row),
            ParkReason::Unauthorized => policy.unauthorized(in_a_row),
        }
    }
}

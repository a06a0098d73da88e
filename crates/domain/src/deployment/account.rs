//! Parked accounts: a throttle, an outage or a refused token concerns an account, not each of its tickets.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::{AccountRef, Timestamp, event::Actor};

use super::RetryPolicy;

/// Why an account is parked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ParkReason {
    /// The platform said that it is called too often.
    Throttled,
    /// The platform refused the token or its permission.
    Unauthorized,
    /// The platform does not answer, or not as it should.
    Outage,
    /// Most of the platform's limit is used up: we slow down before it has to say so.
    Paced,
}

/// An account that is, or was last, parked.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkedAccount {
    /// The account; `*` for every account of the platform.
    pub account: AccountRef,
    /// Since when it has been parked, without a success between.
    pub parked_since: Timestamp,
    /// Until when nothing is sent for it. Then one deployment goes first, as a probe.
    pub parked_until: Timestamp,
    /// The reason.
    pub reason: ParkReason,
    /// The platform's message.
    pub message: String,
    /// The number of times in a row that it was parked, without a success in between.
    pub in_a_row: i32,
}

/// The reason to park an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Park {
    /// The account.
    pub account: AccountRef,
    /// The reason.
    pub reason: ParkReason,
    /// The wait that the platform named.
    pub said: Option<Duration>,
    /// The platform's message.
    pub message: String,
}

impl Park {
    /// Returns for how long, after `in_a_row` earlier times in a row.
    pub fn how_long(&self, policy: &RetryPolicy, in_a_row: i32) -> Duration {
        match self.reason {
            ParkReason::Throttled => policy.throttle(self.said, in_a_row),
            ParkReason::Unauthorized => policy.unauthorized(in_a_row),
            ParkReason::Outage => policy.outage(in_a_row),
            ParkReason::Paced => self.said.unwrap_or_default().min(policy.longest_wait),
        }
    }
}

/// An account, or a whole platform, that a person has paused.
#[derive(Debug, Clone, PartialEq)]
pub struct Hold {
    /// The account; `*` for every account of the platform.
    pub account: AccountRef,
    /// The person who paused it.
    pub actor: Actor,
    /// The reason; may be empty.
    pub reason: String,
    /// The time of the pause.
    pub held_at: Timestamp,
}

/// The part of its limit that an account has used up, by the platform's own headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Usage {
    /// Per cent of the tightest limit, rounded up; may be more than 100.
    pub percent: u32,
}

/// An account that is to go slower, by what its last answer told of its limits; none when there is room.
pub fn pace(account: &AccountRef, usage: Usage, policy: &RetryPolicy) -> Option<Park> {
    let pause = policy.pace(usage.percent)?;
    Some(Park {
        account: account.clone(),
        reason: ParkReason::Paced,
        said: Some(pause),
        message: format!("{} % of its call limit is used up; we go slower until it recovers.", usage.percent),
    })
}

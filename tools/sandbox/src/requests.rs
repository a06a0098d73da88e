//! The received requests, in order, in a ring of bounded size. Tokens are never kept.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{FaultKind, Platform};

/// One received request and its outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RequestEntry {
    /// Counts from 1 in the order of arrival.
    pub seq: u64,
    /// The time of its arrival.
    pub time: Timestamp,
    /// HTTP method.
    pub method: String,
    /// Path and query, without a token.
    pub path: String,
    /// The platform that it was for.
    pub platform: Platform,
    /// The account that it names, if any.
    pub account: Option<String>,
    /// The name that it contains.
    pub name: Option<String>,
    /// The status of the answer; none while it is under way or if the connection was dropped.
    pub status: Option<u16>,
    /// The platform's own code in the answer.
    pub code: Option<i64>,
    /// The object that it created or changed.
    pub object_id: Option<String>,
    /// The fault that was applied.
    pub fault: Option<FaultKind>,
    /// The outcome.
    pub outcome: Outcome,
}

/// The outcome of a request on the platform's side, independent of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not finished yet.
    Pending,
    /// An object was created.
    Created,
    /// A repeat with the same idempotency key: nothing was created.
    Replayed,
    /// Checked only (`validate_only`): nothing was created.
    Validated,
    /// An object was changed or deleted.
    Updated,
    /// Something was read.
    Read,
    /// Refused for its contents.
    Refused,
    /// Refused because of a limit.
    Throttled,
    /// A fault prevented it from reaching the platform.
    Faulted,
}

/// The facts about a request that arrives.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) time: Timestamp,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) platform: Platform,
    pub(crate) account: Option<String>,
    pub(crate) name: Option<String>,
}

/// The facts about a request that was answered.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<i64>,
    pub(crate) object_id: Option<String>,
    pub(crate) fault: Option<FaultKind>,
    pub(crate) outcome: Outcome,
}

#[derive(Debug)]
pub(crate) struct RequestLog {
    entries: VecDeque<RequestEntry>,
    size: usize,
    next: u64,
}

impl RequestLog {
    pub(crate) fn new(size: usize) -> Self {
        Self { entries: VecDeque::new(), size: size.max(1), next: 1 }
    }

    /// Records an arrival and returns its number.
    pub(crate) fn arrived(&mut self, arrival: Arrival) -> u64 {
        if self.entries.len() == self.size {
            self.entries.pop_front();
        }
        let seq = self.next;
        self.next += 1;
        self.entries.push_back(RequestEntry {
            seq,
            time: arrival.time,
            method: arrival.method,
            path: arrival.path,
            platform: arrival.platform,
            account: arrival.account,
            name: arrival.name,
            status: None,
            code: None,
            object_id: None,
            fault: None,
            outcome: Outcome::Pending,
        });
        seq
    }

    /// Records the outcome of a request; ignores one that has left the ring.
    pub(crate) fn ended(&mut self, seq: u64, ending: Ending) {
        let Some(first) = self.entries.front().map(|entry| entry.seq) else {
            return;
        };
        let place = seq.checked_sub(first).and_then(|place| usize::try_from(place).ok());
        if let Some(entry) = place.and_then(|place| self.entries.get_mut(place)) {
            entry.status = ending.status;
            entry.code = ending.code;
            entry.object_id = ending.object_id;
            entry.fault = ending.fault;
            entry.outcome = ending.outcome;
        }
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &RequestEntry> {
        self.entries.iter()
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrival(name: &str) -> Arrival {
        Arrival {
            time: Timestamp::UNIX_EPOCH,
            method: "POST".to_owned(),
            path: "/".to_owned(),
            platform: Platform::Meta,
            account: None,
            name: Some(name.to_owned()),
        }
    }

    fn ending(status: u16) -> Ending {
        Ending { status: Some(status), code: None, object_id: None, fault: None, outcome: Outcome::Read }
    }

    #[test]
    fn the_ring_forgets_the_oldest_and_keeps_counting() {
        let mut log = RequestLog::new(2);
        let first = log.arrived(arrival("a"));
        let second = log.arrived(arrival("b"));
        let third = log.arrived(arrival("c"));
        log.ended(first, ending(200));
        log.ended(third, ending(201));
        log.ended(second, ending(202));
        let seen: Vec<_> = log.iter().map(|entry| (entry.seq, entry.status)).collect();
        assert_eq!(seen, [(2, Some(202)), (3, Some(201))]);
    }

    #[test]
    fn an_ending_after_a_reset_is_harmless() {
        let mut log = RequestLog::new(2);
        let seq = log.arrived(arrival("a"));
        log.clear();
        log.ended(seq, ending(200));
        assert_eq!(log.iter().count(), 0);
    }
}

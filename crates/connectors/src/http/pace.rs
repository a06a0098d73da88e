//! A pace for platforms that report nothing about their limits until one is exceeded. The number of requests that the
//! platform accepted before is taken as its limit: after that the pace stays slightly below, and slowly approaches it.
//! One pacer serves all accounts of a platform, because the limit is the app's; the paces of several processes adapt to
//! each other.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use parking_lot::Mutex;

use tokio::time::Instant;

use super::SendGate;

/// Slows requests down to the platform's limit. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Pacer(Arc<Shared>);

struct Shared {
    began: Instant,
    pace: Mutex<Pace>,
}

impl Default for Pacer {
    fn default() -> Self {
        Self(Arc::new(Shared { began: Instant::now(), pace: Mutex::default() }))
    }
}

impl Pacer {
    /// Waits until the next request may leave, or `gate` is closed.
    pub(crate) async fn wait(&self, gate: &SendGate) -> Leave {
        for _ in 0..TURNS {
            let (wait, leave) = self.with(|pace, now| (pace.take(now), Leave(now)));
            match wait {
                Some(wait) if wait > 0.0 => {
                    tokio::time::sleep(Duration::from_secs_f64(wait)).await;
                    return Leave(leave.0 + wait);
                }
                Some(_) => return leave,
                None if !gate.is_open() => return leave,
                None => tokio::time::sleep(Duration::from_secs_f64(AHEAD)).await,
            }
        }
        self.with(|_, now| Leave(now))
    }

    /// Records that the platform throttled the request of that time.
    pub(crate) fn throttled(&self, leave: Leave) {
        self.with(|pace, now| pace.throttled(leave.0, now));
    }

    fn with<T>(&self, act: impl FnOnce(&mut Pace, f64) -> T) -> T {
        let now = self.0.began.elapsed().as_secs_f64();
        // A thread that panicked left numbers, and any numbers are a valid pace.
        act(&mut self.0.pace.lock(), now)
    }
}

/// The time at which a request left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leave(f64);

/// The slowest pace, in requests per second.
const SLOWEST: f64 = 2.0;
/// With fewer requests than this in the previous second, the sender was not too fast: another limit stops it, and a
/// pace does not help.
const FEW: f64 = 3.0;
/// The same, as a share of the current pace.
const SLOW: f64 = 0.5;
/// The seconds for which the time of a request is remembered: the longest time until an answer that throttles it.
const KEPT: f64 = 10.0;
/// The seconds ahead for which turns are given: a request that waits longer may be gone at its turn.
const AHEAD: f64 = 3.0;
/// The most requests for a turn: without a limit there might be no answer.
const TURNS: u32 = 10;
/// The remaining share of a pace that was too fast.
const CUT: f64 = 0.8;
/// The increase per second: far below the pace that was too fast, and near it.
const FAR: f64 = 1.05;
const NEAR: f64 = 1.002;
/// The beginning and the end of near, as shares of the pace that was too fast.
const NEARLY: f64 = 0.9;
const CLOSEST: f64 = 0.95;
/// The seconds without a refusal after which a faster pace is tried. Not earlier: exceeding a minute's limit may cost
/// more time than was ever gained.
const HELD: f64 = 600.0;
/// The multiple of the pace that was too fast at which the limit must have changed.
const FORGOTTEN: f64 = 2.0;

/// A pace. Times are seconds since an arbitrary start.
#[derive(Debug, Default)]
struct Pace {
    /// The known pace; none if no limit is known.
    known: Option<Known>,
    /// The times of the latest requests.
    recent: VecDeque<f64>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    /// Requests per second.
    rate: f64,
    /// The pace that was too fast.
    limit: f64,
    /// True if that was a kept pace, and not only counted in a burst.
    sure: bool,
    /// The time of the next request.
    next: f64,
    /// The time of the last change of `rate`.
    at: f64,
    /// The time of the last cut.
    cut_at: f64,
    /// The number of requests since the cut.
    since: f64,
}

impl Pace {
    /// The wait of the next request; none if too many wait already.
    fn take(&mut self, now: f64) -> Option<f64> {
        let leaves = match &mut self.known {
            None => now,
            Some(known) => {
                let leaves = known.next.max(now);
                known.hasten(now);
                if leaves > now + AHEAD {
                    return None;
                }
                known.next = leaves + 1.0 / known.rate;
                known.since += 1.0;
                leaves
            }
        };
        self.known = self.known.filter(|known| known.rate < known.limit * FORGOTTEN);
        self.recent.push_back(leaves);
        while self.recent.front().is_some_and(|first| *first <= leaves - KEPT) {
            self.recent.pop_front();
        }
        Some(leaves - now)
    }

    /// Records that a request of the time `leave` was refused at `now`.
    fn throttled(&mut self, leave: f64, now: f64) {
        #[expect(clippy::cast_precision_loss, reason = "a count of requests in a second")]
        let measured = self.recent.iter().filter(|left| **left > leave - 1.0 && **left <= leave).count() as f64;
        let sure = self.known.is_some();
        let limit = match self.known {
            // Requests from before the cut, or tests for its end, say nothing new.
            Some(known) if leave < known.cut_at || known.since < known.rate => return,
            Some(known) if measured < known.rate * SLOW => return,
            None if measured < FEW => return,
            Some(known) => known.rate,
            None => measured,
        };
        let rate = (limit * CUT).max(SLOWEST);
        self.known = Some(Known { rate, limit: limit.max(SLOWEST), sure, next: now, at: now, cut_at: now, since: 0.0 });
    }
}

impl Known {
    fn hasten(&mut self, now: f64) {
        // Time without requests proves nothing.
        let seconds = (now - self.at).clamp(0.0, 1.0);
        let factor: f64 = if self.rate < self.limit * NEARLY { FAR } else { NEAR };
        self.at = self.at.max(now);
        let faster = self.rate * factor.powf(seconds);
        let held = self.sure && now - self.cut_at < HELD;
        self.rate = if held { faster.min((self.limit * CLOSEST).max(self.rate)) } else { faster };
    }
}

#[cfg(test)]
mod tests;

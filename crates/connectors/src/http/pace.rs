//! A pace for platforms that tell nothing of their limits until one is exceeded. What the platform took before it said so is
//! what it takes: after that we stay a little below, and come nearer slowly. One pacer for all accounts of a platform, because
//! the limit is the app's; several processes share it as their paces adapt to each other's.

use std::{collections::VecDeque, sync::Arc, time::Duration};

use parking_lot::Mutex;

use tokio::time::Instant;

use super::SendGate;

/// Slows requests down to what the platform takes. Cheap to clone.
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

    /// The platform answered the request that left then that there were too many.
    pub(crate) fn throttled(&self, leave: Leave) {
        self.with(|pace, now| pace.throttled(leave.0, now));
    }

    fn with<T>(&self, act: impl FnOnce(&mut Pace, f64) -> T) -> T {
        let now = self.0.began.elapsed().as_secs_f64();
        // A thread that panicked left numbers behind, and any numbers are a pace.
        act(&mut self.0.pace.lock(), now)
    }
}

/// When a request left.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leave(f64);

/// The slowest pace, in requests a second.
const SLOWEST: f64 = 2.0;
/// Who sent fewer than so many in the second before was not too fast: what stops them is another limit, and no pace helps.
const FEW: f64 = 3.0;
/// The same, as a part of the pace that is kept to.
const SLOW: f64 = 0.5;
/// For so many seconds it is remembered when a request left: as long as an answer may take that says that it was one too many.
const KEPT: f64 = 10.0;
/// Turns are given for so many seconds ahead: a request that waits longer may be gone when its turn comes.
const AHEAD: f64 = 3.0;
/// How often one asks for a turn: without end would be without an answer.
const TURNS: u32 = 10;
/// What is left of a pace that was too fast.
const CUT: f64 = 0.8;
/// How much faster it gets in a second: well below what was too fast, and near it.
const FAR: f64 = 1.05;
const NEAR: f64 = 1.002;
/// Where near begins, and where it ends, as parts of what was too fast.
const NEARLY: f64 = 0.9;
const CLOSEST: f64 = 0.95;
/// So many seconds without a refusal, and it is tried whether the limit is another by now. Not sooner: a minute's limit may stop
/// everything for longer than was ever gained.
const HELD: f64 = 600.0;
/// So many times what was too fast, and the limit must be another by now.
const FORGOTTEN: f64 = 2.0;

/// A pace. Times are seconds since some beginning.
#[derive(Debug, Default)]
struct Pace {
    /// What is kept to; none where nothing is known of a limit.
    known: Option<Known>,
    /// When the latest requests left.
    recent: VecDeque<f64>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    /// Requests a second.
    rate: f64,
    /// What was too fast.
    limit: f64,
    /// Whether that was a pace that was kept to, and not only counted in a burst.
    sure: bool,
    /// When the next one may leave.
    next: f64,
    /// When `rate` was last changed.
    at: f64,
    /// When it was last cut.
    cut_at: f64,
    /// How many left since it was cut.
    since: f64,
}

impl Pace {
    /// How long the next request has to wait; none where too many wait already.
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

    /// A request that left at `leave` was refused at `now`.
    fn throttled(&mut self, leave: f64, now: f64) {
        #[expect(clippy::cast_precision_loss, reason = "a count of requests in a second")]
        let measured = self.recent.iter().filter(|left| **left > leave - 1.0 && **left <= leave).count() as f64;
        let sure = self.known.is_some();
        let limit = match self.known {
            // Those that left before it was cut, or that only ask whether it is over, tell nothing new.
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
        // Time in which nothing was sent proves nothing.
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

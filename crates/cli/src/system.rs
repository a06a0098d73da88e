//! The machine's clock and random numbers: the only place that asks for them.

use std::time::Instant;

use parking_lot::Mutex;

use app::{Clock, Rng};
use domain::Timestamp;
use jiff::SignedDuration;
use rand::Rng as _;

/// The machine's clock, which never goes back: if somebody sets it back by an hour, no wait takes an hour longer. It
/// follows the steady clock until the machine's has caught up.
#[derive(Default)]
pub(crate) struct SystemClock {
    last: Mutex<Option<(Instant, Timestamp)>>,
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock that everything else is handed")]
    fn now(&self) -> Timestamp {
        self.later_of(Instant::now(), Timestamp::now())
    }
}

impl SystemClock {
    fn later_of(&self, steady: Instant, wall: Timestamp) -> Timestamp {
        let mut last = self.last.lock();
        let now = match *last {
            None => wall,
            Some((then, told)) => {
                let passed = SignedDuration::try_from(steady.saturating_duration_since(then)).unwrap_or_default();
                wall.max(told.saturating_add(passed).unwrap_or(wall))
            }
        };
        *last = Some((steady, now));
        now
    }
}

/// The machine's random numbers.
pub(crate) struct SystemRng;

impl Rng for SystemRng {
    fn fraction(&self) -> f64 {
        rand::rng().random()
    }

    fn number(&self) -> u64 {
        // Platforms read idempotency keys as signed 64-bit numbers, and 0 as none.
        rand::rng().random_range(1..=i64::MAX.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_that_is_set_back_goes_on_steadily_and_follows_one_that_is_set_forward() {
        let clock = SystemClock::default();
        let (began, noon) = (Instant::now(), "2026-03-02T12:00:00Z".parse::<Timestamp>().unwrap());
        let after = |steady: u64, wall: i64| {
            let now = clock.later_of(began + Duration::from_secs(steady), noon + SignedDuration::from_secs(wall));
            now.duration_since(noon).as_secs()
        };
        assert_eq!(after(0, 0), 0);
        assert_eq!(after(10, 10), 10);
        assert_eq!(after(20, -3_600), 20, "an hour back: it goes on");
        assert_eq!(after(30, -3_590), 30);
        assert_eq!(after(40, 7_200), 7_200, "forward: it follows, as after a sleep of the machine");
    }
}

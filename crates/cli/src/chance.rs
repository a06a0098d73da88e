//! The machine's clock and chance: the one place that asks for them.

use app::{Chance, Clock};
use domain::Timestamp;
use rand::Rng;

/// The machine's clock.
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock that everything else is handed")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The machine's chance.
pub(crate) struct SystemChance;

impl Chance for SystemChance {
    fn fraction(&self) -> f64 {
        rand::rng().random()
    }

    fn number(&self) -> u64 {
        // Platforms read idempotency keys as signed 64-bit numbers, and 0 as none.
        rand::rng().random_range(1..=i64::MAX.unsigned_abs())
    }
}

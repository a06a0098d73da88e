//! The waits before reconnecting: growing, and spread.

use std::{sync::Arc, time::Duration};

use app::Rng;

/// The longest first wait.
const FIRST: Duration = Duration::from_millis(100);

/// The longest wait of all.
const LONGEST: Duration = Duration::from_secs(10);

/// Waits that double, each drawn between zero and its full length: a hundred workers that lost one server together must
/// not return together.
#[derive(Clone)]
pub(super) struct Backoff {
    failures: u32,
    rng: Arc<dyn Rng>,
}

impl Backoff {
    pub(super) fn new(rng: Arc<dyn Rng>) -> Self {
        Self { failures: 0, rng }
    }

    /// Resets after a success: the next failure is the first again.
    pub(super) fn reset(&mut self) {
        self.failures = 0;
    }

    /// Returns true if nothing has failed since the last success.
    pub(super) fn is_fresh(&self) -> bool {
        self.failures == 0
    }

    /// The wait after one more failure.
    pub(super) fn next(&mut self) -> Duration {
        let doubled = FIRST.saturating_mul(2_u32.saturating_pow(self.failures));
        self.failures = self.failures.saturating_add(1);
        doubled.min(LONGEST).mul_f64(self.rng.fraction())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Always(f64);

    impl Rng for Always {
        fn fraction(&self) -> f64 {
            self.0
        }

        fn number(&self) -> u64 {
            0
        }
    }

    #[test]
    fn waits_double_up_to_ten_seconds_and_are_drawn_from_nothing() {
        let mut longest = Backoff::new(Arc::new(Always(1.0)));
        let waits: Vec<u128> = (0..9).map(|_| longest.next().as_millis()).collect();
        assert_eq!(waits, [100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
        for _ in 0..100 {
            longest.next();
        }
        assert_eq!(longest.next(), LONGEST);
        longest.reset();
        assert!(longest.is_fresh());
        assert_eq!(longest.next(), FIRST);
        let mut drawn = Backoff::new(Arc::new(Always(0.25)));
        assert_eq!((drawn.next().as_millis(), drawn.next().as_millis()), (25, 50));
    }
}

//! The clock and the random numbers of a test.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use app::{Clock, Rng};
use domain::Timestamp;

/// A clock that stands still until it is moved.
#[derive(Debug, Clone)]
pub struct MockClock(Arc<Mutex<Timestamp>>);

impl MockClock {
    /// A clock that stands at `time`.
    pub fn at(time: &str) -> Self {
        Self(Arc::new(Mutex::new(time.parse().expect("an RFC 3339 time"))))
    }

    /// The time that it will show after `time`.
    pub fn now_plus(&self, time: Duration) -> Timestamp {
        self.now().checked_add(jiff::SignedDuration::try_from(time).unwrap()).unwrap()
    }

    /// Moves it forward.
    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(jiff::SignedDuration::try_from(by).unwrap()).unwrap();
    }
}

impl Clock for MockClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// Random numbers without surprises: fractions are always the same, numbers count up.
#[derive(Debug)]
pub struct FixedRng {
    /// The result of every draw of a fraction.
    pub fraction: f64,
    numbers: AtomicU64,
}

impl FixedRng {
    /// A generator that always draws `fraction`.
    pub fn of(fraction: f64) -> Self {
        Self { fraction, numbers: AtomicU64::new(1_000_000_007) }
    }
}

impl Rng for FixedRng {
    fn fraction(&self) -> f64 {
        self.fraction
    }

    fn number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }
}

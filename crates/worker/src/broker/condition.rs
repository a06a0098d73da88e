//! The condition of a service, and its lines in the log: the first failure at once, then a line every ten seconds.

use std::{fmt, time::Duration};

use parking_lot::Mutex;

use tokio::time::Instant;
use tracing::{info, warn};

/// The least time between two lines about one service.
const LINE_EVERY: Duration = Duration::from_secs(10);

/// The condition of a service.
pub(super) struct Condition {
    /// Its kind and address, such as "Redis at 127.0.0.1:6379".
    service: String,
    /// The consequence of a failure.
    consequence: &'static str,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    up: bool,
    /// The reason of the failure; none before the first try.
    why: Option<String>,
    /// Hints that were lost since the last line.
    dropped: u64,
    said: Option<Instant>,
    /// True while a failure was logged and the recovery was not.
    open: bool,
}

impl Condition {
    pub(super) fn new(service: String, consequence: &'static str) -> Self {
        Self { service, consequence, state: Mutex::default() }
    }

    /// Records that it answers.
    pub(super) fn works(&self) {
        let mut state = self.lock();
        if std::mem::take(&mut state.open) {
            info!("{} answers again", self.service);
        }
        state.up = true;
        state.why = None;
    }

    /// Records that it does not answer, and that `dropped` messages were lost.
    pub(super) fn fails(&self, why: &str, dropped: usize) {
        let mut state = self.lock();
        state.up = false;
        state.why = Some(why.to_owned());
        state.dropped = state.dropped.saturating_add(u64::try_from(dropped).unwrap_or(u64::MAX));
        if state.said.is_none_or(|said| said.elapsed() >= LINE_EVERY) {
            state.said = Some(Instant::now());
            state.open = true;
            let dropped = std::mem::take(&mut state.dropped);
            warn!(dropped, error = why, "{}; messages dropped since the last line: {dropped}", self.sentence(why));
        }
    }

    /// Records messages that had no room.
    pub(super) fn overflows(&self, dropped: usize) {
        self.fails("too many messages wait for it", dropped);
    }

    /// The problem, for a person; none while the service answers.
    pub(super) fn trouble(&self) -> Option<String> {
        let state = self.lock();
        if state.up {
            return None;
        }
        Some(self.sentence(state.why.as_deref().unwrap_or("not connected yet")))
    }

    fn sentence(&self, why: &str) -> String {
        format!("{} does not answer ({why}): {}", self.service, self.consequence)
    }

    fn lock(&self) -> parking_lot::MutexGuard<'_, State> {
        self.state.lock()
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Condition of {}", self.service)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_degrades_with_the_reason_and_recovers() {
        let condition = Condition::new("Redis at here:1".to_owned(), "it is late");
        let said = "Redis at here:1 does not answer (not connected yet): it is late";
        assert_eq!(condition.trouble().as_deref(), Some(said));
        condition.works();
        assert_eq!(condition.trouble(), None);
        condition.fails("refused", 3);
        assert_eq!(condition.trouble().as_deref(), Some("Redis at here:1 does not answer (refused): it is late"));
        condition.works();
        assert_eq!(condition.trouble(), None);
    }
}

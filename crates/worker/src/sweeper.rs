//! Finds what is due: what waited until now, and what no hint told of. The rows are the truth; this is what makes it so.
//!
//! It goes around the accounts and takes a little of each, so that the queue holds a fair mixture and is soon worked off; then
//! it fetches more.

use std::{sync::Arc, time::Duration};

use app::App;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::Queue;

/// How many ids one sweep takes at most.
const BATCH: u64 = 256;

/// A sweep that finds fewer than this has found all: every account gives at least so many.
const MORE_FROM: usize = 16;

/// What a sweep found out.
struct Swept {
    /// Whether there is more than it took.
    more: bool,
    /// How long until there may be something new.
    wait: Duration,
}

/// Sweeps until cancelled: when the next deployment becomes due, when rung, when the queue is nearly worked off and there was
/// more, and at the latest every `interval`.
pub(crate) async fn run(app: App, queue: Arc<Queue>, rung: Arc<Notify>, interval: Duration, stop: CancellationToken) {
    let mut failures: u32 = 0;
    loop {
        let swept = match sweep(&app, &queue, interval).await {
            Ok(swept) => {
                failures = 0;
                swept
            }
            Err(error) => {
                // Once is enough to know; a database that is down for an hour is not worth a log line a second.
                if failures.is_multiple_of(60) {
                    warn!(%error, "due deployments cannot be looked for: {error}");
                }
                failures = failures.saturating_add(1);
                Swept { more: false, wait: interval }
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = rung.notified() => {}
            () = queue.runs_low(), if swept.more => {}
            () = tokio::time::sleep(swept.wait) => {}
        }
    }
}

async fn sweep(app: &App, queue: &Queue, interval: Duration) -> Result<Swept, app::AppError> {
    let due = app.due_deployments(BATCH).await?;
    queue.push_due(&due);
    if due.len() >= MORE_FROM {
        return Ok(Swept { more: true, wait: interval });
    }
    let next = app.next_due().await?.unwrap_or(interval);
    // Due times are told to the micro-second, timers to the milli-second: round up, lest it wakes too early and spins.
    Ok(Swept { more: false, wait: (next + Duration::from_millis(1)).min(interval) })
}

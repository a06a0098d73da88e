//! Finds due deployments: those whose wait is over, and those whose hint was lost. The rows are the truth, and the
//! sweeper enforces that.
//!
//! It takes turns among the accounts and takes a few of each, so that the queue has a fair mixture and is soon empty;
//! then it fetches more.

use std::{sync::Arc, time::Duration};

use app::App;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::Queue;

/// The most ids of one sweep.
const BATCH: u64 = 256;

/// A sweep with fewer ids than this has found all: every account gives at least this many.
const MORE_FROM: usize = 16;

/// The result of a sweep.
struct Swept {
    /// True if there are more due deployments.
    more: bool,
    /// The time until there may be new ones.
    wait: Duration,
}

/// Sweeps until cancelled: when the next deployment becomes due, when rung, when the queue is nearly empty and there
/// was more, and at least once per `interval`.
pub(crate) async fn run(app: App, queue: Arc<Queue>, rung: Arc<Notify>, interval: Duration, stop: CancellationToken) {
    let mut failures: u32 = 0;
    loop {
        let swept = match sweep(&app, &queue, interval).await {
            Ok(swept) => {
                failures = 0;
                swept
            }
            Err(error) => {
                // One line is enough; a database that is down for an hour does not need one per second.
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
    // Due times are in micro-seconds, timers in milli-seconds: round up, so that it does not wake too early and spin.
    Ok(Swept { more: false, wait: (next + Duration::from_millis(1)).min(interval) })
}

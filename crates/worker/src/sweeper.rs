//! Finds what is due: what waited until now, and what no hint told of. The rows are the truth; this is what makes it so.

use std::{sync::Arc, time::Duration};

use app::App;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::Queue;

/// How many ids one sweep takes at most.
const BATCH: u64 = 500;

/// After a full batch there is more; it is fetched while the drivers are at this one.
const FULL_BATCH_PAUSE: Duration = Duration::from_millis(50);

/// Sweeps until cancelled: when the next deployment becomes due, when rung, and at the latest every `interval`.
pub(crate) async fn run(app: App, queue: Arc<Queue>, rung: Arc<Notify>, interval: Duration, stop: CancellationToken) {
    let mut failures: u32 = 0;
    loop {
        let wait = match sweep(&app, &queue, interval).await {
            Ok(wait) => {
                failures = 0;
                wait
            }
            Err(error) => {
                // Once is enough to know; a database that is down for an hour is not worth a log line a second.
                if failures.is_multiple_of(60) {
                    warn!(%error, "due deployments cannot be looked for: {error}");
                }
                failures = failures.saturating_add(1);
                interval
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = rung.notified() => {}
            () = tokio::time::sleep(wait) => {}
        }
    }
}

/// Queues what is due; returns how long until there may be more.
async fn sweep(app: &App, queue: &Queue, interval: Duration) -> Result<Duration, app::AppError> {
    let due = app.due_deployments(BATCH).await?;
    queue.push(&due);
    if due.len() as u64 == BATCH {
        return Ok(FULL_BATCH_PAUSE);
    }
    let next = app.next_due().await?.unwrap_or(interval);
    // Due times are told to the micro-second, timers to the milli-second: round up, lest it wakes too early and spins.
    Ok((next + Duration::from_millis(1)).min(interval))
}

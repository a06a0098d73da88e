//! Runs jobs in the background, a slice of each in turn. It runs in servers and in workers: a job continues while one
//! process is alive.

use std::time::Duration;

use app::App;
use tokio_util::sync::CancellationToken;
use tracing::warn;

/// The time that one job runs before the next one's turn.
const SLICE: Duration = Duration::from_secs(2);

/// The interval of checks for jobs of other processes.
const INTERVAL: Duration = Duration::from_secs(1);

/// Runs jobs until it is stopped.
pub struct JobRunner {
    task: tokio::task::JoinHandle<()>,
    stop: CancellationToken,
}

impl JobRunner {
    /// Starts to run jobs.
    pub fn start(app: &App) -> Self {
        let stop = CancellationToken::new();
        let task = tokio::spawn(run(app.clone(), stop.clone()));
        Self { task, stop }
    }

    /// Finishes the current slice, within `patience`, and ends.
    pub async fn stop(self, patience: Duration) {
        self.stop.cancel();
        let abort = self.task.abort_handle();
        if tokio::time::timeout(patience, self.task).await.is_err() {
            abort.abort();
        }
    }
}

async fn run(app: App, stop: CancellationToken) {
    let mut failures: u32 = 0;
    while !stop.is_cancelled() {
        match app.work_on_next_job(SLICE).await {
            Ok(true) => {
                failures = 0;
                continue;
            }
            Ok(false) => failures = 0,
            Err(error) => {
                // A database that is down for an hour does not need a log line per second.
                if failures.is_multiple_of(60) {
                    warn!(%error, "jobs cannot be worked on; they are tried again: {error}");
                }
                failures = failures.saturating_add(1);
            }
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = app.job_waiting(), if failures == 0 => {}
            () = tokio::time::sleep(INTERVAL) => {}
        }
    }
}

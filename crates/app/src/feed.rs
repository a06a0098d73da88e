//! The live feed: follows the end of the event log and reports its final position.

use std::time::Duration;

use store::feed::Feed;
use tokio::sync::watch;
use tracing::warn;

use crate::App;

/// The shortest time between two reads, however fast the log grows.
const BREATH: Duration = Duration::from_millis(5);

/// Follows the event log until it is dropped.
#[derive(Debug)]
pub struct LiveFeed {
    safe: watch::Receiver<i64>,
    task: tokio::task::JoinHandle<()>,
}

impl LiveFeed {
    /// Starts to follow. The log is read when it is known to have grown, and at least once per `interval`: hints about
    /// the writes of other processes may be missing.
    pub fn start(app: App, interval: Duration) -> Self {
        let (sender, safe) = watch::channel(Feed::UNKNOWN);
        let task = tokio::spawn(async move {
            let mut feed = Feed::default();
            let mut grew = app.store().append_signal().any();
            loop {
                match feed.advance(app.store()).await {
                    Ok(safe) => {
                        sender.send_if_modified(|known| std::mem::replace(known, safe) != safe);
                    }
                    Err(error) => warn!(%error, "the event log could not be read: {error}"),
                }
                tokio::time::sleep(BREATH).await;
                // The signal belongs to the store, which lives as long as `app`: it rings, or the time passes.
                let _ = tokio::time::timeout(interval, grew.changed()).await;
            }
        });
        Self { safe, task }
    }

    /// The highest sequence number up to which the log is final; changes as it grows. Negative until it is known.
    pub fn safe(&self) -> watch::Receiver<i64> {
        self.safe.clone()
    }
}

impl Drop for LiveFeed {
    fn drop(&mut self) {
        self.task.abort();
    }
}

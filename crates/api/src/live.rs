//! New events for all live feeds of this server: read and written as JSON once for all listeners.

use std::{sync::Arc, time::Duration};

use app::App;
use axum::extract::ws::Utf8Bytes;
use tokio::sync::{OnceCell, broadcast, watch};
use tracing::warn;

use crate::bodies::EventBody;

/// The most events that wait for a slow reader.
pub(crate) const QUEUE: usize = 1024;

/// The number of events read at a time; also the most in memory for a client that catches up.
pub(crate) const BATCH: u64 = 100;

/// An event on its way to a client.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) seq: i64,
    pub(crate) text: Utf8Bytes,
}

/// The events after `after`, up to `up_to`, at most [`BATCH`].
pub(crate) async fn read(app: &App, after: i64, up_to: i64) -> app::Result<Vec<Sent>> {
    let events = app.events_after(after, up_to, BATCH).await?;
    let sent = events.into_iter().filter_map(|event| {
        let seq = event.seq;
        serde_json::to_string(&EventBody::from(event)).ok().map(|text| Sent { seq, text: text.into() })
    });
    Ok(sent.collect())
}

/// The new events of the log, for all subscribers.
#[derive(Clone, Default)]
pub(crate) struct Live(Arc<OnceCell<broadcast::Sender<Sent>>>);

impl Live {
    /// All events that become final from now on. Events that are final already may have been sent before.
    pub(crate) async fn subscribe(&self, app: &App, safe: &watch::Receiver<i64>) -> broadcast::Receiver<Sent> {
        let start = || async {
            let (sender, _) = broadcast::channel(QUEUE);
            // From this point, so that there is no gap before the first reader's position.
            let position = *safe.borrow();
            tokio::spawn(follow(app.clone(), safe.clone(), position, sender.clone()));
            sender
        };
        self.0.get_or_init(start).await.subscribe()
    }
}

/// Sends events as they become final, until the server stops.
async fn follow(app: App, mut safe: watch::Receiver<i64>, mut position: i64, sender: broadcast::Sender<Sent>) {
    loop {
        let up_to = *safe.borrow_and_update();
        while position < up_to {
            if sender.receiver_count() == 0 {
                position = up_to;
                break;
            }
            match read(&app, position, up_to).await {
                Ok(events) => {
                    position = events.last().map_or(up_to, |last| last.seq);
                    for event in events {
                        // Nobody listens any more; a returning reader reads the log.
                        let _ = sender.send(event);
                    }
                }
                Err(error) => {
                    warn!(%error, "the live feed could not read the event log: {error}");
                    tokio::time::sleep(RETRY).await;
                }
            }
        }
        // Each event wakes every reader, so more readers mean a longer time of gathering.
        let readers = u64::try_from(sender.receiver_count()).unwrap_or(u64::MAX);
        tokio::time::sleep(Duration::from_micros(readers.saturating_mul(200)).min(LONGEST_GATHERING)).await;
        if safe.changed().await.is_err() {
            return;
        }
    }
}

/// The pause after an error, before the log is read again.
const RETRY: Duration = Duration::from_millis(500);

/// The longest that an event waits for others.
const LONGEST_GATHERING: Duration = Duration::from_millis(200);

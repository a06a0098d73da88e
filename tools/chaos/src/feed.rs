//! A reader of one server's live feed. It reconnects after each interruption and continues at its last position.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use parking_lot::Mutex;

use futures_util::StreamExt;
use tokio::{task::AbortHandle, time::timeout};
use tokio_tungstenite::{connect_async, tungstenite::Message};

use crate::api::place;

/// The time that a server may take to open the feed; a suspended one does not open it.
const PATIENCE: Duration = Duration::from_secs(5);

/// A reader and the events that it has seen.
#[derive(Debug)]
pub(crate) struct Reader {
    seen: Arc<Mutex<Vec<(i64, String)>>>,
    task: AbortHandle,
}

impl Reader {
    /// Reads the feed at `server` from its beginning.
    pub(crate) fn start(server: SocketAddr) -> Self {
        let seen = Arc::default();
        let task = tokio::spawn(follow(server, Arc::clone(&seen))).abort_handle();
        Self { seen, task }
    }

    /// The position and the id of each event, in the order of arrival.
    pub(crate) fn seen(&self) -> Vec<(i64, String)> {
        self.seen.lock().clone()
    }

    /// The position of the last event.
    pub(crate) fn last(&self) -> i64 {
        self.seen.lock().last().map_or(0, |(seq, _)| *seq)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn follow(server: SocketAddr, seen: Arc<Mutex<Vec<(i64, String)>>>) {
    let mut after = 0;
    loop {
        let url = format!("ws://{server}/api/v1/ws?after={after}");
        if let Ok(Ok((mut socket, _))) = timeout(PATIENCE, connect_async(url)).await {
            while let Some(Ok(message)) = socket.next().await {
                let Message::Text(text) = message else { continue };
                let Some(event) = serde_json::from_str(&text).ok().as_ref().and_then(place) else { continue };
                after = event.0;
                seen.lock().push(event);
            }
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

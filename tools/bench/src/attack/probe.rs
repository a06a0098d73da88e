//! A probe that asks `/health` all the time.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{sync::oneshot, task::JoinHandle, time::sleep};

use crate::http::Connection;

/// The pause between two questions.
const PAUSE: Duration = Duration::from_millis(5);

/// Asks until it is stopped.
pub(super) struct Probe {
    stop: oneshot::Sender<()>,
    asking: JoinHandle<(usize, Duration)>,
}

impl Probe {
    pub(super) fn start(address: SocketAddr) -> Self {
        let (stop, mut stopped) = oneshot::channel();
        let asking = tokio::spawn(async move {
            let (mut count, mut slowest) = (0, Duration::ZERO);
            // Each question has a connection of its own: new clients count.
            while stopped.try_recv().is_err() {
                let sent = Instant::now();
                let mut connection = Connection::open(address).await;
                assert_eq!(connection.request("GET", "/health", None).await.status, 200);
                slowest = slowest.max(sent.elapsed());
                count += 1;
                sleep(PAUSE).await;
            }
            (count, slowest)
        });
        Self { stop, asking }
    }

    /// Stops the probe. Returns the number of questions and the slowest answer.
    pub(super) async fn stop(self) -> (usize, Duration) {
        let _ = self.stop.send(());
        self.asking.await.unwrap()
    }
}

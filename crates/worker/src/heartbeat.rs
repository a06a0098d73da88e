//! A worker's heartbeat: its name, its version, and its load. It is for people; the engine does not use it.

use std::{sync::Arc, time::Duration};

use app::App;
use store::workers::WorkerRow;
use tokio_util::sync::CancellationToken;
use tracing::debug;
use uuid::Uuid;

use crate::{Queue, in_flight::InFlight};

/// The interval of heartbeats; three in a row may be lost before a worker counts as silent.
const INTERVAL: Duration = Duration::from_secs(4);

/// The identity of a worker.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// Host and process id.
    pub name: String,
    /// The version of OmniTraffick.
    pub version: String,
    /// The broker of its hints: `in-process`, `postgres`, `redis`.
    pub broker: String,
}

/// Sends heartbeats until cancelled, then removes the worker from the list.
pub(crate) async fn run(
    app: App,
    identity: Identity,
    concurrency: usize,
    queue: Arc<Queue>,
    in_flight: Arc<InFlight>,
    stop: CancellationToken,
) {
    let id: Uuid = app.new_lease_token();
    let started_at = app.now();
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    loop {
        let row = WorkerRow {
            id,
            name: identity.name.clone(),
            version: identity.version.clone(),
            broker: identity.broker.clone(),
            concurrency: count(concurrency),
            in_hand: count(in_flight.count()),
            queued: count(queue.len()),
            driven: in_flight.driven(),
            started_at,
            beat_at: app.now(),
        };
        if let Err(error) = app.beat(&row).await {
            debug!(%error, "the heartbeat could not be written: {error}");
        }
        tokio::select! {
            () = stop.cancelled() => break,
            () = tokio::time::sleep(INTERVAL) => {}
        }
    }
    if let Err(error) = app.leave(id).await {
        debug!(%error, "the worker could not be taken off the list: {error}");
    }
}

//! The workers: each writes a heartbeat, and a silent one does not count as alive.

use std::time::Duration;

use domain::Timestamp;
use store::workers::{self, WorkerRow};
use uuid::Uuid;

use crate::{App, Result};

/// A worker without a heartbeat for this long is dead, or disconnected from the database.
pub const SILENT_AFTER: Duration = Duration::from_secs(15);

/// A worker that has been silent for this long is removed from the list.
const FORGOTTEN_AFTER: Duration = Duration::from_hours(1);

/// A worker process, by its last heartbeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerState {
    /// Identity of this run of the process.
    pub id: Uuid,
    /// Host and process id: `ads-worker-2/4711`.
    pub name: String,
    /// The version of OmniTraffick.
    pub version: String,
    /// The broker that tells it of due deployments: `in-process`, `postgres` or `redis`.
    pub broker: String,
    /// True if its last heartbeat is fresh.
    pub alive: bool,
    /// The deployments that it can drive at once.
    pub concurrency: i32,
    /// The deployments that it drives now.
    pub in_flight: i32,
    /// The deployments that wait in it.
    pub queued: i32,
    /// The deployments that it has driven since it started.
    pub driven: i64,
    /// The moment at which it started.
    pub started_at: Timestamp,
    /// The moment of its last heartbeat.
    pub beat_at: Timestamp,
}

impl WorkerState {
    fn of(row: WorkerRow, now: Timestamp) -> Self {
        let silent = jiff::SignedDuration::try_from(SILENT_AFTER).unwrap_or_default();
        Self {
            alive: now.duration_since(row.beat_at) < silent,
            id: row.id,
            name: row.name,
            version: row.version,
            broker: row.broker,
            concurrency: row.concurrency,
            in_flight: row.in_hand,
            queued: row.queued,
            driven: row.driven,
            started_at: row.started_at,
            beat_at: row.beat_at,
        }
    }
}

impl App {
    /// Writes a worker's heartbeat.
    pub async fn beat(&self, worker: &WorkerRow) -> Result<()> {
        Ok(workers::beat(self.store(), worker).await?)
    }

    /// Removes a stopping worker from the list, and those that have long been silent.
    pub async fn leave(&self, id: Uuid) -> Result<()> {
        Ok(workers::leave(self.store(), Some(id), FORGOTTEN_AFTER, self.now()).await?)
    }

    /// All workers on record, the newest first.
    pub async fn workers(&self) -> Result<Vec<WorkerState>> {
        let now = self.now();
        Ok(workers::list(self.store()).await?.into_iter().map(|row| WorkerState::of(row, now)).collect())
    }
}

//! The workers: each writes a heartbeat, and a silent one does not count as alive.

use std::time::Duration;

use store::workers::{self, WorkerRow};
use uuid::Uuid;

use crate::{App, Result};

/// A worker without a heartbeat for this long is dead, or disconnected from the database.
pub const SILENT_AFTER: Duration = Duration::from_secs(15);

/// A worker that has been silent for this long is removed from the list.
const FORGOTTEN_AFTER: Duration = Duration::from_hours(1);

/// A worker, and true if it is alive.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkerState {
    /// The data of its last heartbeat.
    pub row: WorkerRow,
    /// True if that is fresh.
    pub alive: bool,
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
        let silent = jiff::SignedDuration::try_from(SILENT_AFTER).unwrap_or_default();
        Ok(workers::list(self.store())
            .await?
            .into_iter()
            .map(|row| WorkerState { alive: now.duration_since(row.beat_at) < silent, row })
            .collect())
    }
}

//! The deployments in flight of a worker, each with its lease's token, and the number of those that it has driven. The
//! heartbeat shows the counts; a stop releases the leases.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicI64, Ordering},
};

use domain::DeploymentId;
use parking_lot::Mutex;
use uuid::Uuid;

/// The deployments in flight of a worker.
#[derive(Debug, Default)]
pub(crate) struct InFlight {
    leases: Mutex<HashMap<DeploymentId, Uuid>>,
    driven: AtomicI64,
}

impl InFlight {
    /// Records that the worker drives a deployment under a lease's token.
    pub(crate) fn take(&self, id: DeploymentId, token: Uuid) {
        self.leases.lock().insert(id, token);
    }

    /// Records the end of a drive.
    pub(crate) fn done(&self, id: DeploymentId) {
        self.leases.lock().remove(&id);
        self.driven.fetch_add(1, Ordering::Relaxed);
    }

    /// The number of deployments in flight.
    pub(crate) fn count(&self) -> usize {
        self.leases.lock().len()
    }

    /// The number of finished drives.
    pub(crate) fn driven(&self) -> i64 {
        self.driven.load(Ordering::Relaxed)
    }

    /// Removes and returns all leases.
    pub(crate) fn take_all(&self) -> Vec<(DeploymentId, Uuid)> {
        self.leases.lock().drain().collect()
    }
}

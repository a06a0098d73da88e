//! The deployments that a worker drives at this moment, each with its lease's token, and how many it has driven. The heartbeat
//! shows the counts; a stop gives the leases back.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicI64, Ordering},
};

use domain::DeploymentId;
use parking_lot::Mutex;
use uuid::Uuid;

/// The deployments that a worker drives.
#[derive(Debug, Default)]
pub(crate) struct InFlight {
    leases: Mutex<HashMap<DeploymentId, Uuid>>,
    driven: AtomicI64,
}

impl InFlight {
    /// The worker begins to drive a deployment under a lease's token.
    pub(crate) fn take(&self, id: DeploymentId, token: Uuid) {
        self.leases.lock().insert(id, token);
    }

    /// It was driven, as far as it went.
    pub(crate) fn done(&self, id: DeploymentId) {
        self.leases.lock().remove(&id);
        self.driven.fetch_add(1, Ordering::Relaxed);
    }

    /// How many are driven.
    pub(crate) fn count(&self) -> usize {
        self.leases.lock().len()
    }

    /// How often a deployment was driven.
    pub(crate) fn driven(&self) -> i64 {
        self.driven.load(Ordering::Relaxed)
    }

    /// Removes and returns all leases.
    pub(crate) fn take_all(&self) -> Vec<(DeploymentId, Uuid)> {
        self.leases.lock().drain().collect()
    }
}

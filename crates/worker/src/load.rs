//! What a worker has in hand, under which lease, and how much it has done: for its heartbeat, and to give back what a stop
//! cuts off.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use domain::DeploymentId;
use uuid::Uuid;

/// What a worker has in hand.
#[derive(Debug, Default)]
pub(crate) struct Load {
    in_hand: Mutex<HashMap<DeploymentId, Uuid>>,
    driven: AtomicI64,
}

impl Load {
    /// A deployment is taken in hand under a lease's token.
    pub(crate) fn take(&self, id: DeploymentId, token: Uuid) {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner).insert(id, token);
    }

    /// It was driven, as far as it went.
    pub(crate) fn done(&self, id: DeploymentId) {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        self.driven.fetch_add(1, Ordering::Relaxed);
    }

    /// How many are in hand.
    pub(crate) fn in_hand(&self) -> usize {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// How often something was driven.
    pub(crate) fn driven(&self) -> i64 {
        self.driven.load(Ordering::Relaxed)
    }

    /// What is still in hand, and is so no longer.
    pub(crate) fn take_all(&self) -> Vec<(DeploymentId, Uuid)> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner).drain().collect()
    }
}

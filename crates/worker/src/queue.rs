//! The ids that this process was hinted at, each at most once.

use std::{
    collections::{HashSet, VecDeque},
    sync::{Mutex, PoisonError},
};

use domain::DeploymentId;
use tokio::sync::Semaphore;

/// A queue without doubles.
#[derive(Debug)]
pub struct Queue {
    inner: Mutex<Inner>,
    /// One permit an id: waiting for an id is waiting for a permit.
    waiting: Semaphore,
}

#[derive(Debug, Default)]
struct Inner {
    order: VecDeque<DeploymentId>,
    known: HashSet<DeploymentId>,
}

impl Default for Queue {
    fn default() -> Self {
        Self { inner: Mutex::default(), waiting: Semaphore::new(0) }
    }
}

impl Queue {
    /// Adds ids that are not in the queue yet.
    pub fn push(&self, ids: &[DeploymentId]) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        for id in ids {
            if inner.known.insert(*id) {
                inner.order.push_back(*id);
                self.waiting.add_permits(1);
            }
        }
    }

    /// The next id; waits for one. Safe to be dropped while waiting.
    pub async fn next(&self) -> DeploymentId {
        loop {
            // The semaphore is never closed; a permit that is not there is waited for again.
            if let Ok(permit) = self.waiting.acquire().await {
                permit.forget();
            }
            let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(id) = inner.order.pop_front() {
                inner.known.remove(&id);
                return id;
            }
        }
    }

    /// How many ids wait.
    pub fn len(&self) -> usize {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).order.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> DeploymentId {
        DeploymentId(uuid::Uuid::from_u128(n))
    }

    #[tokio::test]
    async fn an_id_waits_once_however_often_it_is_hinted_at() {
        let queue = Queue::default();
        queue.push(&[id(1), id(2), id(1)]);
        queue.push(&[id(2)]);
        assert_eq!(queue.len(), 2);
        assert_eq!((queue.next().await, queue.next().await), (id(1), id(2)));
        queue.push(&[id(1)]);
        assert_eq!(queue.next().await, id(1));
        assert!(queue.is_empty());
    }
}

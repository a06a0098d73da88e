//! The counts that operators follow, for metrics.

use store::metrics::{self, Queue, Tallies};

use crate::{App, Result};

/// Counts at one moment. Where there are more than 10,000 deployments or attempts, their counts are some seconds old.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// Deployments by platform and status.
    pub deployments: Vec<(String, String, i64)>,
    /// Exchanges with platforms by outcome.
    pub attempts: Vec<(String, i64)>,
    /// Deployments that are due and that no worker drives.
    pub queue_depth: i64,
    /// The seconds since the first of those became due.
    pub oldest_due_seconds: f64,
    /// The number of parked accounts.
    pub parked_accounts: i64,
    /// The workers that are alive.
    pub workers: WorkerCounts,
}

/// The workers that are alive, together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WorkerCounts {
    /// Their number.
    pub alive: usize,
    /// Deployments that they can drive at once.
    pub concurrency: i64,
    /// Deployments that they drive now.
    pub in_flight: i64,
}

impl App {
    /// The counts now.
    pub async fn counts(&self) -> Result<Counts> {
        let Tallies { deployments, attempts } = metrics::tallies(self.store()).await?;
        let Queue { depth, oldest_due_seconds, parked_accounts } = metrics::queue(self.store(), self.now()).await?;
        let workers = self.worker_counts().await?;
        Ok(Counts { deployments, attempts, queue_depth: depth, oldest_due_seconds, parked_accounts, workers })
    }

    /// The workers that are alive, together.
    pub(crate) async fn worker_counts(&self) -> Result<WorkerCounts> {
        let alive = self.workers().await?.into_iter().filter(|worker| worker.alive);
        Ok(alive.fold(WorkerCounts::default(), |sum, worker| WorkerCounts {
            alive: sum.alive + 1,
            concurrency: sum.concurrency + i64::from(worker.concurrency),
            in_flight: sum.in_flight + i64::from(worker.in_flight),
        }))
    }
}

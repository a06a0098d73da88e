//! The state of all work at this moment: the deployments by status, the queue, and the workers.

use domain::{deployment::DeploymentStatus, list::DeploymentFilter};
use store::{deployments, metrics};

use crate::{App, Result};

/// The current state of the engine.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The number of deployments in each status that match the filter.
    pub by_status: Vec<(DeploymentStatus, u64)>,
    /// The number of deployments that are due and not claimed.
    pub due: i64,
    /// The longest time that one of those has been due.
    pub oldest_due_seconds: f64,
    /// The number of parked accounts.
    pub parked_accounts: i64,
    /// The number of paused accounts and platforms.
    pub paused_accounts: usize,
    /// The number of living workers.
    pub workers_alive: usize,
}

impl App {
    /// The current overview.
    pub async fn overview(&self, filter: &DeploymentFilter) -> Result<Overview> {
        let reader = self.store().reader();
        let queue = metrics::queue(self.store(), self.now()).await?;
        Ok(Overview {
            by_status: deployments::count_filtered(self.store(), filter).await?,
            due: queue.depth,
            oldest_due_seconds: queue.oldest_due_seconds,
            parked_accounts: queue.parked_accounts,
            paused_accounts: store::holds::list(reader).await?.len(),
            workers_alive: self.worker_counts().await?.alive,
        })
    }
}

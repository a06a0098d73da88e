//! How it goes: how many deployments are where, how long the queue is, and how it went lately.

use std::time::Duration;

use domain::{Timestamp, deployment::DeploymentStatus};
use store::{deployments, deployments::DeploymentFilter, metrics};

pub use store::deployments::Span;

use crate::{App, Result};

/// How it goes at this moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// How many deployments there are in each status, of those that the filter lets through.
    pub by_status: Vec<(DeploymentStatus, u64)>,
    /// How many are due and in nobody's hands.
    pub due: i64,
    /// How long the longest of those has been due.
    pub oldest_due_seconds: f64,
    /// How many accounts are parked now.
    pub parked_accounts: i64,
    /// How many accounts and platforms are paused.
    pub paused_accounts: usize,
    /// How many workers are alive.
    pub workers_alive: usize,
}

impl App {
    /// How it goes.
    pub async fn overview(&self, filter: &DeploymentFilter) -> Result<Overview> {
        let reader = self.store().reader();
        let queue = metrics::queue(self.store(), self.now()).await?;
        Ok(Overview {
            by_status: deployments::count_filtered(self.store(), filter).await?,
            due: queue.depth,
            oldest_due_seconds: queue.oldest_due_seconds,
            parked_accounts: queue.parked_accounts,
            paused_accounts: store::holds::list(reader).await?.len(),
            workers_alive: self.workers().await?.iter().filter(|worker| worker.alive).count(),
        })
    }

    /// What ended in the last `reach`, in spans of `width`, oldest first; spans in which nothing ended are there too.
    pub async fn history(&self, reach: Duration, width: Duration) -> Result<Vec<Span>> {
        let now = self.now();
        let from = now.checked_sub(jiff::SignedDuration::try_from(reach).unwrap_or_default()).unwrap_or(Timestamp::MIN);
        Ok(deployments::history(self.store().reader(), from, now, width).await?)
    }
}

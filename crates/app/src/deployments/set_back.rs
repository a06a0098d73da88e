//! What the database itself refuses to store or to show: it would refuse that again at every try, so the deployment is tried a
//! few times, less and less often, and then ends with the reason.

use store::{
    StoreError, Tx,
    deployments::{self, Lease},
};
use tracing::error;

use super::drive::Driven;
use crate::{App, AppError, Result};
use domain::{Deployment, Timestamp, deployment::DeploymentStatus};

impl App {
    /// Lets a deployment wait, or ends it, whose driving failed with an error that comes again.
    pub(super) async fn set_back(&self, lease: Lease, cause: StoreError) -> Result<Driven> {
        let id = lease.deployment;
        error!(deployment.id = %id, error = %cause, "deployment {id} met what the database refuses: {cause}");
        let now = self.now();
        let tx = self.store().begin().await?;
        let Some(deployment) = self.hold_or_claim(&tx, lease, now).await? else { return Ok(Driven::NotOurs) };
        let policy = &self.engine().retry;
        let reason =
            format!("OmniTraffick could not write down how it went, so it does not know how it stands: {cause}.");
        let retries = deployment.retries.saturating_add(1);
        if retries > policy.max_retries {
            drop(tx);
            return self.give_up(lease, &deployment, &reason, now).await;
        }
        let delay = policy.settle.max(policy.backoff(retries, self.rng().fraction()));
        deployments::wait(&tx, lease, delay, retries, false, &reason, now).await?;
        self.record_wait(&tx, &deployment, delay, &reason).await?;
        tx.commit().await?;
        Ok(Driven::Waits(delay))
    }

    /// The deployment under the lease, which may have been lost with the transaction that failed.
    async fn hold_or_claim(&self, tx: &Tx, lease: Lease, now: Timestamp) -> Result<Option<Deployment>> {
        let how_long = self.engine().lease;
        match deployments::renew(tx, lease, how_long, now).await {
            Ok(()) => Ok(Some(deployments::get(tx.connection(), lease.deployment).await?)),
            Err(StoreError::Stale) => Ok(deployments::claim(tx, lease, how_long, now).await?),
            Err(other) => Err(other.into()),
        }
    }

    async fn give_up(&self, lease: Lease, deployment: &Deployment, reason: &str, now: Timestamp) -> Result<Driven> {
        let ended = match self.end_with_ticket(lease, deployment, reason, now).await {
            // The steps or the ticket may be what cannot be read or written.
            Err(AppError::Store(error)) if error.is_lasting() => self.end_alone(lease, deployment, reason, now).await,
            other => other,
        };
        ended.map(|()| Driven::Ended(DeploymentStatus::Failure))
    }

    async fn end_with_ticket(&self, lease: Lease, deployment: &Deployment, reason: &str, now: Timestamp) -> Result<()> {
        let tx = self.store().begin().await?;
        self.hold_or_claim(&tx, lease, now).await?;
        let steps = deployments::steps_of(tx.connection(), deployment.id).await?;
        self.fail(&tx, lease, deployment, &steps, reason, now).await?;
        Ok(tx.commit().await?)
    }

    async fn end_alone(&self, lease: Lease, deployment: &Deployment, reason: &str, now: Timestamp) -> Result<()> {
        let tx = self.store().begin().await?;
        self.hold_or_claim(&tx, lease, now).await?;
        deployments::finish(&tx, lease, DeploymentStatus::Failure, Some(reason), now).await?;
        let ended = self.end_of(deployment, DeploymentStatus::Failure, Some(reason));
        store::events::append(&tx, vec![ended]).await?;
        Ok(tx.commit().await?)
    }
}

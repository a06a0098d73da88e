//! Cancelling a deployment, as long as nothing was sent.

use domain::{Deployment, DeploymentId, event::Actor};
use serde_json::json;
use store::{StoreError, deployments};

use crate::{App, AppError, Result, app::or_not_found};

impl App {
    /// Cancels a deployment of which nothing was sent. Its ticket stays `READY_FOR_API`.
    pub async fn cancel_deployment(&self, actor: &Actor, id: DeploymentId) -> Result<Deployment> {
        let tx = self.store().begin().await?;
        let before = or_not_found(deployments::get(tx.connection(), id).await, "deployment", id)?;
        deployments::cancel(&tx, id, self.now()).await.map_err(|error| match error {
            StoreError::Stale if before.status.is_active() => AppError::Conflict(
                "Something was sent to the platform already, or is being sent, so the deployment cannot be cancelled: wait for its end."
                    .to_owned(),
            ),
            StoreError::Stale => {
                AppError::Conflict(format!("The deployment has ended ({}), so there is nothing to cancel.", before.status.as_str()))
            }
            other => other.into(),
        })?;
        let data = json!({
            "before": {"status": before.status}, "after": {"status": "REVOKED", "ticket_id": before.ticket_id},
        });
        let event = self.event("deployment.cancelled", format!("deployments/{id}"), actor, data);
        store::events::append(&tx, vec![event]).await?;
        let after = deployments::get(tx.connection(), id).await?;
        tx.commit().await?;
        Ok(after)
    }
}

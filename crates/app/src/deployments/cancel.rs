//! Cancelling a deployment, as long as nothing was sent.

use domain::Word as _;
use domain::{
    Deployment, DeploymentId,
    deployment::engine::{self, Input, Uncancellable},
    event::Actor,
};
use store::deployments::Commit;

use crate::{App, AppError, Result};

/// The most times that a deployment is read again because it changed before it was written.
const PATIENCE: usize = 16;

impl App {
    /// Cancels a deployment of which nothing was sent. Its ticket stays `READY_FOR_API`.
    pub async fn cancel_deployment(&self, actor: &Actor, id: DeploymentId) -> Result<Deployment> {
        for _ in 0..PATIENCE {
            let reading = self.ledger().read(self.store(), id).await?;
            let reading =
                reading.ok_or_else(|| AppError::NotFound(format!("There is no deployment with the id {id}.")))?;
            let now = reading.now(self.now());
            let Some(decision) = engine::decide(&reading.snapshot, Input::Cancel, self.rules(), now) else {
                return Err(refusal(engine::uncancellable(&reading.snapshot, now)));
            };
            let write = decision.write.clone();
            let events = write.events.iter().map(|happened| self.event_by(actor, &decision.after, happened)).collect();
            if self.ledger().commit(self.store(), Commit { write, attempts: Vec::new(), events }).await? {
                return Ok(store::deployments::get(self.store().reader(), id).await?);
            }
        }
        Err(refusal(Some(Uncancellable::Sent)))
    }
}

fn refusal(why: Option<Uncancellable>) -> AppError {
    match why {
        Some(Uncancellable::Over(status)) => AppError::Conflict(format!(
            "The deployment has ended ({}), so there is nothing to cancel.",
            status.as_str()
        )),
        Some(Uncancellable::Sent) | None => AppError::Conflict(
            "Something was sent to the platform already, or is being sent, so the deployment cannot be cancelled: wait for its end."
                .to_owned(),
        ),
    }
}

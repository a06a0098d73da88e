//! Trying again what failed. A failed ticket is judged anew, then deployed: what exists already is found, and not made again.

use std::time::Duration;

use domain::{DeploymentId, TicketId, TicketStatus, event::Actor, job::JobKind};
use store::{
    StoreError,
    deployments::{self, FailureFilter},
    jobs::ItemClaim,
};

use crate::{App, AppError, Bulk, Result, app::or_not_found, deployments::Accepted};

/// Many failures that are tried again.
#[derive(Debug)]
pub struct Retried {
    /// The job that does it; none where nothing matches.
    pub bulk: Option<Bulk>,
    /// How many more failures match the filter.
    pub remaining: u64,
}

impl App {
    /// Tries the ticket of a failed deployment again.
    pub async fn retry_deployment(&self, actor: &Actor, id: DeploymentId) -> Result<Accepted> {
        let deployment = or_not_found(deployments::get(self.store().reader(), id).await, "deployment", id)?;
        self.retry_ticket(actor, deployment.ticket_id, None).await
    }

    /// Accepts a job that retries the failed tickets whose last deployment matches the filter, the longest failed
    /// first; at most `limit` of them.
    pub async fn retry_failed(
        &self,
        actor: &Actor,
        filter: &FailureFilter,
        limit: u64,
        patience: Duration,
    ) -> Result<Retried> {
        let failed = deployments::failed_tickets(self.store().reader(), filter, limit).await?;
        if failed.tickets.is_empty() {
            return Ok(Retried { bulk: None, remaining: failed.more });
        }
        let bulk = self.start_job(actor, JobKind::Retry, &failed.tickets, patience).await?;
        Ok(Retried { bulk: Some(bulk), remaining: failed.more })
    }

    pub(crate) async fn retry_ticket(&self, actor: &Actor, id: TicketId, item: Option<ItemClaim>) -> Result<Accepted> {
        let ticket = self.ticket(id).await?;
        let judged_anew = ticket.state.status() == TicketStatus::Failed;
        if judged_anew {
            let judged = self.run_qa(actor, id).await?;
            if judged.state.status() != TicketStatus::ReadyForApi {
                let why = judged.state.reason().unwrap_or("see its findings").to_owned();
                return Err(AppError::NotReady(format!("QA does not let it pass any more: {why}")));
            }
        }
        self.request_deployment_of(actor, id, item).await.map_err(|error| match error {
            // The ticket has passed QA by then, so it would be wrong to say that nothing was changed.
            AppError::Store(StoreError::Unavailable(cause)) if judged_anew => {
                AppError::Store(StoreError::InDoubt(cause))
            }
            other => other,
        })
    }
}

//! Retries of failures. A failed ticket is checked again, then deployed: existing objects are found, and not made
//! again.

use std::time::Duration;

use domain::{DeploymentId, TicketId, TicketStatus, deployment::FailureFilter, event::Actor, job::JobKind};
use store::{StoreError, deployments, jobs::ItemClaim};

use crate::{App, AppError, Bulk, Result, app::or_not_found, deployments::Accepted};

/// The retry of many failures.
#[derive(Debug)]
pub struct Retried {
    /// The job that does it; none if nothing matches.
    pub bulk: Option<Bulk>,
    /// The number of further failures that match the filter.
    pub remaining: u64,
}

impl App {
    /// Retries the ticket of a failed deployment.
    pub async fn retry_deployment(&self, actor: &Actor, id: DeploymentId) -> Result<Accepted> {
        let deployment = or_not_found(deployments::get(self.store().reader(), id).await, "deployment", id)?;
        self.retry_ticket(actor, deployment.ticket_id, None).await
    }

    /// Accepts a job that retries the failed tickets whose last deployment matches the filter, the oldest failure
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
        let checked_again = ticket.state.status() == TicketStatus::Failed;
        if checked_again {
            let judged = self.run_qa(actor, id).await?;
            if judged.state.status() != TicketStatus::ReadyForApi {
                let why = judged.state.reason().unwrap_or("see its findings").to_owned();
                return Err(AppError::NotReady(format!("QA does not pass it any more: {why}")));
            }
        }
        self.request_deployment_of(actor, id, item).await.map_err(|error| match error {
            // The ticket has passed QA by then, so it would be wrong to say that nothing was changed.
            AppError::Store(StoreError::Unavailable(cause)) if checked_again => {
                AppError::Store(StoreError::InDoubt(cause))
            }
            other => other,
        })
    }
}

//! Trying again what failed. A failed ticket is judged anew, then deployed: what exists already is found, and not made again.

use domain::{DeploymentId, TicketId, TicketStatus, event::Actor};
use store::deployments::{self, FailureFilter};

use crate::{App, AppError, Result, app::or_not_found, deployments::Accepted};

/// What came of trying many again.
#[derive(Debug)]
pub struct Retried {
    /// One answer a ticket.
    pub answers: Vec<(TicketId, Result<Accepted>)>,
    /// How many more failures match the filter.
    pub remaining: u64,
}

impl App {
    /// Tries the ticket of a failed deployment again.
    pub async fn retry_deployment(&self, actor: &Actor, id: DeploymentId) -> Result<Accepted> {
        let deployment = or_not_found(deployments::get(self.store().reader(), id).await, "deployment", id)?;
        self.retry_ticket(actor, deployment.ticket_id).await
    }

    /// Tries again the failed tickets whose last deployment the filter lets through, the longest failed first; at most
    /// `limit` of them.
    pub async fn retry_failed(&self, actor: &Actor, filter: &FailureFilter, limit: u64) -> Result<Retried> {
        let failed = deployments::failed_tickets(self.store().reader(), filter, limit).await?;
        let mut answers = Vec::with_capacity(failed.tickets.len());
        for ticket in failed.tickets {
            answers.push((ticket, self.retry_ticket(actor, ticket).await));
        }
        Ok(Retried { answers, remaining: failed.more })
    }

    async fn retry_ticket(&self, actor: &Actor, id: TicketId) -> Result<Accepted> {
        let ticket = self.ticket(id).await?;
        if ticket.state.status() == TicketStatus::Failed {
            let judged = self.run_qa(actor, id).await?;
            if judged.state.status() != TicketStatus::ReadyForApi {
                let why = judged.state.reason().unwrap_or("see its findings").to_owned();
                return Err(AppError::NotReady(format!("QA does not let it pass any more: {why}")));
            }
        }
        self.request_deployment(actor, id).await
    }
}

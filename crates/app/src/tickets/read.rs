//! Reading and deleting tickets.

use domain::{Ticket, TicketId, Version, event::Actor};
use store::{
    ListQuery, Listed, StoreError, deployments, locks,
    tickets::{self, TicketFilter},
};

use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

impl App {
    /// A page of tickets.
    pub async fn list_tickets(&self, filter: &TicketFilter, query: &ListQuery) -> Result<Listed<Ticket>> {
        Ok(tickets::list(self.store(), filter, query).await?)
    }

    /// One ticket.
    pub async fn ticket(&self, id: TicketId) -> Result<Ticket> {
        or_not_found(store::get(self.store().reader(), id).await, "ticket", id)
    }

    /// Deletes a ticket that was never deployed.
    pub async fn delete_ticket(&self, actor: &Actor, id: TicketId, expected: Option<Version>) -> Result<()> {
        let tx = self.store().begin().await?;
        or_not_found(locks::ticket(&tx, id).await, "ticket", id)?;
        let ticket: Ticket = or_not_found(store::get(tx.connection(), id).await, "ticket", id)?;
        expect_version(expected, ticket.version, "The ticket")?;
        if let Some(deployment) = deployments::active_of(tx.connection(), id).await? {
            return Err(AppError::Conflict(format!(
                "The ticket is being deployed (deployment {}), so it cannot be deleted: wait, or cancel the deployment.",
                deployment.id
            )));
        }
        self.record_end(&tx, actor, id, &ticket).await.map_err(|error| match error {
            StoreError::Referenced => AppError::Conflict(
                "The ticket was deployed, and its deployments refer to it as their record, so it stays.".to_owned(),
            ),
            other => other.into(),
        })?;
        tx.commit().await?;
        Ok(())
    }
}

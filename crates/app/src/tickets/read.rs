//! Reading and deleting tickets.

use domain::{
    Deployment, Ticket, TicketId, TicketStatus, Version,
    event::Actor,
    list::{ListQuery, Listed, TicketFilter},
};
use store::{
    StoreError, deployments, locks,
    tickets::{self, ListedTicket},
};

use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
};

/// A ticket with its active deployment, for readers.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketView {
    /// The ticket.
    pub ticket: Ticket,
    /// Its active deployment; none if there is none.
    pub active_deployment: Option<Deployment>,
    /// The fields that a list leaves out because they are large.
    pub omitted: Vec<&'static str>,
}

impl From<Ticket> for TicketView {
    /// A ticket without an active deployment, such as one that was just created or changed: while there is one, a
    /// ticket is not changed.
    fn from(ticket: Ticket) -> Self {
        Self { ticket, active_deployment: None, omitted: Vec::new() }
    }
}

impl App {
    /// A page of tickets, each with its active deployment.
    pub async fn list_tickets(&self, filter: &TicketFilter, query: &ListQuery) -> Result<Listed<TicketView>> {
        let page = tickets::list(self.store(), filter, query).await?;
        // A ticket is READY_FOR_API until its deployment ends: the others have none, so a page without such tickets
        // needs no query.
        let ready = page.items.iter().filter(|one| one.ticket.state.status() == TicketStatus::ReadyForApi);
        let ready: Vec<TicketId> = ready.map(|one| one.ticket.id).collect();
        let mut active = deployments::active_of_each(self.store().reader(), &ready).await?;
        Ok(page.map(|ListedTicket { ticket, omitted }| TicketView {
            active_deployment: active.remove(&ticket.id),
            ticket,
            omitted,
        }))
    }

    /// One ticket, with its active deployment.
    pub async fn ticket_view(&self, id: TicketId) -> Result<TicketView> {
        let ticket = self.ticket(id).await?;
        let active_deployment = match ticket.state.status() {
            TicketStatus::ReadyForApi => deployments::active_of(self.store().reader(), id).await?,
            _ => None,
        };
        Ok(TicketView { ticket, active_deployment, omitted: Vec::new() })
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

//! Sends tickets back that had passed QA, because an input of QA has changed.

use domain::{event::Actor, list::TicketFilter, ticket::TicketEvent};
use store::Tx;

use crate::{App, Result, tickets::change::status_change};

impl App {
    /// Makes drafts of the tickets in `READY_FOR_API` that match the filter and are not being deployed.
    pub(crate) async fn send_back(&self, tx: &Tx, filter: &TicketFilter, why: &str) -> Result<()> {
        let mut events = Vec::new();
        for before in store::tickets::hold_ready_and_idle(tx, filter).await? {
            let mut after = before.clone();
            after.state = after.state.apply(TicketEvent::Edited)?;
            after.updated_at = self.now();
            after.version += 1;
            tx.update(&after).await?;
            let data = status_change(&before, &after, Some(why));
            events.push(self.event("ticket.status_changed", format!("tickets/{}", after.id), &Actor::qa(), data));
        }
        Ok(store::events::append(tx, events).await?)
    }
}

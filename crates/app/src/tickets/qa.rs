//! Running QA: the only way to `READY_FOR_API`.

use domain::{Ticket, TicketId, event::Actor, qa, ticket::TicketEvent};
use store::{Tx, dossier::Dossier};

use super::Context;
use crate::{App, Result, tickets::change::status_change};

impl App {
    /// Runs QA on a ticket; the ticket has the result.
    pub async fn run_qa(&self, actor: &Actor, id: TicketId) -> Result<Ticket> {
        let change = super::TicketChange { status: Some(domain::TicketStatus::QaTesting), ..Default::default() };
        self.change_ticket(actor, id, change, None).await
    }

    /// Checks the ticket and moves it to the resulting status, with an event for each move.
    pub(super) async fn qa_in(&self, tx: &Tx, actor: &Actor, dossier: &mut Dossier) -> Result<()> {
        let mut testing = dossier.ticket.clone();
        testing.state = testing.state.apply(TicketEvent::QaRequested)?;
        // Both moves are one change of the ticket: their events have its resulting version.
        testing.version += 1;

        let context = Context::of(tx.connection(), dossier.clone()).await?;
        let translation = context.translate(self).await;
        let findings = context.findings(self, tx.connection(), &translation.facts).await?;
        let verdict = match qa::summary(&findings) {
            None => TicketEvent::QaPassed { digest: context.digest(&translation) },
            Some(reason) => TicketEvent::QaBlocked { reason },
        };
        let mut judged = testing.clone();
        judged.state = testing.state.clone().apply(verdict)?;
        judged.findings = findings;
        judged.planned = translation.facts.planned;
        judged.updated_at = self.now();
        tx.update(&judged).await?;
        let subject = format!("tickets/{}", judged.id);
        let events = [(&dossier.ticket, &testing), (&testing, &judged)].map(|(before, after)| {
            self.event("ticket.status_changed", subject.clone(), actor, status_change(before, after, None))
        });
        store::events::append(tx, events.into()).await?;
        dossier.ticket = judged;
        Ok(())
    }
}

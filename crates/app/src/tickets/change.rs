//! Changing a ticket: its configuration, or its state by hand.

use domain::{
    Event, Ticket, TicketId, TicketStatus, Version, Violation, Word,
    event::Actor,
    ticket::{TicketEvent, lifecycle::ExternalId, parse_qa_failure_reason, parse_variant},
};
use serde_json::{Map, Value, json};
use store::{
    StoreError, Tx, deployments,
    dossier::{self, Dossier},
    locks,
};

use super::{
    context::{translate, within_limits},
    create::ticket_name,
};
use crate::{
    App, AppError, Result,
    app::{expect_version, or_not_found},
    snapshot::{ticket_context, with_context},
};

/// Changes of a ticket. `status` is a request: `QA_TESTING` runs QA.
#[derive(Debug, Clone, Default)]
pub struct TicketChange {
    /// The requested status.
    pub status: Option<TicketStatus>,
    /// The whole new configuration.
    pub payload_config: Option<Map<String, Value>>,
    /// Another variant, or none.
    pub variant: Option<Option<String>>,
    /// The id of an object that was trafficked outside the system; with `TRAFFICKED_SUCCESS`.
    pub external_platform_id: Option<String>,
    /// A reviewer's reason for a refusal; with `QA_FAILED`.
    pub qa_failure_reason: Option<String>,
}

impl App {
    /// Changes a ticket. An edit comes first, then the requested status; all or nothing.
    pub async fn change_ticket(
        &self,
        actor: &Actor,
        id: TicketId,
        change: TicketChange,
        expected: Option<Version>,
    ) -> Result<Ticket> {
        let tx = self.store().begin().await?;
        or_not_found(locks::plan(&tx, id).await, "ticket", id)?;
        let dossier = or_not_found(dossier::load(tx.connection(), id).await, "ticket", id)?;
        expect_version(expected, dossier.ticket.version, "The ticket")?;
        if let Some(deployment) = deployments::active_of(tx.connection(), id).await? {
            return Err(AppError::Conflict(format!(
                "The ticket is being deployed (deployment {}), so it cannot be changed: wait, or cancel the deployment.",
                deployment.id
            )));
        }
        let mut dossier = dossier;
        let edited = self.edit(&tx, actor, &mut dossier, &change).await?;
        match self.requested_move(&dossier.ticket, &change, edited)? {
            Some(Requested::Qa) => self.qa_in(&tx, actor, &mut dossier).await?,
            Some(Requested::Event(event, by_hand)) => {
                self.move_ticket(&tx, actor, &mut dossier.ticket, event, by_hand).await?;
            }
            None => {}
        }
        tx.commit().await?;
        Ok(dossier.ticket)
    }

    /// Writes a new configuration or variant, which makes the ticket a draft again. Returns true if there was any.
    async fn edit(&self, tx: &Tx, actor: &Actor, dossier: &mut Dossier, change: &TicketChange) -> Result<bool> {
        let before = dossier.ticket.clone();
        let mut after = before.clone();
        if let Some(config) = &change.payload_config {
            within_limits(self, &dossier.channel, config)?;
            after.payload_config.clone_from(config);
        }
        if let Some(variant) = &change.variant {
            after.variant = variant.as_deref().map(parse_variant).transpose()?;
            after.name = ticket_name(&dossier.campaign, &dossier.channel, after.variant.as_deref())?;
        }
        if after == before {
            return Ok(false);
        }
        after.state = after.state.apply(TicketEvent::Edited)?;
        after.findings = Vec::new();
        dossier.ticket = after;
        let translation = translate(self, dossier).await;
        dossier.ticket.planned = translation.facts.planned;
        self.keep_traces(tx, &before, dossier, translation.facts.account_id.as_deref()).await?;
        let after = &mut dossier.ticket;
        after.updated_at = self.now();
        after.version += 1;
        self.record_change(tx, actor, &before, after).await.map_err(|error| match error {
            StoreError::Taken(_) => AppError::Taken(
                Violation::at("/variant", format!("There is a ticket named {} already.", after.name))
                    .suggest("Choose another variant."),
            ),
            other => other.into(),
        })?;
        self.record_move(tx, actor, &before, after, None).await?;
        Ok(true)
    }

    /// An object that may be on the platform is found by its name and account, so neither changes once something was
    /// sent.
    async fn keep_traces(&self, tx: &Tx, before: &Ticket, after: &Dossier, account: Option<&str>) -> Result<()> {
        let Some(last) = deployments::latest_of(tx.connection(), before.id).await? else {
            return Ok(());
        };
        let steps = deployments::steps_of(tx.connection(), last.id).await?;
        if !steps.iter().any(domain::deployment::Step::may_exist) {
            return Ok(());
        }
        let platform = last.account.platform;
        if after.ticket.name != before.name {
            return Err(AppError::Conflict(format!(
                "An object named {} may already be on {platform}, so the ticket keeps its name: make another ticket for the new variant.",
                before.name
            )));
        }
        if account != Some(last.account.account_id.as_str()) {
            return Err(AppError::Conflict(format!(
                "An object named {} may already be in {}, so the ticket keeps its account: make another ticket for the other account.",
                before.name, last.account
            )));
        }
        Ok(())
    }

    fn requested_move(&self, ticket: &Ticket, change: &TicketChange, edited: bool) -> Result<Option<Requested>> {
        let _ = self;
        let status = match change.status {
            Some(status) => status,
            None if change.external_platform_id.is_some() => {
                return Err(Violation::at(
                    "/external_platform_id",
                    "An id is written back together with the state that it belongs to.",
                )
                .suggest("Add \"status\": \"TRAFFICKED_SUCCESS\".")
                .into());
            }
            None if change.qa_failure_reason.is_some() => {
                return Err(Violation::at(
                    "/qa_failure_reason",
                    "A reason is given together with the state that it explains.",
                )
                .suggest("Add \"status\": \"QA_FAILED\".")
                .into());
            }
            None => return Ok(None),
        };
        Ok(match status {
            TicketStatus::QaTesting => Some(Requested::Qa),
            TicketStatus::Draft if edited || ticket.state.status() == TicketStatus::Draft => None,
            TicketStatus::Draft => Some(Requested::Event(TicketEvent::Edited, false)),
            TicketStatus::QaFailed => {
                let reason = change.qa_failure_reason.as_deref().map(parse_qa_failure_reason).transpose()?;
                let reason = reason.filter(|reason| !reason.is_empty());
                let reason = reason.ok_or_else(|| {
                    Violation::at("/qa_failure_reason", "A ticket is refused by hand only with a reason.")
                        .suggest("Add \"qa_failure_reason\" with a sentence for the planner.")
                })?;
                Some(Requested::Event(TicketEvent::Rejected { reason }, true))
            }
            TicketStatus::TraffickedSuccess => {
                let external_id = written_back(change.external_platform_id.as_deref())?;
                Some(Requested::Event(TicketEvent::WrittenBack { external_id }, true))
            }
            TicketStatus::ReadyForApi | TicketStatus::Failed => {
                return Err(AppError::Conflict(format!(
                    "No request sets {}: {}. The ticket is {}; you can {}.",
                    status.as_str(),
                    if status == TicketStatus::ReadyForApi {
                        "a ticket gets there by passing QA (set QA_TESTING)"
                    } else {
                        "a ticket gets there when its deployment fails"
                    },
                    ticket.state.status().as_str(),
                    ticket.state.status().legal_moves()
                )));
            }
        })
    }

    /// Moves a ticket and records it.
    pub(crate) async fn move_ticket(
        &self,
        tx: &Tx,
        actor: &Actor,
        ticket: &mut Ticket,
        event: TicketEvent,
        by_hand: bool,
    ) -> Result<()> {
        let moved = self.moved(actor, ticket, event, by_hand.then_some("by hand"))?;
        tx.update(ticket).await?;
        Ok(store::events::append(tx, moved.into_iter().collect()).await?)
    }

    /// Moves a ticket, in memory; returns the event to write with it.
    pub(crate) fn moved(
        &self,
        actor: &Actor,
        ticket: &mut Ticket,
        event: TicketEvent,
        note: Option<&str>,
    ) -> Result<Option<Event>> {
        let before = ticket.clone();
        ticket.state = before.state.clone().apply(event)?;
        ticket.updated_at = self.now();
        ticket.version += 1;
        Ok(self.move_of(actor, &before, ticket, note))
    }

    /// Appends `ticket.status_changed`, if the status did change.
    pub(crate) async fn record_move(
        &self,
        tx: &Tx,
        actor: &Actor,
        before: &Ticket,
        after: &Ticket,
        note: Option<&str>,
    ) -> Result<()> {
        Ok(store::events::append(tx, self.move_of(actor, before, after, note).into_iter().collect()).await?)
    }

    /// `ticket.status_changed`, if the status did change.
    fn move_of(&self, actor: &Actor, before: &Ticket, after: &Ticket, note: Option<&str>) -> Option<Event> {
        if before.state == after.state {
            return None;
        }
        let data = status_change(before, after, note);
        Some(self.event("ticket.status_changed", format!("tickets/{}", after.id), actor, data))
    }
}

/// An id that a person copied from the platform. Spreadsheets turn ids into numbers, and other text could become any
/// address.
fn written_back(typed: Option<&str>) -> Result<ExternalId> {
    const FIELD: &str = "/external_platform_id";
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty()).ok_or_else(|| {
        Violation::at(FIELD, "A ticket is TRAFFICKED_SUCCESS only with the id that its object has on the platform.")
            .suggest("Add \"external_platform_id\" with that id.")
    })?;
    Ok(ExternalId::new(typed).ok_or_else(|| {
        let shown: String = typed.chars().take(80).collect();
        Violation::at(FIELD, format!("{shown:?} does not have the form of an id: {}.", ExternalId::FORM))
            .suggest("Copy the id from the platform's own manager, as text: a spreadsheet may turn it into a number.")
    })?)
}

enum Requested {
    Qa,
    Event(TicketEvent, bool),
}

/// The data of `ticket.status_changed`: everything that a board needs to move the card.
pub(crate) fn status_change(before: &Ticket, after: &Ticket, note: Option<&str>) -> Value {
    let data = json!({
        "before": {"status": before.state.status(), "version": before.version},
        "after": {
            "status": after.state.status(), "version": after.version, "external_platform_id": after.state.external_id(),
            "qa_failure_reason": after.state.reason(),
        },
        "name": after.name,
        "note": note,
    });
    with_context(data, ticket_context(after))
}

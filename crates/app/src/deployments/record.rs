//! The engine's events: what a decision tells, as entries of the event log.

use std::time::Duration;

use domain::{
    AccountRef, Event,
    deployment::engine::{Happened, Snapshot, TicketHead},
    event::Actor,
};
use serde_json::{Value, json};
use store::Tx;
use tracing::debug;

use crate::{App, Result};

impl App {
    pub(crate) async fn record_account(
        &self,
        tx: &Tx,
        kind: &'static str,
        account: &AccountRef,
        actor: &Actor,
        data: Value,
    ) -> Result<()> {
        Ok(store::events::append(tx, vec![self.account_event(kind, account, actor, data)]).await?)
    }

    fn account_event(&self, kind: &'static str, account: &AccountRef, actor: &Actor, data: Value) -> Event {
        let subject = format!("accounts/{}/{}", account.platform.key(), account.account_id);
        self.event(kind, subject, actor, data)
    }

    /// The event of what the engine decided.
    pub(super) fn event_of(&self, after: &Snapshot, happened: &Happened) -> Event {
        self.event_by(&Actor::worker(), after, happened)
    }

    /// The event of a decision that a person or program asked for.
    pub(super) fn event_by(&self, actor: &Actor, after: &Snapshot, happened: &Happened) -> Event {
        let deployment = &after.deployment;
        let (id, ticket_id) = (deployment.id, deployment.ticket_id);
        let of_deployment =
            |kind: &'static str, data: Value| self.event(kind, format!("deployments/{id}"), actor, data);
        match happened {
            Happened::Started { attempt } => {
                debug!(deployment.id = %id, attempt, "deployment {id} is taken up");
                let data = json!({"after": {"status": "STARTED", "attempt": attempt, "ticket_id": ticket_id}});
                of_deployment("deployment.started", data)
            }
            Happened::Waiting { delay, why } => {
                let data = json!({
                    "before": {"status": "STARTED"}, "after": {"status": "RETRY", "ticket_id": ticket_id},
                    "delay_ms": millis(*delay), "why": why,
                });
                of_deployment("deployment.waiting", data)
            }
            Happened::Ended { status, reason } => {
                let data = json!({
                    "before": {"status": "STARTED"}, "after": {"status": status, "ticket_id": ticket_id}, "reason": reason,
                });
                of_deployment("deployment.ended", data)
            }
            Happened::Cancelled { before } => {
                let data =
                    json!({"before": {"status": before}, "after": {"status": "REVOKED", "ticket_id": ticket_id}});
                of_deployment("deployment.cancelled", data)
            }
            Happened::Parked { park, delay } => {
                let data = json!({
                    "platform": park.account.platform, "account_id": park.account.account_id, "reason": park.reason,
                    "message": park.message, "delay_ms": millis(*delay), "deployment_id": id,
                });
                self.account_event("account.parked", &park.account, actor, data)
            }
            Happened::Freed { account, reason } => {
                let data = json!({"platform": account.platform, "account_id": account.account_id, "reason": reason});
                self.account_event("account.freed", account, actor, data)
            }
            Happened::TicketMoved { before, after } => self.ticket_moved(actor, before, after),
        }
    }

    fn ticket_moved(&self, actor: &Actor, before: &TicketHead, after: &TicketHead) -> Event {
        let data = json!({
            "before": {"status": before.state.status(), "version": before.version},
            "after": {
                "status": after.state.status(), "version": after.version, "external_platform_id": after.state.external_id(),
                "qa_failure_reason": after.state.reason(),
            },
            "name": after.name, "note": null, "campaign_id": after.campaign_id, "channel_id": after.channel_id,
        });
        self.event("ticket.status_changed", format!("tickets/{}", after.id), actor, data)
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

//! How a deployment ends: with every object on the platform, or with a reason that a planner understands.

use domain::{
    Deployment, Ticket, Timestamp,
    deployment::{DeploymentStatus, ReadBack, Step, StepState},
    event::Actor,
    qa::{Finding, Severity},
    ticket::{TicketEvent, lifecycle::ExternalId},
};
use serde_json::Value;
use store::{
    StoreError, Tx,
    deployments::{self, Lease},
};
use tracing::info;

use crate::{App, AppError, Result};

impl App {
    pub(super) async fn succeed(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: &Deployment,
        steps: &[Step],
        now: Timestamp,
    ) -> Result<()> {
        let external_id = first_id(steps)?;
        deployments::finish(tx, lease, DeploymentStatus::Success, None, now).await?;
        let ended = self.end_of(deployment, DeploymentStatus::Success, None);
        store::events::append(tx, vec![ended]).await?;
        let event = TicketEvent::Trafficked { external_id: external_id.clone() };
        self.move_deployed(tx, deployment, event, steps).await?;
        tell_of_success(deployment, external_id);
        Ok(())
    }

    pub(super) async fn fail(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: &Deployment,
        steps: &[Step],
        reason: &str,
        now: Timestamp,
    ) -> Result<()> {
        let made: Vec<String> = steps
            .iter()
            .filter(|step| !step.is_repeatable())
            .filter_map(|step| match &step.state {
                StepState::Done { external_id } => Some(format!("{} ({external_id})", step.plan.name)),
                _ => None,
            })
            .collect();
        let reason = if made.is_empty() {
            reason.to_owned()
        } else {
            format!("{reason} Created before, and left paused: {}.", made.join(", "))
        };
        deployments::finish(tx, lease, DeploymentStatus::Failure, Some(&reason), now).await?;
        let ended = self.end_of(deployment, DeploymentStatus::Failure, Some(&reason));
        store::events::append(tx, vec![ended]).await?;
        let event = TicketEvent::DeploymentFailed { reason: reason.clone() };
        self.move_deployed(tx, deployment, event, steps).await?;
        let id = deployment.id;
        info!(deployment.id = %id, platform = deployment.account.platform.key(), "deployment {id} failed: {reason}");
        Ok(())
    }

    async fn move_deployed(&self, tx: &Tx, deployment: &Deployment, event: TicketEvent, steps: &[Step]) -> Result<()> {
        let mut ticket: Ticket = store::get(tx.connection(), deployment.ticket_id).await?;
        note_findings(&mut ticket, steps);
        self.move_ticket(tx, &Actor::worker(), &mut ticket, event, false).await
    }
}

/// The id that the ticket gets: that of the first object.
pub(super) fn first_id(steps: &[Step]) -> Result<&ExternalId> {
    match steps.first().map(|step| &step.state) {
        Some(StepState::Done { external_id }) => Ok(external_id),
        _ => Err(AppError::Store(StoreError::Corrupt("a deployment without steps".to_owned()))),
    }
}

/// For the log.
pub(super) fn tell_of_success(deployment: &Deployment, external_id: &ExternalId) {
    let (id, platform) = (deployment.id, deployment.account.platform);
    info!(deployment.id = %id, platform = platform.key(), attempt = deployment.attempt, "deployment {id} is on {platform} as {external_id}");
}

/// What an earlier deployment showed makes way for what this one did.
pub(super) fn note_findings(ticket: &mut Ticket, steps: &[Step]) {
    ticket.findings.retain(|finding| finding.code != DIFFERS && finding.code != UNREAD);
    ticket.findings.extend(findings(steps));
}

/// The platform has a field otherwise than it was meant.
const DIFFERS: &str = "platform-differs";
/// Whether the platform has what was meant could not be seen.
const UNREAD: &str = "platform-unread";

/// What reading the objects back showed. They exist, so it blocks nothing; but a person should look.
fn findings(steps: &[Step]) -> Vec<Finding> {
    let warning = |code: &str, message: String, suggestion: &str| Finding {
        code: code.to_owned(),
        severity: Severity::Warning,
        pointer: "/payload_config".to_owned(),
        message,
        suggestion: Some(suggestion.to_owned()),
    };
    let mut findings = Vec::new();
    for step in steps {
        let name = &step.plan.name;
        match &step.read_back {
            Some(ReadBack::Compared(differences)) => findings.extend(differences.iter().map(|difference| {
                let (field, meant, found) = (&difference.field, said(&difference.meant), said(&difference.found));
                warning(
                    DIFFERS,
                    format!("{name}: the platform has {field} as {found}, but {meant} was sent."),
                    "Compare the object in the platform's own manager before it is turned on.",
                )
            })),
            Some(ReadBack::Unread(why) | ReadBack::Later(why)) => findings.push(warning(
                UNREAD,
                format!("{name} was created, but could not be read back to compare it: {why}"),
                "Look at the object in the platform's own manager before it is turned on.",
            )),
            None => {}
        }
    }
    findings
}

fn said(value: &Value) -> String {
    if value.is_null() { "nothing".to_owned() } else { value.to_string() }
}

//! The end of a deployment: with every object on the platform, or with a reason that a planner understands.

use serde_json::Value;

use crate::{
    deployment::{DeploymentStatus, ReadBack, Step, StepState},
    qa::{Finding, Severity},
    ticket::TicketEvent,
};

use super::{Decision, DeploymentWrite, Due, Happened, Then, TicketWrite, take_up::Draft};

/// Every object exists: the ticket gets the id of the first.
pub(super) fn succeed(draft: Draft<'_>) -> Decision {
    match draft.after.steps.first().map(|step| &step.state) {
        Some(StepState::Done { external_id }) => {
            let event = TicketEvent::Trafficked { external_id: external_id.clone() };
            end(draft, DeploymentStatus::Success, None, event)
        }
        _ => fail(draft, "The deployment has no steps, so nothing was created."),
    }
}

/// The deployment fails. What it has created stays, paused, and the reason names it.
pub(super) fn fail(draft: Draft<'_>, reason: &str) -> Decision {
    let created: Vec<String> = draft.after.steps.iter().filter_map(created).collect();
    let reason = if created.is_empty() {
        reason.to_owned()
    } else {
        format!("{reason} Created before, and left paused: {}.", created.join(", "))
    };
    let event = TicketEvent::DeploymentFailed { reason: reason.clone() };
    end(draft, DeploymentStatus::Failure, Some(reason), event)
}

/// The name and id of the object that a step has created.
fn created(step: &Step) -> Option<String> {
    match &step.state {
        StepState::Done { external_id } if !step.is_repeatable() => Some(format!("{} ({external_id})", step.plan.name)),
        _ => None,
    }
}

fn end(mut draft: Draft<'_>, status: DeploymentStatus, reason: Option<String>, event: TicketEvent) -> Decision {
    draft.changing.events.push(Happened::Ended { status, reason: reason.clone() });
    let ticket = move_ticket(&mut draft, event);
    let deployment = &draft.after.deployment;
    let write = DeploymentWrite {
        status,
        attempt: deployment.attempt,
        retries: deployment.retries,
        parked: false,
        error: reason,
        lease: None,
        due: Due::Unchanged,
    };
    let mut decision = draft.finish(write, Then::End(status));
    if let Some((ticket, read)) = ticket {
        decision.write.expects.ticket = Some((ticket.id, read));
        decision.write.ticket = Some(ticket);
    }
    decision
}

/// Moves the ticket, and notes what reading the objects back showed. A ticket that cannot be read, or is where no deployment
/// ends, stays as it is. Returns its write, and the version that it was read at.
fn move_ticket(draft: &mut Draft<'_>, event: TicketEvent) -> Option<(TicketWrite, crate::Version)> {
    let before = draft.after.ticket.clone()?;
    let state = before.state.clone().apply(event).ok()?;
    let mut after = before.clone();
    after.state = state;
    after.version += 1;
    after.findings.retain(|finding| finding.code != DIFFERS && finding.code != UNREAD);
    after.findings.extend(draft.after.steps.iter().flat_map(findings));
    if before.state != after.state {
        let moved = Happened::TicketMoved { before: Box::new(before.clone()), after: Box::new(after.clone()) };
        draft.changing.events.push(moved);
    }
    draft.after.ticket = Some(after.clone());
    let write = TicketWrite { id: after.id, state: after.state, findings: after.findings, version: after.version };
    Some((write, before.version))
}

/// The platform has a field otherwise than it was meant.
const DIFFERS: &str = "platform-differs";
/// An object could not be read back.
const UNREAD: &str = "platform-unread";

/// The result of reading a step's object back. The object exists, so it blocks nothing; but a person should look.
fn findings(step: &Step) -> Vec<Finding> {
    let name = &step.plan.name;
    match &step.read_back {
        Some(ReadBack::Compared(differences)) => differences
            .iter()
            .map(|difference| {
                let (field, meant, found) = (&difference.field, said(&difference.meant), said(&difference.found));
                warning(
                    DIFFERS,
                    format!("{name}: the platform has {field} as {found}, but {meant} was sent."),
                    "Compare the object in the platform's own manager before it is turned on.",
                )
            })
            .collect(),
        Some(ReadBack::Unread(why) | ReadBack::Later(why)) => vec![warning(
            UNREAD,
            format!("{name} was created, but could not be read back to compare it: {why}"),
            "Look at the object in the platform's own manager before it is turned on.",
        )],
        None => Vec::new(),
    }
}

fn warning(code: &str, message: String, suggestion: &str) -> Finding {
    Finding {
        code: code.to_owned(),
        severity: Severity::Warning,
        pointer: "/payload_config".to_owned(),
        message,
        suggestion: Some(suggestion.to_owned()),
    }
}

fn said(value: &Value) -> String {
    if value.is_null() { "nothing".to_owned() } else { value.to_string() }
}

//! Decisions as rows: the fields that `write.sql` takes apart by name.

use domain::Word as _;
use domain::deployment::{
    Step,
    engine::{DeploymentGuard, Due, GuardedWrite, TicketWrite},
};
use sea_orm::ActiveValue;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::Commit;
use crate::{
    Result, convert,
    deployments::{attempts, steps},
    entity::{attempt, deployment_step},
    tickets,
};

/// A deployment's new columns, with its guards.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own in the statement")]
pub(super) struct DeploymentRow {
    id: Uuid,
    guard_token: Option<Uuid>,
    guard_attempt: Option<i32>,
    guard_lease_until: Option<i64>,
    guard_due: bool,
    ticket_id: Option<Uuid>,
    ticket_version: Option<i64>,
    no_breaker: bool,
    no_hold: bool,
    status: &'static str,
    attempt: i32,
    retries: i32,
    parked: bool,
    error: Option<String>,
    lease_token: Option<Uuid>,
    lease_micros: Option<i64>,
    due_micros: Option<i64>,
    updated_at: i64,
    finished_at: Option<i64>,
}

impl DeploymentRow {
    pub(super) fn of(write: &GuardedWrite) -> Self {
        let (expects, columns) = (&write.expects, &write.deployment);
        let (guard_token, guard_attempt, guard_lease_until, guard_due) = match expects.deployment {
            DeploymentGuard::Leased(token) => (Some(token), None, None, false),
            DeploymentGuard::Unleased { attempt, lease_until, due } => {
                (None, Some(attempt), lease_until.map(convert::micros), due)
            }
        };
        let now = convert::micros(write.now);
        Self {
            id: write.id.0,
            guard_token,
            guard_attempt,
            guard_lease_until,
            guard_due,
            ticket_id: expects.ticket.map(|(id, _)| id.0),
            ticket_version: expects.ticket.map(|(_, version)| version),
            no_breaker: expects.no_breaker,
            no_hold: expects.no_hold,
            status: columns.status.as_str(),
            attempt: columns.attempt,
            retries: columns.retries,
            parked: columns.parked,
            error: columns.error.as_deref().map(storable),
            lease_token: columns.lease.map(|(token, _)| token),
            lease_micros: columns.lease.map(|(_, length)| convert::span_micros(length)),
            due_micros: match columns.due {
                Due::Unchanged => None,
                Due::In(delay) => Some(convert::span_micros(delay)),
            },
            updated_at: now,
            finished_at: (!columns.status.is_active()).then_some(now),
        }
    }
}

/// PostgreSQL stores no NUL character, and a platform's words may hold one.
fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A step's new columns.
#[derive(Debug, Serialize)]
pub(super) struct StepRow {
    id: Uuid,
    deployment_id: Uuid,
    state: String,
    external_id: Option<String>,
    sent_at: Option<i64>,
    in_flight: Option<String>,
    misses: i32,
    reason: Option<String>,
    read_back: Option<Value>,
}

impl StepRow {
    pub(super) fn of(step: &Step) -> Result<Self> {
        let columns: deployment_step::ActiveModel = steps::changing_columns(step)?;
        Ok(Self {
            id: step.id.0,
            deployment_id: step.deployment_id.0,
            state: taken(columns.state),
            external_id: taken(columns.external_id),
            sent_at: taken(columns.sent_at),
            in_flight: taken(columns.in_flight),
            misses: taken(columns.misses),
            reason: taken(columns.reason).as_deref().map(storable),
            read_back: taken(columns.read_back),
        })
    }
}

/// A ticket's new columns.
#[derive(Debug, Serialize)]
pub(super) struct TicketRow {
    id: Uuid,
    deployment_id: Uuid,
    status: &'static str,
    external_platform_id: Option<String>,
    qa_digest: Option<String>,
    qa_failure_reason: Option<String>,
    qa_findings: Value,
    updated_at: i64,
    version: i64,
}

impl TicketRow {
    pub(super) fn of(write: &GuardedWrite, ticket: &TicketWrite) -> Result<Self> {
        let columns = tickets::state_columns(&ticket.state);
        Ok(Self {
            id: ticket.id.0,
            deployment_id: write.id.0,
            status: columns.status,
            external_platform_id: columns.external_platform_id,
            qa_digest: columns.qa_digest,
            qa_failure_reason: columns.qa_failure_reason.as_deref().map(storable),
            qa_findings: convert::to_json(&ticket.findings)?,
            updated_at: convert::micros(write.now),
            version: ticket.version,
        })
    }
}

/// An exchange with the platform.
#[derive(Debug, Serialize)]
pub(super) struct AttemptRow {
    id: Uuid,
    deployment_id: Uuid,
    step_id: Uuid,
    started_at: i64,
    elapsed_ms: i64,
    method: String,
    url: String,
    request: Value,
    status: Option<i32>,
    platform_code: Option<String>,
    outcome: String,
    response: Value,
}

impl AttemptRow {
    fn of(row: attempt::ActiveModel) -> Self {
        Self {
            id: taken(row.id),
            deployment_id: taken(row.deployment_id),
            step_id: taken(row.step_id),
            started_at: taken(row.started_at),
            elapsed_ms: taken(row.elapsed_ms),
            method: taken(row.method),
            url: taken(row.url),
            request: taken(row.request),
            status: taken(row.status),
            platform_code: taken(row.platform_code).as_deref().map(storable),
            outcome: taken(row.outcome),
            response: taken(row.response),
        }
    }
}

/// An event.
#[derive(Debug, Serialize)]
pub(super) struct EventRow<'a> {
    id: Uuid,
    deployment_id: Uuid,
    kind: &'a str,
    subject: &'a str,
    actor: &'a str,
    time: i64,
    data: &'a Value,
}

/// The rows of several decisions.
pub(super) struct Rows<'a> {
    pub(super) deployments: Vec<DeploymentRow>,
    pub(super) steps: Vec<StepRow>,
    pub(super) tickets: Vec<TicketRow>,
    pub(super) attempts: Vec<AttemptRow>,
    pub(super) events: Vec<EventRow<'a>>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(commits: &[&'a Commit]) -> Result<Self> {
        let mut rows = Self {
            deployments: Vec::with_capacity(commits.len()),
            steps: Vec::new(),
            tickets: Vec::new(),
            attempts: Vec::new(),
            events: Vec::new(),
        };
        for commit in commits {
            let write = &commit.write;
            rows.deployments.push(DeploymentRow::of(write));
            for step in &write.steps {
                rows.steps.push(StepRow::of(step)?);
            }
            if let Some(ticket) = &write.ticket {
                rows.tickets.push(TicketRow::of(write, ticket)?);
            }
            rows.attempts.extend(commit.attempts.iter().map(|attempt| AttemptRow::of(attempts::row(attempt))));
            rows.events.extend(commit.events.iter().map(|event| EventRow {
                id: event.id.0,
                deployment_id: write.id.0,
                kind: event.kind,
                subject: &event.subject,
                actor: &event.actor.0,
                time: convert::micros(event.time),
                data: &event.data,
            }));
        }
        // Two processes that lock the same rows do so in one order.
        rows.deployments.sort_by_key(|row| row.id);
        Ok(rows)
    }
}

/// The value of a column that was set.
fn taken<V: Default + Into<sea_orm::Value>>(column: ActiveValue<V>) -> V {
    match column {
        ActiveValue::Set(value) | ActiveValue::Unchanged(value) => value,
        ActiveValue::NotSet => V::default(),
    }
}

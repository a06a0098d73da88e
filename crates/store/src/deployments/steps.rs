//! The steps of a deployment: the objects on the platform, one row each.

use domain::{
    DeploymentId, StepId, Word,
    deployment::{PlannedStep, RequestTemplate, Step, StepState},
    ticket::lifecycle::ExternalId,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    Result, convert,
    entity::deployment_step::{ActiveModel, Column, Entity, Model},
};

/// Steps as rows that are not there yet.
pub(super) fn rows(steps: &[Step]) -> Result<Vec<ActiveModel>> {
    steps
        .iter()
        .map(|step| {
            Ok(ActiveModel {
                id: Set(step.id.0),
                deployment_id: Set(step.deployment_id.0),
                position: Set(step.position),
                step_key: Set(step.plan.key.clone()),
                kind: Set(step.plan.kind.as_str().to_owned()),
                name: Set(step.plan.name.clone()),
                request: Set(convert::to_json(&step.plan.request)?),
                lookup: Set(step.plan.lookup.as_ref().map(convert::to_json).transpose()?),
                idempotency_key: Set(step.idempotency_key.clone()),
                read_back: Set(read_back(step)?),
                ..state_columns(&step.state)
            })
        })
        .collect()
}

/// The steps of a deployment, in order.
pub async fn steps_of(connection: &impl ConnectionTrait, deployment: DeploymentId) -> Result<Vec<Step>> {
    let rows = Entity::find()
        .filter(Column::DeploymentId.eq(deployment.0))
        .order_by_asc(Column::Position)
        .all(connection)
        .await?;
    steps_of_rows(rows)
}

/// The steps of all rows of one deployment.
pub(super) fn steps_of_rows(rows: Vec<Model>) -> Result<Vec<Step>> {
    let keys: Vec<String> = rows.iter().map(|row| row.step_key.clone()).collect();
    rows.into_iter().map(|row| step(row, &keys)).collect()
}

/// The columns of a step that change while it is carried out, with its id.
pub(super) fn changing_columns(step: &Step) -> Result<ActiveModel> {
    Ok(ActiveModel { id: Set(step.id.0), read_back: Set(read_back(step)?), ..state_columns(&step.state) })
}

fn read_back(step: &Step) -> Result<Option<serde_json::Value>> {
    step.read_back.as_ref().map(convert::to_json).transpose()
}

fn state_columns(state: &StepState) -> ActiveModel {
    let (external_id, sent, reason) = match state {
        StepState::Planned => (None, None, None),
        StepState::Sent { at, in_flight, misses } => (None, Some((*at, *in_flight, *misses)), None),
        StepState::Done { external_id } => (Some(external_id.as_str().to_owned()), None, None),
        StepState::Refused { reason } => (None, None, Some(reason.clone())),
    };
    ActiveModel {
        state: Set(state.as_str().to_owned()),
        external_id: Set(external_id),
        sent_at: Set(sent.map(|(at, _, _)| convert::micros(at))),
        in_flight: Set(sent.map(|(_, in_flight, _)| in_flight.as_str().to_owned())),
        misses: Set(sent.map_or(0, |(_, _, misses)| misses)),
        reason: Set(reason),
        ..Default::default()
    }
}

fn step(row: Model, keys: &[String]) -> Result<Step> {
    let state = match row.state.as_str() {
        "PLANNED" => StepState::Planned,
        "SENT" => StepState::Sent {
            // Without its moment nobody could tell how long the platform may still be at it.
            at: convert::timestamp(row.sent_at.ok_or_else(|| convert::corrupt("a step that was sent at no time"))?),
            in_flight: row.in_flight.as_deref().unwrap_or_default().parse().unwrap_or_default(),
            misses: row.misses,
        },
        "DONE" => StepState::Done {
            external_id: row
                .external_id
                .filter(|id| !id.trim().is_empty())
                .map(ExternalId::stored)
                .ok_or_else(|| convert::corrupt("a finished step without an id"))?,
        },
        "REFUSED" => StepState::Refused { reason: row.reason.unwrap_or_default() },
        other => return Err(convert::unknown_word(other)),
    };
    Ok(Step {
        id: StepId(row.id),
        deployment_id: DeploymentId(row.deployment_id),
        position: row.position,
        plan: PlannedStep {
            key: row.step_key,
            kind: convert::word(&row.kind)?,
            name: row.name,
            request: request(row.request, keys)?,
            lookup: row.lookup.map(convert::from_json).transpose()?,
        },
        idempotency_key: row.idempotency_key,
        state,
        read_back: row.read_back.map(convert::from_json).transpose()?,
    })
}

/// A stored request. Older versions stored none of its references, and filled in any text that looked like one.
fn request(stored: serde_json::Value, keys: &[String]) -> Result<RequestTemplate> {
    if stored.get("references").is_some() {
        return convert::from_json(stored);
    }
    let Unreferenced { method, path, body } = convert::from_json(stored)?;
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    Ok(RequestTemplate::of_markers(method, path, body, &keys))
}

#[derive(serde::Deserialize)]
struct Unreferenced {
    method: String,
    path: String,
    body: serde_json::Value,
}

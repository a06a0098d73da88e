//! The timeline of a deployment: every exchange with the platform.

use domain::{DeploymentId, StepId, deployment::AttemptRecord};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    Result, convert,
    entity::attempt::{ActiveModel, Column, Entity, Model},
};

/// An exchange, and which step it was for.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Identity.
    pub id: Uuid,
    /// The deployment.
    pub deployment_id: DeploymentId,
    /// The step.
    pub step_id: StepId,
    /// The request and the answer.
    pub record: AttemptRecord,
}

pub(super) fn row(attempt: &Attempt) -> ActiveModel {
    let record = &attempt.record;
    ActiveModel {
        id: Set(attempt.id),
        deployment_id: Set(attempt.deployment_id.0),
        step_id: Set(attempt.step_id.0),
        started_at: Set(convert::micros(record.started_at)),
        elapsed_ms: Set(record.elapsed_ms),
        method: Set(record.method.clone()),
        url: Set(record.url.clone()),
        request: Set(record.request.clone()),
        status: Set(record.status.map(i32::from)),
        platform_code: Set(record.platform_code.clone()),
        outcome: Set(record.outcome.clone()),
        response: Set(storable(record.response.clone())),
    }
}

/// The attempts of a deployment, oldest first.
pub async fn attempts_of(connection: &impl ConnectionTrait, deployment: DeploymentId) -> Result<Vec<Attempt>> {
    Ok(Entity::find()
        .filter(Column::DeploymentId.eq(deployment.0))
        .order_by_asc(Column::Id)
        .all(connection)
        .await?
        .into_iter()
        .map(attempt)
        .collect())
}

/// A platform may answer anything; PostgreSQL stores no NUL character.
fn storable(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::String(text) if text.contains('\0') => Value::String(text.replace('\0', "\u{fffd}")),
        Value::Array(items) => items.into_iter().map(storable).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, field)| (key.replace('\0', "\u{fffd}"), storable(field))).collect()
        }
        other => other,
    }
}

fn attempt(row: Model) -> Attempt {
    Attempt {
        id: row.id,
        deployment_id: DeploymentId(row.deployment_id),
        step_id: StepId(row.step_id),
        record: AttemptRecord {
            started_at: convert::timestamp(row.started_at),
            elapsed_ms: row.elapsed_ms,
            method: row.method,
            url: row.url,
            request: row.request,
            status: row.status.and_then(|status| u16::try_from(status).ok()),
            platform_code: row.platform_code,
            outcome: row.outcome,
            response: row.response,
        },
    }
}

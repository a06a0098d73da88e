//! How a deployment leaves a worker's hands: over, or waiting. Each write names the lease; none happens when it is lost.

use std::time::Duration;

use domain::{DeploymentId, Timestamp, deployment::DeploymentStatus};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, UpdateMany,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::{ACTIVE, Lease, claim::held};
use crate::{
    Result, StoreError, Tx, convert,
    entity::{
        deployment::{Column, Entity},
        deployment_step,
    },
    transaction::plus,
};

/// Ends a deployment in `status`.
pub async fn finish(
    tx: &Tx,
    lease: Lease,
    status: DeploymentStatus,
    error: Option<&str>,
    now: Timestamp,
) -> Result<()> {
    let finished = finishing(lease, status, error, now).exec(tx.connection()).await?;
    if finished.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The end as a statement.
pub(super) fn finishing(
    lease: Lease,
    status: DeploymentStatus,
    error: Option<&str>,
    now: Timestamp,
) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::val(status.as_str()))
        .col_expr(Column::Error, Expr::value(error.map(str::to_owned)))
        .col_expr(Column::Parked, Expr::value(false))
        .col_expr(Column::LeaseToken, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None))
        .col_expr(Column::FinishedAt, Expr::val(convert::micros(now)))
        .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
        .filter(held(lease))
}

/// Lets go of a deployment until `delay` is over. `parked` says that it waits for its account, not for itself.
pub async fn wait(
    tx: &Tx,
    lease: Lease,
    delay: Duration,
    retries: i32,
    parked: bool,
    why: &str,
    now: Timestamp,
) -> Result<()> {
    let released = Entity::update_many()
        .col_expr(Column::Status, Expr::val(DeploymentStatus::Retry.as_str()))
        .col_expr(Column::DueAt, plus(tx.now(now), delay))
        .col_expr(Column::Retries, Expr::val(retries))
        .col_expr(Column::Parked, Expr::value(parked))
        .col_expr(Column::Error, Expr::value(Some(why.to_owned())))
        .col_expr(Column::LeaseToken, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None))
        .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
        .filter(held(lease))
        .exec(tx.connection())
        .await?;
    if released.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Cancels a deployment of which nothing was sent yet and which nobody has in hand; [`StoreError::Stale`] otherwise.
pub async fn cancel(tx: &Tx, id: DeploymentId, now: Timestamp) -> Result<()> {
    let mut sent = Query::select();
    sent.expr(Expr::val(1))
        .from(deployment_step::Entity)
        .and_where(deployment_step::Column::DeploymentId.eq(id.0))
        .and_where(deployment_step::Column::State.ne("PLANNED"));
    let cancelled = Entity::update_many()
        .col_expr(Column::Status, Expr::val(DeploymentStatus::Revoked.as_str()))
        .col_expr(Column::Error, Expr::value(Option::<String>::None))
        .col_expr(Column::Parked, Expr::value(false))
        .col_expr(Column::FinishedAt, Expr::val(convert::micros(now)))
        .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::Status.is_in(ACTIVE))
        .filter(Condition::any().add(Column::LeaseUntil.is_null()).add(Expr::col(Column::LeaseUntil).lt(tx.now(now))))
        .filter(Expr::exists(sent).not())
        .exec(tx.connection())
        .await?;
    if cancelled.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

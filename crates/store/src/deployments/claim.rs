//! Who drives a deployment: a claim by compare-and-swap, with a lease and a token that every later write names.

use std::time::Duration;

use domain::{Deployment, DeploymentId, Timestamp, deployment::DeploymentStatus};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use super::{ACTIVE, deployment};
use crate::{
    Result, Store, StoreError, Tx, accounts, convert,
    entity::deployment::{Column, Entity},
    transaction::plus,
};

/// The right to drive a deployment until it runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// Whose.
    pub deployment: DeploymentId,
    /// The fencing token: a write that names another changes nothing.
    pub token: Uuid,
}

/// Claims a due deployment for `how_long`. None when it is not due, in another's hands, over, or its account is parked.
pub async fn claim(tx: &Tx, lease: Lease, how_long: Duration, now: Timestamp) -> Result<Option<Deployment>> {
    let mut claimed = claiming(lease, how_long, tx.now(now), now).exec_with_returning(tx.connection()).await?;
    claimed.pop().map(deployment).transpose()
}

/// The claim as a statement; `moment` is what leases and due times go by.
pub(super) fn claiming(lease: Lease, how_long: Duration, moment: SimpleExpr, now: Timestamp) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::val(DeploymentStatus::Started.as_str()))
        .col_expr(Column::LeaseToken, Expr::val(lease.token))
        .col_expr(Column::LeaseUntil, plus(moment.clone(), how_long))
        .col_expr(Column::Attempt, Expr::col(Column::Attempt).add(1))
        .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
        .filter(Column::Id.eq(lease.deployment.0))
        .filter(is_due(moment.clone()))
        .filter(accounts::is_free(moment))
}

/// Extends a lease before the next request; [`StoreError::Stale`] when it is lost.
pub async fn renew(tx: &Tx, lease: Lease, how_long: Duration, now: Timestamp) -> Result<()> {
    let renewed = renewing(lease, how_long, tx.now(now)).exec(tx.connection()).await?;
    if renewed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The extension as a statement.
pub(super) fn renewing(lease: Lease, how_long: Duration, moment: SimpleExpr) -> UpdateMany<Entity> {
    Entity::update_many().col_expr(Column::LeaseUntil, plus(moment, how_long)).filter(held(lease))
}

/// How long until the next deployment becomes due that is not yet; none when nothing waits.
pub async fn next_due(store: &Store, now: Timestamp) -> Result<Option<Duration>> {
    let wait: Option<Option<i64>> = Entity::find()
        .select_only()
        .expr(Expr::col(Column::DueAt).min().sub(store.now(now)))
        .filter(Column::Status.is_in(ACTIVE))
        .filter(Expr::col(Column::DueAt).gt(store.now(now)))
        .into_tuple()
        .one(store.reader())
        .await?;
    Ok(wait.flatten().map(|micros| Duration::from_micros(u64::try_from(micros).unwrap_or_default())))
}

/// Gives a lease back before it runs out: the deployment may be taken up again at once. Nothing happens when it is lost.
pub async fn release(tx: &Tx, lease: Lease) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LeaseToken, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None))
        .filter(held(lease))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// Ends every lease. Only for a process that knows itself to be the only one on the database: those who held them are dead.
pub async fn release_all_leases(tx: &Tx) -> Result<u64> {
    let released = Entity::update_many()
        .col_expr(Column::LeaseToken, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None))
        .filter(Column::Status.is_in(ACTIVE))
        .filter(Column::LeaseToken.is_not_null())
        .exec(tx.connection())
        .await?;
    Ok(released.rows_affected)
}

/// The row as long as the lease is ours.
pub(super) fn held(lease: Lease) -> Condition {
    Condition::all().add(Column::Id.eq(lease.deployment.0)).add(Column::LeaseToken.eq(lease.token))
}

fn is_due(now: SimpleExpr) -> Condition {
    Condition::all()
        .add(Column::Status.is_in(ACTIVE))
        .add(Expr::col(Column::DueAt).lte(now.clone()))
        .add(Condition::any().add(Column::LeaseUntil.is_null()).add(Expr::col(Column::LeaseUntil).lt(now)))
}

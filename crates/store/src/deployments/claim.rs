//! Leases, and when deployments are due.

use std::time::Duration;

use domain::Timestamp;
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::ACTIVE;
use crate::{
    Result, Store, Tx,
    entity::{
        account,
        deployment::{Column, Entity},
    },
};

/// The time until something becomes due: a deployment, or those of an account whose circuit breaker admits one
/// then. None when nothing waits.
pub async fn next_due(store: &Store, now: Timestamp) -> Result<Option<Duration>> {
    let moment = || store.now(now);
    let deployments = Entity::find()
        .select_only()
        .expr(Expr::col(Column::DueAt).min().sub(moment()))
        .filter(Column::Status.is_in(ACTIVE))
        .filter(Expr::col(Column::DueAt).gt(moment()));
    let breakers = |ends: account::Column| {
        account::Entity::find()
            .select_only()
            .expr(Expr::col(ends).min().sub(moment()))
            .filter(Expr::col(ends).gt(moment()))
            .into_tuple::<Option<i64>>()
    };
    let waits = [
        deployments.into_tuple::<Option<i64>>().one(store.reader()).await?,
        breakers(account::Column::ParkedUntil).one(store.reader()).await?,
        breakers(account::Column::ProbeUntil).one(store.reader()).await?,
    ];
    let soonest = waits.into_iter().flatten().flatten().min();
    Ok(soonest.map(|micros| Duration::from_micros(u64::try_from(micros).unwrap_or_default())))
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

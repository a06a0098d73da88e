//! The claims on jobs: by compare-and-swap, with a lease and a token that every later write names.

use std::time::Duration;

use domain::{Event, Job, JobId, Timestamp, job::JobItem};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use crate::{
    Changes, Result, Store, Tx, convert,
    entity::{
        job::{Column, Entity},
        job_item,
    },
    events,
    transaction::plus,
};

/// The right to work on a job until its lease expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The job.
    pub job: JobId,
    /// The fencing token: a write with another one changes nothing.
    pub token: Uuid,
}

/// Claims a job that was added in the same transaction.
pub(super) async fn first(tx: &Tx, claim: Claim, how_long: Duration, now: Timestamp) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LeaseToken, Expr::val(claim.token))
        .col_expr(Column::LeaseUntil, plus(tx.now(now), how_long))
        .filter(Column::Id.eq(claim.job.0))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The number of candidates read at once: several processes look for a job at the same time.
const CANDIDATES: u64 = 8;

/// Claims the unclaimed job that has waited longest. `None` if there is none.
pub async fn claim_next(store: &Store, token: Uuid, how_long: Duration, now: Timestamp) -> Result<Option<Job>> {
    let free: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(is_running())
        .filter(is_free(store.now(now)))
        .order_by_asc(Column::UpdatedAt)
        .limit(CANDIDATES)
        .into_tuple()
        .all(store.reader())
        .await?;
    for id in free {
        let tx = store.begin().await?;
        let mut claimed = Entity::update_many()
            .col_expr(Column::LeaseToken, Expr::val(token))
            .col_expr(Column::LeaseUntil, plus(tx.now(now), how_long))
            .filter(Column::Id.eq(id))
            .filter(is_running())
            .filter(is_free(tx.now(now)))
            .exec_with_returning(tx.connection())
            .await?;
        tx.commit().await?;
        if let Some(row) = claimed.pop() {
            return super::job(row).map(Some);
        }
    }
    Ok(None)
}

/// Items that are not done yet, the first ones first.
pub async fn next_waiting(connection: &impl ConnectionTrait, job: JobId, limit: u64) -> Result<Vec<JobItem>> {
    job_item::Entity::find()
        .filter(job_item::Column::JobId.eq(job.0))
        .filter(job_item::Column::State.eq("waiting"))
        .order_by_asc(job_item::Column::Id)
        .limit(limit)
        .all(connection)
        .await?
        .into_iter()
        .map(super::item)
        .collect()
}

/// Extends a lease and appends `event`. `false` if the lease is lost, or the job was stopped.
pub async fn renew(store: &Store, claim: Claim, how_long: Duration, event: Event, now: Timestamp) -> Result<bool> {
    let mut changes = Changes::default();
    changes.decide_by(
        Entity::update_many()
            .col_expr(Column::LeaseUntil, plus(store.now(now), how_long))
            .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
            .filter(held(claim)),
    );
    events::append_with(&mut changes, [event]);
    changes.commit(store).await
}

/// Returns true if the claim still holds and the job still runs.
pub async fn is_held(connection: &impl ConnectionTrait, claim: Claim) -> Result<bool> {
    let found: Option<Uuid> =
        Entity::find().select_only().column(Column::Id).filter(held(claim)).into_tuple().one(connection).await?;
    Ok(found.is_some())
}

/// Releases a claim: another process may continue at once, and other jobs come first. Nothing happens if it is lost.
pub async fn release(store: &Store, claim: Claim, now: Timestamp) -> Result<()> {
    let tx = store.begin().await?;
    without_lease(Entity::update_many())
        .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
        .filter(held(claim))
        .exec(tx.connection())
        .await?;
    tx.commit().await
}

/// Ends the leases of all jobs. A process that still works on one notices it at its next write.
pub async fn release_all_leases(tx: &Tx) -> Result<u64> {
    let released =
        without_lease(Entity::update_many()).filter(Column::LeaseToken.is_not_null()).exec(tx.connection()).await?;
    Ok(released.rows_affected)
}

pub(super) fn without_lease(update: UpdateMany<Entity>) -> UpdateMany<Entity> {
    update
        .col_expr(Column::LeaseToken, Expr::value(Option::<Uuid>::None))
        .col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None))
}

/// The condition that the claim holds and nobody stopped the job.
pub(super) fn held(claim: Claim) -> Condition {
    Condition::all().add(Column::Id.eq(claim.job.0)).add(Column::LeaseToken.eq(claim.token)).add(is_running())
}

/// In the words of the partial index: with a parameter, no database would use it.
pub(super) fn is_running() -> SimpleExpr {
    Expr::cust("\"jobs\".\"status\" = 'running'")
}

fn is_free(now: SimpleExpr) -> Condition {
    Condition::any().add(Column::LeaseUntil.is_null()).add(Expr::col(Column::LeaseUntil).lt(now))
}

//! The results of items. A result is written under the job's claim, and only if the item has none yet; the job's counts
//! change in the same transaction. The acceptance of a deployment and the item's result are one set of changes.

use domain::{
    DeploymentId, Event, JobId, JobItemId, Timestamp, Word,
    job::{ItemState, JobStatus},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};

use super::claim::{Claim, held, is_running, without_lease};
use crate::{
    Changes, Result, Store, Tx, convert,
    entity::{
        job::{Column, Entity},
        job_item,
    },
    events,
};

/// An item, and the claim for writing its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemClaim {
    /// The claim on its job.
    pub claim: Claim,
    /// The item.
    pub item: JobItemId,
}

/// Writes an item's result. `false` if the claim is lost, the job was stopped, or the item has a result already.
pub async fn record(store: &Store, item: ItemClaim, result: &ItemState, now: Timestamp) -> Result<bool> {
    let mut changes = Changes::default();
    record_with(&mut changes, item, result, now);
    changes.commit(store).await
}

/// Adds an item's acceptance to the set of changes that accepts the deployment. The set is written only if the claim
/// holds.
pub(crate) fn accept_with(
    changes: &mut Changes,
    item: ItemClaim,
    deployment: DeploymentId,
    message: String,
    now: Timestamp,
) {
    record_with(changes, item, &ItemState::Accepted { deployment, message }, now);
}

fn record_with(changes: &mut Changes, item: ItemClaim, result: &ItemState, now: Timestamp) {
    let mut waiting = Query::select();
    waiting
        .expr(Expr::val(1))
        .from(job_item::Entity)
        .and_where(Expr::col((job_item::Entity, job_item::Column::Id)).eq(item.item.0))
        .and_where(job_item::Column::State.eq("waiting"));
    let count = match result {
        ItemState::Accepted { .. } => Column::Accepted,
        _ => Column::Refused,
    };
    changes.decide_by(
        Entity::update_many()
            .col_expr(count, Expr::col(count).add(1))
            .col_expr(Column::UpdatedAt, Expr::val(convert::micros(now)))
            .filter(held(item.claim))
            .filter(Expr::exists(waiting)),
    );
    changes.update(with_result(result).filter(job_item::Column::Id.eq(item.item.0)));
}

fn with_result(result: &ItemState) -> UpdateMany<job_item::Entity> {
    use job_item::Column as C;
    let update = job_item::Entity::update_many().col_expr(C::State, Expr::val(result.as_str()));
    match result {
        ItemState::Accepted { deployment, message } => {
            update.col_expr(C::DeploymentId, Expr::val(deployment.0)).col_expr(C::Message, Expr::val(message.as_str()))
        }
        ItemState::Refused { refusal, message } => {
            update.col_expr(C::Refusal, Expr::val(refusal.as_str())).col_expr(C::Message, Expr::val(message.as_str()))
        }
        ItemState::Waiting | ItemState::Stopped => update,
    }
}

/// Counts a failure without the ticket's fault; returns the item's number of failures. Without the database this fails
/// too, so an outage of the database uses nothing up.
pub async fn note_failure(store: &Store, item: JobItemId) -> Result<i32> {
    use job_item::Column as C;
    let tx = store.begin().await?;
    job_item::Entity::update_many()
        .col_expr(C::Failures, Expr::col(C::Failures).add(1))
        .filter(C::Id.eq(item.0))
        .exec(tx.connection())
        .await?;
    let failures: Option<i32> = job_item::Entity::find_by_id(item.0)
        .select_only()
        .column(C::Failures)
        .into_tuple()
        .one(tx.connection())
        .await?;
    tx.commit().await?;
    Ok(failures.unwrap_or_default())
}

/// Ends a job whose items all have a result. `false` if the claim is lost, or some item has none.
pub async fn finish(store: &Store, claim: Claim, event: Event, now: Timestamp) -> Result<bool> {
    let mut changes = Changes::default();
    let complete = Expr::col(Column::Accepted).add(Expr::col(Column::Refused)).eq(Expr::col(Column::Total));
    changes.decide_by(ending(JobStatus::Done, now).filter(held(claim)).filter(complete));
    events::append_with(&mut changes, [event]);
    changes.commit(store).await
}

/// Stops a running job: its items without a result get the state `stopped`. `false` if it does not run.
pub async fn stop(tx: &Tx, id: JobId, now: Timestamp) -> Result<bool> {
    let running = Condition::all().add(Column::Id.eq(id.0)).add(is_running());
    let stopped = ending(JobStatus::Stopped, now).filter(running).exec(tx.connection()).await?;
    if stopped.rows_affected == 0 {
        return Ok(false);
    }
    with_result(&ItemState::Stopped)
        .filter(job_item::Column::JobId.eq(id.0))
        .filter(job_item::Column::State.eq("waiting"))
        .exec(tx.connection())
        .await?;
    Ok(true)
}

fn ending(status: JobStatus, now: Timestamp) -> UpdateMany<Entity> {
    let now: SimpleExpr = Expr::val(convert::micros(now));
    without_lease(Entity::update_many())
        .col_expr(Column::Status, Expr::val(status.as_str()))
        .col_expr(Column::FinishedAt, now.clone())
        .col_expr(Column::UpdatedAt, now)
}

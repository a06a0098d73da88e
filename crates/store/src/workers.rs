//! Worker processes: each writes a heartbeat with its version and load for operators.

use std::time::Duration;

use domain::Timestamp;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use crate::{
    Result, Store, convert,
    entity::worker::{ActiveModel, Column, Entity, Model},
};

/// A worker process, from its last heartbeat.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkerRow {
    /// Identity of this run of the process.
    pub id: Uuid,
    /// Host and process id: `ads-worker-2/4711`.
    pub name: String,
    /// The version of OmniTraffick.
    pub version: String,
    /// The broker of its hints: `in-process`, `postgres`, `redis`.
    pub broker: String,
    /// The number of deployments that it drives at once.
    pub concurrency: i32,
    /// The number of deployments in flight.
    pub in_hand: i32,
    /// The number of deployments that wait in it.
    pub queued: i32,
    /// The number of deployments that it has driven since its start.
    pub driven: i64,
    /// The time of its start.
    pub started_at: Timestamp,
    /// Its last heartbeat.
    pub beat_at: Timestamp,
}

/// Writes a heartbeat.
pub async fn beat(store: &Store, worker: &WorkerRow) -> Result<()> {
    let row = ActiveModel {
        id: Set(worker.id),
        name: Set(worker.name.clone()),
        version: Set(worker.version.clone()),
        broker: Set(worker.broker.clone()),
        concurrency: Set(worker.concurrency),
        in_hand: Set(worker.in_hand),
        queued: Set(worker.queued),
        driven: Set(worker.driven),
        started_at: Set(convert::micros(worker.started_at)),
        beat_at: Set(convert::micros(worker.beat_at)),
    };
    let tx = store.begin().await?;
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Id)
                .update_columns([Column::InHand, Column::Queued, Column::Driven, Column::BeatAt])
                .to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    tx.commit().await
}

/// Removes a worker from the list, and those that have been silent for longer than `forgotten`.
pub async fn leave(store: &Store, id: Option<Uuid>, forgotten: Duration, now: Timestamp) -> Result<()> {
    let oldest = convert::micros(now).saturating_sub(i64::try_from(forgotten.as_micros()).unwrap_or(i64::MAX));
    let tx = store.begin().await?;
    Entity::delete_many().filter(Expr::col(Column::BeatAt).lt(oldest)).exec(tx.connection()).await?;
    if let Some(id) = id {
        Entity::delete_many().filter(Column::Id.eq(id)).exec(tx.connection()).await?;
    }
    tx.commit().await
}

/// All workers on record, the newest first.
pub async fn list(store: &Store) -> Result<Vec<WorkerRow>> {
    Ok(Entity::find().order_by_desc(Column::StartedAt).all(store.reader()).await?.into_iter().map(worker).collect())
}

fn worker(row: Model) -> WorkerRow {
    WorkerRow {
        id: row.id,
        name: row.name,
        version: row.version,
        broker: row.broker,
        concurrency: row.concurrency,
        in_hand: row.in_hand,
        queued: row.queued,
        driven: row.driven,
        started_at: convert::timestamp(row.started_at),
        beat_at: convert::timestamp(row.beat_at),
    }
}

//! The event log: appended in the transaction of the change, never altered.

use domain::{Event, EventId, Timestamp, event::Actor, list::EventFilter};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, Iterable, NotSet, QueryFilter, QueryOrder, QuerySelect,
    Select,
    sea_query::{Expr, ExprTrait},
};
use serde_json::Value;

use crate::{
    Changes, Result, Store, Tx, convert,
    entity::event::{ActiveModel, Column, Entity, Model},
    list,
};

/// An event with its position in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its position; grows, with gaps.
    pub seq: i64,
    /// Identity.
    pub id: EventId,
    /// The type of event.
    pub kind: String,
    /// The entity.
    pub subject: String,
    /// The person or process that caused it.
    pub actor: Actor,
    /// The time of the event.
    pub time: Timestamp,
    /// Before and after, and further data for readers.
    pub data: Value,
}

/// The rows that pass the filter, at any place of the log.
fn filtered(filter: &EventFilter) -> Result<Select<Entity>> {
    Ok(list::filtered::<Entity>(filter)?.whole())
}

/// Appends events. In a transaction they come after the change itself, and the feed relies on it: see `feed.rs`.
pub async fn append(tx: &Tx, events: Vec<Event>) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    Entity::insert_many(events.into_iter().map(row)).exec_without_returning(tx.connection()).await?;
    tx.appended_events();
    Ok(())
}

/// The same in a set of changes, which ensures that order.
pub fn append_with(changes: &mut Changes, events: impl IntoIterator<Item = Event>) {
    changes.append(events.into_iter().map(row).collect());
}

fn row(event: Event) -> ActiveModel {
    ActiveModel {
        seq: NotSet,
        id: Set(event.id.0),
        kind: Set(event.kind.to_owned()),
        subject: Set(event.subject),
        actor: Set(event.actor.0),
        time: Set(convert::micros(event.time)),
        data: Set(event.data),
    }
}

/// Events with `after < seq <= up_to`, in order, without large parts.
pub async fn between(connection: &impl ConnectionTrait, after: i64, up_to: i64, limit: u64) -> Result<Vec<Recorded>> {
    Ok(small_parts(Entity::find(), connection.get_database_backend())
        .filter(Column::Seq.gt(after))
        .filter(Column::Seq.lte(up_to))
        .order_by_asc(Column::Seq)
        .limit(limit)
        .all(connection)
        .await?
        .into_iter()
        .map(recorded)
        .collect())
}

/// The highest visible position in the log; 0 if it is empty.
pub async fn last(connection: &impl ConnectionTrait) -> Result<i64> {
    let last: Option<Option<i64>> =
        Entity::find().select_only().expr(Expr::col(Column::Seq).max()).into_tuple().one(connection).await?;
    Ok(last.flatten().unwrap_or_default())
}

/// One event, with all of its data.
pub async fn at(connection: &impl ConnectionTrait, seq: i64) -> Result<Option<Recorded>> {
    Ok(Entity::find().filter(Column::Seq.eq(seq)).one(connection).await?.map(recorded))
}

/// The newest events that pass the filter, newest first; without large parts.
pub async fn newest(connection: &impl ConnectionTrait, filter: &EventFilter, limit: u64) -> Result<Vec<Recorded>> {
    let mut select = small_parts(filtered(filter)?, connection.get_database_backend());
    if let Some(seq) = filter.before {
        select = select.filter(Column::Seq.lt(seq));
    }
    Ok(select.order_by_desc(Column::Seq).limit(limit).all(connection).await?.into_iter().map(recorded).collect())
}

/// The most bytes of an event's data that lists and the feed show.
const MOST_SHOWN: u32 = 16 * 1024;

/// Larger data is not parsed, because that would be repeated for every reader.
const MOST_PARSED: u32 = 256 * 1024;

/// Large data without its configurations; if that is still large, none at all. Both are marked by `omitted`. Otherwise
/// a page of a thousand, or a feed with many readers, would take gigabytes.
fn small_parts(rows: Select<Entity>, backend: DbBackend) -> Select<Entity> {
    let small = match backend {
        DbBackend::Postgres => format!(
            "CASE WHEN pg_column_size(data) <= {MOST_SHOWN} AND octet_length(data::text) <= {MOST_SHOWN} THEN data \
             WHEN pg_column_size(data) > {MOST_PARSED} THEN '{{\"omitted\":true}}'::jsonb WHEN jsonb_typeof(data) = 'object' AND octet_length((data #- '{{before,payload_config}}' \
             #- '{{after,payload_config}}')::text) <= {MOST_SHOWN} THEN (data #- '{{before,payload_config}}' \
             #- '{{after,payload_config}}') || '{{\"omitted\":true}}' ELSE '{{\"omitted\":true}}'::jsonb END"
        ),
        _ => format!(
            "CASE WHEN octet_length(data) <= {MOST_SHOWN} THEN data \
             WHEN octet_length(data) > {MOST_PARSED} THEN '{{\"omitted\":true}}' WHEN json_type(data) = 'object' AND octet_length(json_remove(data, '$.before.payload_config', \
             '$.after.payload_config')) <= {MOST_SHOWN} THEN json_set(json_remove(data, '$.before.payload_config', \
             '$.after.payload_config'), '$.omitted', json('true')) ELSE '{{\"omitted\":true}}' END"
        ),
    };
    Column::iter().fold(rows.select_only(), |rows, column| match column {
        Column::Data => rows.expr_as(Expr::cust(small.clone()), "data"),
        column => rows.column(column),
    })
}

/// The number of events that pass the filter, before and after `before`. Above 10,000 it may be some seconds old.
pub async fn total(store: &Store, filter: &EventFilter) -> Result<u64> {
    list::total::of(store, filtered(filter)?).await
}

/// All events of an entity, oldest first.
pub async fn of_subject(connection: &impl ConnectionTrait, subject: &str) -> Result<Vec<Recorded>> {
    Ok(Entity::find()
        .filter(Column::Subject.eq(subject))
        .order_by_asc(Column::Seq)
        .all(connection)
        .await?
        .into_iter()
        .map(recorded)
        .collect())
}

fn recorded(row: Model) -> Recorded {
    Recorded {
        seq: row.seq,
        id: EventId(row.id),
        kind: row.kind,
        subject: row.subject,
        actor: Actor(row.actor),
        time: convert::timestamp(row.time),
        data: row.data,
    }
}

//! Jobs and their items. Begin with `claim.rs` (the claim of a job), then `record.rs` (the results of items).

mod claim;
mod record;

use std::time::Duration;

use domain::{
    DeploymentId, Event, Job, JobId, JobItemId, TicketId, Timestamp, Word,
    event::Actor,
    job::{ItemState, JobItem},
    list::{Filter, JobFilter, ListQuery, Listed, SortOrder},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use crate::{
    Result, Store, StoreError, Tx, convert,
    entity::{job, job_item},
    events,
    list::{self, Filtered},
};

pub use claim::{Claim, claim_next, is_held, next_waiting, release, release_all_leases, renew};
pub(crate) use record::accept_with;
pub use record::{ItemClaim, finish, note_failure, record, stop};

/// Adds a job, all of its items and its event. The holder of `claim` works on it first.
pub async fn insert(
    tx: &Tx,
    job: &Job,
    items: &[(JobItemId, TicketId)],
    claim: Claim,
    how_long: Duration,
    event: Event,
    now: Timestamp,
) -> Result<()> {
    let row = job::ActiveModel {
        id: Set(job.id.0),
        kind: Set(job.kind.as_str().to_owned()),
        actor: Set(job.actor.0.clone()),
        status: Set(job.status.as_str().to_owned()),
        total: Set(job.total),
        accepted: Set(job.accepted),
        refused: Set(job.refused),
        lease_token: NotSet,
        lease_until: NotSet,
        created_at: Set(convert::micros(job.created_at)),
        updated_at: Set(convert::micros(job.updated_at)),
        finished_at: NotSet,
    };
    job::Entity::insert(row).exec_without_returning(tx.connection()).await?;
    claim::first(tx, claim, how_long, now).await?;
    for chunk in items.chunks(ROWS_PER_STATEMENT) {
        let rows = chunk.iter().map(|(id, ticket)| job_item::ActiveModel {
            id: Set(id.0),
            job_id: Set(job.id.0),
            ticket_id: Set(ticket.0),
            state: Set(ItemState::Waiting.as_str().to_owned()),
            deployment_id: NotSet,
            refusal: NotSet,
            message: NotSet,
            failures: Set(0),
        });
        job_item::Entity::insert_many(rows).exec_without_returning(tx.connection()).await?;
    }
    events::append(tx, vec![event]).await
}

/// Five values per row: both databases accept 32,766 values per statement.
const ROWS_PER_STATEMENT: usize = 2_000;

/// One job.
pub async fn get(connection: &impl ConnectionTrait, id: JobId) -> Result<Job> {
    job::Entity::find_by_id(id.0).one(connection).await?.ok_or(StoreError::Missing).and_then(job)
}

/// A page of jobs.
pub async fn list(store: &Store, filter: &JobFilter, query: &ListQuery) -> Result<Listed<Job>> {
    let sortable = list::sortable::<job::Entity>(&JobFilter::RESOURCE)?;
    list::page(store, list::filtered(filter)?, query, &sortable, job::Column::Id).await?.try_map(job)
}

/// A page of a job's items in the order of their work; only those in `states`, if there are any.
pub async fn list_items(
    store: &Store,
    job: JobId,
    states: Vec<&'static str>,
    query: &ListQuery,
) -> Result<Listed<JobItem>> {
    const SORTABLE: &[(&str, job_item::Column)] = &[("position", job_item::Column::Id)];
    let rows = Filtered::<job_item::Entity>::all()
        .equal(job_item::Column::JobId, Some(job.0))
        .any_of(job_item::Column::State, states);
    let query = ListQuery { sort: Some(("position".to_owned(), SortOrder::Ascending)), ..query.clone() };
    list::page(store, rows, &query, SORTABLE, job_item::Column::Id).await?.try_map(item)
}

/// All items of a job, in order.
pub async fn items_of(connection: &impl ConnectionTrait, id: JobId) -> Result<Vec<JobItem>> {
    job_item::Entity::find()
        .filter(job_item::Column::JobId.eq(id.0))
        .order_by_asc(job_item::Column::Id)
        .all(connection)
        .await?
        .into_iter()
        .map(item)
        .collect()
}

fn job(row: job::Model) -> Result<Job> {
    Ok(Job {
        id: JobId(row.id),
        kind: convert::word(&row.kind)?,
        actor: Actor(row.actor),
        status: convert::word(&row.status)?,
        total: row.total,
        accepted: row.accepted,
        refused: row.refused,
        created_at: convert::timestamp(row.created_at),
        updated_at: convert::timestamp(row.updated_at),
        finished_at: convert::timestamp_opt(row.finished_at),
    })
}

fn item(row: job_item::Model) -> Result<JobItem> {
    let message = row.message.unwrap_or_default();
    let state = match row.state.as_str() {
        "waiting" => ItemState::Waiting,
        "stopped" => ItemState::Stopped,
        "accepted" => {
            let deployment = row.deployment_id.ok_or_else(|| convert::corrupt("an accepted item without a deployment"));
            ItemState::Accepted { deployment: DeploymentId(deployment?), message }
        }
        "refused" => {
            let word = row.refusal.unwrap_or_default();
            ItemState::Refused { refusal: convert::word(&word)?, message }
        }
        other => return Err(convert::unknown_word(other)),
    };
    Ok(JobItem { id: JobItemId(row.id), ticket_id: TicketId(row.ticket_id), state })
}

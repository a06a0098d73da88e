//! Deployments: accepting one, writing decisions about it, and reading its story.

mod accept;
mod active;
mod attempts;
mod claim;
mod commit;
mod due;
mod failures;
mod history;
mod list;
mod snapshot;
mod steps;

use std::collections::HashSet;

use domain::{AccountRef, CampaignId, Deployment, DeploymentId, TicketId, Word};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Query,
};
use uuid::Uuid;

use crate::{
    Result, StoreError, convert,
    entity::{
        deployment::{ActiveModel, Column, Entity, Model},
        ticket,
    },
};

pub use accept::{DeployInput, accept, accept_item, deploy_input};
pub use active::active_of_each;
pub(crate) use active::{ticket_has_none, tickets_with_one};
pub use attempts::{Attempt, attempts_of};
pub use claim::{next_due, release_all_leases};
pub use commit::{Commit, commit};
pub use due::due;
pub use failures::{FailedTickets, failed_tickets};
pub use history::{Ended, ended_since};
pub use list::{active_by_account, count_by_status, count_filtered, list};
pub use snapshot::{Care, Readings, snapshots};
pub use steps::steps_of;

const ACTIVE: [&str; 3] = ["PENDING", "STARTED", "RETRY"];

/// One deployment.
pub async fn get(connection: &impl ConnectionTrait, id: DeploymentId) -> Result<Deployment> {
    Entity::find_by_id(id.0).one(connection).await?.ok_or(StoreError::Missing).and_then(deployment)
}

/// The ticket's active deployment, where it has one.
pub async fn active_of(connection: &impl ConnectionTrait, ticket: TicketId) -> Result<Option<Deployment>> {
    Entity::find()
        .filter(Column::TicketId.eq(ticket.0))
        .filter(Column::Status.is_in(ACTIVE))
        .one(connection)
        .await?
        .map(deployment)
        .transpose()
}

/// The number of a campaign's tickets that have an active deployment.
pub async fn active_in_campaign(connection: &impl ConnectionTrait, campaign: CampaignId) -> Result<u64> {
    let mut tickets = Query::select();
    tickets.column(ticket::Column::Id).from(ticket::Entity).and_where(ticket::Column::CampaignId.eq(campaign.0));
    let active = Entity::find().filter(Column::Status.is_in(ACTIVE)).filter(Column::TicketId.in_subquery(tickets));
    Ok(active.count(connection).await?)
}

/// The ticket's newest deployment, in any status.
pub async fn latest_of(connection: &impl ConnectionTrait, ticket: TicketId) -> Result<Option<Deployment>> {
    Entity::find()
        .filter(Column::TicketId.eq(ticket.0))
        .order_by_desc(Column::Id)
        .one(connection)
        .await?
        .map(deployment)
        .transpose()
}

/// The tickets that have an active deployment.
pub(crate) async fn active_ticket_ids(connection: &impl ConnectionTrait) -> Result<HashSet<Uuid>> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::TicketId)
        .filter(Column::Status.is_in(ACTIVE))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(ids.into_iter().collect())
}

fn row(deployment: &Deployment) -> ActiveModel {
    ActiveModel {
        id: Set(deployment.id.0),
        ticket_id: Set(deployment.ticket_id.0),
        platform: Set(deployment.account.platform.key().to_owned()),
        account_id: Set(deployment.account.account_id.clone()),
        status: Set(deployment.status.as_str().to_owned()),
        attempt: Set(deployment.attempt),
        retries: Set(deployment.retries),
        due_at: Set(convert::micros(deployment.due_at)),
        parked: Set(false),
        lease_token: Set(deployment.lease_token),
        lease_until: Set(deployment.lease_until.map(convert::micros)),
        error: Set(deployment.error.clone()),
        created_at: Set(convert::micros(deployment.created_at)),
        updated_at: Set(convert::micros(deployment.updated_at)),
        finished_at: Set(deployment.finished_at.map(convert::micros)),
    }
}

fn deployment(row: Model) -> Result<Deployment> {
    Ok(Deployment {
        id: DeploymentId(row.id),
        ticket_id: TicketId(row.ticket_id),
        account: AccountRef { platform: convert::word(&row.platform)?, account_id: row.account_id },
        status: convert::word(&row.status)?,
        attempt: row.attempt,
        retries: row.retries,
        due_at: convert::timestamp(row.due_at),
        lease_token: row.lease_token,
        lease_until: convert::timestamp_opt(row.lease_until),
        error: row.error,
        created_at: convert::timestamp(row.created_at),
        updated_at: convert::timestamp(row.updated_at),
        finished_at: convert::timestamp_opt(row.finished_at),
    })
}

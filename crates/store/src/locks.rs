//! Locks for decisions that read one row and write another: a ticket may be edited depending on its deployments, and
//! deployed depending on the ticket and its campaign. PostgreSQL would let two such transactions cross, each with an
//! outdated view of the other, so they queue on the rows that both read. On SQLite only one transaction writes at a
//! time anyway.
//!
//! The order is campaign, then ticket, then deployment. Every transaction with several locks follows it, so there are
//! no deadlocks.

use domain::{CampaignId, TicketId};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use crate::{
    Result, StoreError, Tx,
    entity::{campaign, ticket},
};

/// Locks a ticket, and its campaign against changes, until the transaction ends.
pub async fn ticket(tx: &Tx, id: TicketId) -> Result<()> {
    hold_ticket(tx, id, LockType::Share).await
}

/// Locks a ticket whose plan is checked or changed, and its campaign against all others who check or change one. The
/// sum of its tickets' plans is compared with its budget, and two simultaneous comparisons would both fit.
pub async fn plan(tx: &Tx, id: TicketId) -> Result<()> {
    hold_ticket(tx, id, LockType::NoKeyUpdate).await
}

async fn hold_ticket(tx: &Tx, id: TicketId, of_campaign: LockType) -> Result<()> {
    if tx.connection().get_database_backend() == DbBackend::Sqlite {
        return Ok(());
    }
    let campaign: Option<Uuid> = ticket::Entity::find_by_id(id.0)
        .select_only()
        .column(ticket::Column::CampaignId)
        .into_tuple()
        .one(tx.connection())
        .await?;
    hold_campaign(tx, campaign.ok_or(StoreError::Missing)?, of_campaign).await?;
    let held: Option<Uuid> = ticket::Entity::find_by_id(id.0)
        .select_only()
        .column(ticket::Column::Id)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .one(tx.connection())
        .await?;
    held.map(|_| ()).ok_or(StoreError::Missing)
}

/// Locks a campaign until the transaction ends: meanwhile none of its tickets is edited, checked or deployed.
pub async fn campaign(tx: &Tx, id: CampaignId) -> Result<()> {
    if tx.connection().get_database_backend() == DbBackend::Sqlite {
        return Ok(());
    }
    hold_campaign(tx, id.0, LockType::NoKeyUpdate).await
}

async fn hold_campaign(tx: &Tx, id: Uuid, lock: LockType) -> Result<()> {
    let held: Option<Uuid> = campaign::Entity::find_by_id(id)
        .select_only()
        .column(campaign::Column::Id)
        .lock(lock)
        .into_tuple()
        .one(tx.connection())
        .await?;
    held.map(|_| ()).ok_or(StoreError::Missing)
}

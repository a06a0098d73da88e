//! Who goes first where a decision reads one row and writes another: whether a ticket may be edited depends on its
//! deployments, and whether it may be deployed on the ticket and its campaign. PostgreSQL would let two such transactions
//! cross, each with the other's yesterday in view, so they queue on the rows that both look at. On SQLite a transaction that
//! writes is alone anyway.
//!
//! The order is campaign, then ticket, then deployment; whoever takes several keeps to it, and nobody waits in a circle.

use domain::{CampaignId, TicketId};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QuerySelect, sea_query::LockType};
use uuid::Uuid;

use crate::{
    Result, StoreError, Tx,
    entity::{campaign, ticket},
};

/// Holds a ticket, and its campaign as it is, until the transaction ends.
pub async fn ticket(tx: &Tx, id: TicketId) -> Result<()> {
    hold_ticket(tx, id, LockType::Share).await
}

/// Holds a ticket whose plan is to be judged or changed, and its campaign against everybody else who judges or changes one: what
/// its tickets plan together is compared with its budget, and two that compare at the same moment would both fit.
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

/// Holds a campaign until the transaction ends: meanwhile none of its tickets is edited, judged or deployed.
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

//! Pauses by hand: nothing is claimed for a held account, or for any account of a held platform, until it is resumed.

pub use domain::deployment::account::Hold;
use domain::{AccountRef, event::Actor};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

use crate::{
    Result, Tx, convert,
    entity::hold::{ActiveModel, Column, Entity, Model},
};

/// Pauses. An existing pause stays on record. Returns true if it was not paused before.
pub async fn hold(tx: &Tx, hold: &Hold) -> Result<bool> {
    let row = ActiveModel {
        platform: Set(hold.account.platform.key().to_owned()),
        account_id: Set(hold.account.account_id.clone()),
        actor: Set(hold.actor.0.clone()),
        reason: Set(hold.reason.clone()),
        held_at: Set(convert::micros(hold.held_at)),
    };
    let inserted = Entity::insert(row)
        .on_conflict(OnConflict::columns([Column::Platform, Column::AccountId]).do_nothing().to_owned())
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Ok(rows) => Ok(rows > 0),
        Err(sea_orm::DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Resumes. Returns true if it was paused.
pub async fn resume(tx: &Tx, account: &AccountRef) -> Result<bool> {
    let gone = Entity::delete_many()
        .filter(
            Condition::all()
                .add(Column::Platform.eq(account.platform.key()))
                .add(Column::AccountId.eq(account.account_id.as_str())),
        )
        .exec(tx.connection())
        .await?;
    Ok(gone.rows_affected > 0)
}

/// All pauses.
pub async fn list(connection: &impl ConnectionTrait) -> Result<Vec<Hold>> {
    Entity::find()
        .order_by_asc(Column::Platform)
        .order_by_asc(Column::AccountId)
        .all(connection)
        .await?
        .into_iter()
        .map(hold_of)
        .collect()
}

pub(crate) fn hold_of(row: Model) -> Result<Hold> {
    Ok(Hold {
        account: AccountRef { platform: convert::word(&row.platform)?, account_id: row.account_id },
        actor: Actor(row.actor),
        reason: row.reason,
        held_at: convert::timestamp(row.held_at),
    })
}

//! When an account was out of reach: what was sent before that ended is no failed attempt of its ticket.

use domain::{AccountRef, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{
    Result, Tx, convert,
    entity::outage::{self, Column, Entity},
};

pub(super) async fn remember_outage(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
    let row = outage::ActiveModel {
        platform: Set(account.platform.key().to_owned()),
        account_id: Set(account.account_id.clone()),
        ended_at: Set(convert::micros(now)),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::Platform, Column::AccountId]).update_column(Column::EndedAt).to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whether an outage of the account, or of its platform, ended at `moment` or later.
pub async fn was_out_since(tx: &Tx, account: &AccountRef, moment: Timestamp) -> Result<bool> {
    let ended = Entity::find()
        .filter(Column::Platform.eq(account.platform.key()))
        .filter(Column::AccountId.is_in([account.account_id.as_str(), AccountRef::ALL]))
        .filter(Column::EndedAt.gte(convert::micros(moment)))
        .one(tx.connection())
        .await?;
    Ok(ended.is_some())
}

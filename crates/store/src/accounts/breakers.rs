//! The rows of circuit breakers. Each change names the version that it was decided on; another one changes nothing.

use domain::Word as _;
use domain::{
    AccountRef, DeploymentId, Timestamp, Version,
    deployment::engine::{Breaker, Trial},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, sea_query::OnConflict};

use super::is;
use crate::{
    Result, Tx, convert,
    entity::{
        account::{ActiveModel, Column, Entity, Model},
        outage,
    },
};

/// The version of an account's circuit breaker; none where it has no row.
pub(crate) async fn version_of(tx: &Tx, account: &AccountRef) -> Result<Option<Version>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Version)
        .filter(is(account))
        .into_tuple()
        .one(tx.connection())
        .await?)
}

/// Adds a circuit breaker. `false` where there is one already.
pub async fn insert(tx: &Tx, breaker: &Breaker) -> Result<bool> {
    let inserted = Entity::insert(row(breaker))
        .on_conflict(OnConflict::columns([Column::Platform, Column::AccountId]).do_nothing().to_owned())
        .exec_without_returning(tx.connection())
        .await;
    match inserted {
        Ok(rows) => Ok(rows > 0),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Changes a circuit breaker. `false` where it is not at the version `read`.
pub(crate) async fn update(tx: &Tx, breaker: &Breaker, read: Version) -> Result<bool> {
    let changed = Entity::update_many()
        .set(row(breaker))
        .filter(is(&breaker.account))
        .filter(Column::Version.eq(read))
        .exec(tx.connection())
        .await?;
    Ok(changed.rows_affected > 0)
}

/// Removes a circuit breaker. `false` where it is not at the version `read`.
pub(crate) async fn delete(tx: &Tx, account: &AccountRef, read: Version) -> Result<bool> {
    let gone = Entity::delete_many().filter(is(account)).filter(Column::Version.eq(read)).exec(tx.connection()).await?;
    Ok(gone.rows_affected > 0)
}

/// Remembers when an account's outage ended.
pub(crate) async fn remember_outage(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
    let row = outage::ActiveModel {
        platform: Set(account.platform.key().to_owned()),
        account_id: Set(account.account_id.clone()),
        ended_at: Set(convert::micros(now)),
    };
    let key = OnConflict::columns([outage::Column::Platform, outage::Column::AccountId])
        .update_column(outage::Column::EndedAt)
        .to_owned();
    outage::Entity::insert(row).on_conflict(key).exec_without_returning(tx.connection()).await?;
    Ok(())
}

fn row(breaker: &Breaker) -> ActiveModel {
    ActiveModel {
        platform: Set(breaker.account.platform.key().to_owned()),
        account_id: Set(breaker.account.account_id.clone()),
        parked_since: Set(convert::micros(breaker.opened_at)),
        parked_until: Set(convert::micros(breaker.open_until)),
        reason: Set(breaker.reason.as_str().to_owned()),
        message: Set(breaker.message.clone()),
        in_a_row: Set(breaker.in_a_row),
        probe_id: Set(breaker.trial.map(|trial| trial.deployment.0)),
        probe_until: Set(breaker.trial.map(|trial| convert::micros(trial.until))),
        updated_at: Set(convert::micros(breaker.changed_at)),
        version: Set(breaker.version),
    }
}

pub(crate) fn breaker(row: Model) -> Result<Breaker> {
    let trial = row.probe_id.zip(row.probe_until);
    Ok(Breaker {
        account: AccountRef { platform: convert::word(&row.platform)?, account_id: row.account_id },
        reason: convert::word(&row.reason)?,
        message: row.message,
        opened_at: convert::timestamp(row.parked_since),
        open_until: convert::timestamp(row.parked_until),
        in_a_row: row.in_a_row,
        trial: trial.map(|(id, until)| Trial { deployment: DeploymentId(id), until: convert::timestamp(until) }),
        changed_at: convert::timestamp(row.updated_at),
        version: row.version,
    })
}

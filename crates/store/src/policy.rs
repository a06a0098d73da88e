//! The house's QA rules: one row.

use domain::{Timestamp, Version, qa::Policy};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};

use crate::{
    Result, Tx, convert,
    entity::qa_policy::{ActiveModel, Column, Entity, Model},
};

/// The rules and their version; the defaults at version 0 if nobody has changed them.
pub async fn get(connection: &impl ConnectionTrait) -> Result<(Policy, Version)> {
    of_row(Entity::find_by_id(1).one(connection).await?)
}

/// The rules in their row, if there is one.
pub(crate) fn of_row(row: Option<Model>) -> Result<(Policy, Version)> {
    match row {
        Some(row) => Ok((convert::from_json(row.body)?, row.version)),
        None => Ok((Policy::default(), 0)),
    }
}

/// Writes the rules as their `version`.
pub async fn put(tx: &Tx, policy: &Policy, version: Version, now: Timestamp) -> Result<()> {
    let row = ActiveModel {
        id: Set(1),
        version: Set(version),
        body: Set(convert::to_json(policy)?),
        updated_at: Set(convert::micros(now)),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Id)
                .update_columns([Column::Version, Column::Body, Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

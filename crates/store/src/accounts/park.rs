//! Parking an account, and what waits with it.

use std::time::Duration;

use domain::{
    AccountRef, DeploymentId, Timestamp,
    deployment::{RetryPolicy, account::Park},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, Query, SelectStatement},
};

use super::is;
use crate::{
    Result, Tx, convert,
    entity::{
        account::{ActiveModel, Column, Entity},
        deployment,
    },
    transaction::plus,
};

/// Parks an account and makes its waiting deployments wait with it. Returns for how long. A longer wait that another
/// worker has heard of stays as it is.
pub async fn park(tx: &Tx, park: &Park, policy: &RetryPolicy, now: Timestamp) -> Result<Duration> {
    let before = Entity::find().filter(is(&park.account)).one(tx.connection()).await?;
    let before = before.filter(|row| row.reason == park.reason.as_str());
    // Requests that were under way together are answered alike, one after another: only the first of them counts.
    let same = Entity::find().filter(is(&park.account)).filter(Expr::col(Column::ParkedUntil).gt(tx.now(now)));
    let again = before.is_some() && same.one(tx.connection()).await?.is_some();
    let in_a_row = before.map_or(0, |row| row.in_a_row - i32::from(again));
    let how_long = park.how_long(policy, in_a_row);
    let row = ActiveModel {
        platform: Set(park.account.platform.key().to_owned()),
        account_id: Set(park.account.account_id.clone()),
        parked_since: Set(convert::micros(now)),
        parked_until: Set(0),
        reason: Set(park.reason.as_str().to_owned()),
        message: Set(park.message.clone()),
        in_a_row: Set(0),
        probe_id: Set(None),
        probe_until: Set(None),
        updated_at: Set(convert::micros(now)),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::Platform, Column::AccountId])
                .update_columns([Column::ProbeId, Column::ProbeUntil, Column::UpdatedAt])
                .to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    let until = plus(tx.now(now), how_long);
    Entity::update_many()
        .col_expr(Column::ParkedUntil, until.clone())
        .col_expr(Column::Reason, Expr::val(park.reason.as_str()))
        .col_expr(Column::Message, Expr::val(park.message.as_str()))
        .col_expr(Column::InARow, Expr::val(in_a_row + 1))
        .filter(is(&park.account))
        .filter(Expr::col(Column::ParkedUntil).lte(until))
        .exec(tx.connection())
        .await?;
    hold_back(tx, &park.account, how_long, None, now).await?;
    Ok(how_long)
}

/// An operator says that the account may be called again, whatever parked it. Returns whether anything did.
pub async fn release(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<bool> {
    let gone = Entity::delete_many().filter(is(account)).exec(tx.connection()).await?;
    bring_forward(tx, account, now).await?;
    Ok(gone.rows_affected > 0)
}

/// Deployments that nobody has in hand wait until `how_long` is over, all but `except`.
pub(super) async fn hold_back(
    tx: &Tx,
    account: &AccountRef,
    how_long: Duration,
    except: Option<DeploymentId>,
    now: Timestamp,
) -> Result<()> {
    let until = plus(tx.now(now), how_long);
    let mut rows = waiting(account);
    rows.and_where(Expr::col(deployment::Column::DueAt).lt(until.clone()));
    if let Some(id) = except {
        rows.and_where(deployment::Column::Id.ne(id.0));
    }
    deployment::Entity::update_many()
        .col_expr(deployment::Column::DueAt, until)
        .col_expr(deployment::Column::Parked, Expr::value(true))
        .filter(deployment::Column::Id.in_subquery(rows))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// What waited for the account is due.
pub(super) async fn bring_forward(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
    let mut rows = waiting(account);
    rows.and_where(deployment::Column::Parked.eq(true));
    deployment::Entity::update_many()
        .col_expr(deployment::Column::DueAt, tx.now(now))
        .col_expr(deployment::Column::Parked, Expr::value(false))
        .filter(deployment::Column::Id.in_subquery(rows))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// The account's deployments that wait to be taken up. One that a worker is claiming at this moment is passed over: that
/// worker comes to the account's row next, and each would wait for the other.
fn waiting(account: &AccountRef) -> SelectStatement {
    let mut rows = Query::select();
    rows.column(deployment::Column::Id)
        .from(deployment::Entity)
        .and_where(deployment::Column::Status.is_in(["PENDING", "RETRY"]))
        .and_where(deployment::Column::Platform.eq(account.platform.key()));
    if account.account_id != AccountRef::ALL {
        rows.and_where(deployment::Column::AccountId.eq(account.account_id.as_str()));
    }
    rows.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked);
    rows
}

//! The deployments that wait for their account. Those that have other reasons to wait are passed over until the account may be called
//! (`deployments/due.rs`), and keep their own time.

use domain::{AccountRef, DeploymentId, Timestamp};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, LockBehavior, LockType, Query, SelectStatement},
};

use super::is;
use crate::{
    Result, Tx,
    entity::{
        account,
        deployment::{Column, Entity},
    },
};

/// Closes an account's circuit breaker: an operator says that the account may be called again. Returns whether
/// there was one.
pub async fn release(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<bool> {
    let gone = account::Entity::delete_many().filter(is(account)).exec(tx.connection()).await?;
    bring_forward(tx, account, None, now).await?;
    Ok(gone.rows_affected > 0)
}

/// The deployments that waited for the account, and for nothing else, are due, all but one.
pub(crate) async fn bring_forward(
    tx: &Tx,
    account: &AccountRef,
    except: Option<DeploymentId>,
    now: Timestamp,
) -> Result<()> {
    let rows = waiting(account, except);
    Entity::update_many()
        .col_expr(Column::DueAt, tx.now(now))
        .col_expr(Column::Parked, Expr::value(false))
        .filter(Column::Id.in_subquery(rows))
        .exec(tx.connection())
        .await?;
    Ok(())
}

/// A deployment that a worker takes up at this moment is passed over: that worker comes to the account's row next, and each would
/// wait for the other.
fn waiting(account: &AccountRef, except: Option<DeploymentId>) -> SelectStatement {
    let mut rows = Query::select();
    rows.column(Column::Id)
        .from(Entity)
        .and_where(Column::Status.eq("RETRY"))
        .and_where(Column::Parked.eq(true))
        .and_where(Column::Platform.eq(account.platform.key()));
    if account.account_id != AccountRef::ALL {
        rows.and_where(Column::AccountId.eq(account.account_id.as_str()));
    }
    if let Some(id) = except {
        rows.and_where(Column::Id.ne(id.0));
    }
    rows.lock_with_behavior(LockType::NoKeyUpdate, LockBehavior::SkipLocked);
    rows
}

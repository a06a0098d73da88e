//! Circuit breakers of accounts, and the deployments that wait for them. See `domain::deployment::engine` and docs/adr/0010.

mod breakers;
mod known;
mod queue;

use domain::{AccountRef, deployment::account::ParkedAccount};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};

use crate::{
    Result, Store, convert,
    entity::{
        account::{Column, Entity, Model},
        deployment, hold,
    },
};

pub use breakers::insert;
pub(crate) use breakers::{breaker, delete, remember_outage, update, version_of};
pub use known::is_known;
pub(crate) use queue::bring_forward;
pub use queue::release;

/// A condition on a deployment: its account may be called. Neither the account nor its whole platform is paused, has an open breaker,
/// or is tried out by another deployment.
pub(crate) fn is_free(now: SimpleExpr) -> Condition {
    let mut open = Query::select();
    open.expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Platform)).equals((deployment::Entity, deployment::Column::Platform)))
        .and_where(Expr::col((Entity, Column::AccountId)).is_in(own_and_whole()))
        .cond_where(
            Condition::any()
                .add(Expr::col((Entity, Column::ParkedUntil)).gt(now.clone()))
                .add(Expr::col((Entity, Column::ProbeUntil)).gt(now)),
        );
    let mut held = Query::select();
    held.expr(Expr::val(1))
        .from(hold::Entity)
        .and_where(
            Expr::col((hold::Entity, hold::Column::Platform))
                .equals((deployment::Entity, deployment::Column::Platform)),
        )
        .and_where(Expr::col((hold::Entity, hold::Column::AccountId)).is_in(own_and_whole()));
    Condition::all().add(Expr::exists(open).not()).add(Expr::exists(held).not())
}

/// The deployment's account, and the one that stands for its whole platform.
fn own_and_whole() -> [SimpleExpr; 2] {
    [SimpleExpr::from(Expr::col((deployment::Entity, deployment::Column::AccountId))), Expr::val(AccountRef::ALL)]
}

/// All parked accounts.
pub async fn list(store: &Store) -> Result<Vec<ParkedAccount>> {
    Entity::find()
        .order_by_asc(Column::Platform)
        .order_by_asc(Column::AccountId)
        .all(store.reader())
        .await?
        .into_iter()
        .map(parked)
        .collect()
}

/// The account's, or its whole platform's, entry.
pub async fn find(connection: &impl ConnectionTrait, account: &AccountRef) -> Result<Option<ParkedAccount>> {
    Entity::find()
        .filter(Column::Platform.eq(account.platform.key()))
        .filter(Column::AccountId.is_in([account.account_id.as_str(), AccountRef::ALL]))
        .order_by_desc(Column::ParkedUntil)
        .one(connection)
        .await?
        .map(parked)
        .transpose()
}

fn is(account: &AccountRef) -> Condition {
    Condition::all()
        .add(Column::Platform.eq(account.platform.key()))
        .add(Column::AccountId.eq(account.account_id.as_str()))
}

fn parked(row: Model) -> Result<ParkedAccount> {
    Ok(ParkedAccount {
        account: AccountRef { platform: convert::word(&row.platform)?, account_id: row.account_id },
        parked_since: convert::timestamp(row.parked_since),
        parked_until: convert::timestamp(row.parked_until),
        reason: convert::word(&row.reason)?,
        message: row.message,
        in_a_row: row.in_a_row,
    })
}

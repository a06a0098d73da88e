//! Parked accounts. While one is parked nothing is claimed for it; when its time is over, one deployment goes first, as a
//! probe, and the others wait for what comes of it. See docs/adr/0010.

mod known;
mod outages;
mod park;
mod probe;

use domain::{
    AccountRef, PlatformId, Timestamp,
    deployment::account::{ParkReason, ParkedAccount},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Query, SimpleExpr},
};

use crate::{
    Result, Store, Tx, convert,
    entity::{
        account::{Column, Entity, Model},
        deployment, hold,
    },
};

pub use known::is_known;
pub use outages::was_out_since;
pub use park::{park, release};
pub use probe::{Lifted, Proof, begin_probe, end_probe, free};

/// A condition on a deployment: neither its account nor its whole platform is paused, parked, or under another's probe.
pub(crate) fn is_free(now: SimpleExpr) -> Condition {
    let mut parked = Query::select();
    parked
        .expr(Expr::val(1))
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
    Condition::all().add(Expr::exists(parked).not()).add(Expr::exists(held).not())
}

/// A condition on a deployment: nothing is known of its account or its platform that an answer could put an end to.
pub(crate) fn is_unknown() -> Condition {
    let mut known = Query::select();
    known
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Platform)).equals((deployment::Entity, deployment::Column::Platform)))
        .and_where(Expr::col((Entity, Column::AccountId)).is_in(own_and_whole()));
    Condition::all().add(Expr::exists(known).not())
}

/// The deployment's account, and the one that stands for its whole platform.
fn own_and_whole() -> [SimpleExpr; 2] {
    [SimpleExpr::from(Expr::col((deployment::Entity, deployment::Column::AccountId))), Expr::val(AccountRef::ALL)]
}

/// What keeps the next step of a deployment in hand from being sent: its account was parked or paused meanwhile.
pub async fn blocked(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<Option<String>> {
    if let Some(hold) = crate::holds::find(tx.connection(), account).await? {
        return Ok(Some(format!("{} is paused by {}.", hold.account, hold.actor.0)));
    }
    let parked = Entity::find()
        .filter(Column::Platform.eq(account.platform.key()))
        .filter(Column::AccountId.is_in([account.account_id.as_str(), AccountRef::ALL]))
        .filter(Expr::col(Column::ParkedUntil).gt(tx.now(now)))
        .one(tx.connection())
        .await?;
    Ok(parked.map(|row| format!("{} is parked: {}", account_of(&row, account), row.message)))
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

/// The rows of an account and of its whole platform.
async fn rows_of(tx: &Tx, account: &AccountRef) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Platform.eq(account.platform.key()))
        .filter(Column::AccountId.is_in([account.account_id.as_str(), AccountRef::ALL]))
        .order_by_desc(Column::AccountId)
        .all(tx.connection())
        .await?)
}

fn account_of(row: &Model, like: &AccountRef) -> AccountRef {
    AccountRef { platform: like.platform, account_id: row.account_id.clone() }
}

fn is(account: &AccountRef) -> Condition {
    Condition::all()
        .add(Column::Platform.eq(account.platform.key()))
        .add(Column::AccountId.eq(account.account_id.as_str()))
}

fn parked(row: Model) -> Result<ParkedAccount> {
    Ok(ParkedAccount {
        account: AccountRef {
            platform: convert::word(PlatformId::from_key(&row.platform), &row.platform)?,
            account_id: row.account_id,
        },
        parked_since: convert::timestamp(row.parked_since),
        parked_until: convert::timestamp(row.parked_until),
        reason: convert::word(ParkReason::from_text(&row.reason), &row.reason)?,
        message: row.message,
        in_a_row: row.in_a_row,
    })
}

//! Parked accounts. While one is parked nothing is claimed for it; when its time is over, one deployment goes first, as a
//! probe, and the others wait for what comes of it.

use std::time::Duration;

use domain::{
    AccountRef, DeploymentId, PlatformId, Timestamp,
    deployment::{
        RetryPolicy,
        account::{Park, ParkReason, ParkedAccount},
    },
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, Query, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use crate::{
    Result, Store, Tx, convert,
    entity::{
        account::{ActiveModel, Column, Entity, Model},
        deployment, hold, outage,
    },
    store::plus,
};

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

/// The deployment's account, and the one that stands for its whole platform.
fn own_and_whole() -> [SimpleExpr; 2] {
    [SimpleExpr::from(Expr::col((deployment::Entity, deployment::Column::AccountId))), Expr::val(AccountRef::ALL)]
}

/// Parks an account and makes its waiting deployments wait with it. Returns for how long. A longer wait that another
/// worker has heard of stays as it is.
pub async fn park(tx: &Tx, park: &Park, policy: &RetryPolicy, now: Timestamp) -> Result<Duration> {
    let before = Entity::find().filter(is(&park.account)).one(tx.connection()).await?;
    let in_a_row = before.as_ref().filter(|row| row.reason == park.reason.as_str()).map_or(0, |row| row.in_a_row);
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

/// Makes `probe` the one that goes first, where the account's time is over. `false` when another is at it already.
/// An account that is not parked needs no probe: `true`.
pub async fn begin_probe(
    tx: &Tx,
    account: &AccountRef,
    probe: DeploymentId,
    how_long: Duration,
    now: Timestamp,
) -> Result<bool> {
    for one in rows_of(tx, account).await?.into_iter().map(|row| account_of(&row, account)) {
        let begun = Entity::update_many()
            .col_expr(Column::ProbeId, Expr::val(probe.0))
            .col_expr(Column::ProbeUntil, plus(tx.now(now), how_long))
            .filter(is(&one))
            .filter(
                Condition::any()
                    .add(Column::ProbeUntil.is_null())
                    .add(Column::ProbeId.eq(probe.0))
                    .add(Expr::col(Column::ProbeUntil).lte(tx.now(now))),
            )
            .exec(tx.connection())
            .await?;
        if begun.rows_affected == 0 {
            return Ok(false);
        }
        hold_back(tx, &one, how_long, Some(probe), now).await?;
    }
    Ok(true)
}

/// What an answer of the platform proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// A request that writes was dealt with: the account may be called as usual.
    Written,
    /// Only a look-up was answered: the platform is there, but a limit on writes may still hold.
    Read,
}

/// An account that is free again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// Which.
    pub account: AccountRef,
    /// What it had been parked for.
    pub reason: ParkReason,
    /// How often in a row.
    pub in_a_row: i32,
}

impl Lifted {
    /// Whether an outage is over. A single failure is none: it may well be the ticket's own.
    pub fn was_outage(&self) -> bool {
        self.reason == ParkReason::Outage && self.in_a_row > 1
    }
}

/// The account answered `probe`: whatever that proves to be over is over, for the account and its platform, and what waited
/// for it is due. What the platform has asked to be left alone stays so until the time is over, whatever an older request was
/// answered meanwhile.
pub async fn free(
    tx: &Tx,
    account: &AccountRef,
    probe: DeploymentId,
    proof: Proof,
    now: Timestamp,
) -> Result<Vec<Lifted>> {
    let mut lifted = Vec::new();
    for row in rows_of(tx, account).await? {
        let one = account_of(&row, account);
        let reason = convert::word(ParkReason::from_text(&row.reason), &row.reason)?;
        let mut over = Condition::any().add(Column::Reason.eq(ParkReason::Outage.as_str()));
        if proof == Proof::Written {
            over = over.add(Expr::col(Column::ParkedUntil).lte(tx.now(now)));
        }
        let gone = Entity::delete_many().filter(is(&one)).filter(over).exec(tx.connection()).await?;
        if gone.rows_affected > 0 {
            bring_forward(tx, &one, now).await?;
            let lift = Lifted { account: one, reason, in_a_row: row.in_a_row };
            if lift.was_outage() {
                remember_outage(tx, &lift.account, now).await?;
            }
            lifted.push(lift);
        }
    }
    end_probe(tx, account, probe, now).await?;
    Ok(lifted)
}

async fn remember_outage(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
    let row = outage::ActiveModel {
        platform: Set(account.platform.key().to_owned()),
        account_id: Set(account.account_id.clone()),
        ended_at: Set(convert::micros(now)),
    };
    outage::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([outage::Column::Platform, outage::Column::AccountId])
                .update_column(outage::Column::EndedAt)
                .to_owned(),
        )
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Whether an outage of the account, or of its platform, ended at `moment` or later.
pub async fn was_out_since(tx: &Tx, account: &AccountRef, moment: Timestamp) -> Result<bool> {
    let ended = outage::Entity::find()
        .filter(outage::Column::Platform.eq(account.platform.key()))
        .filter(outage::Column::AccountId.is_in([account.account_id.as_str(), AccountRef::ALL]))
        .filter(outage::Column::EndedAt.gte(convert::micros(moment)))
        .one(tx.connection())
        .await?;
    Ok(ended.is_some())
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

/// An operator says that the account may be called again, whatever parked it. Returns whether anything did.
pub async fn release(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<bool> {
    let gone = Entity::delete_many().filter(is(account)).exec(tx.connection()).await?;
    bring_forward(tx, account, now).await?;
    Ok(gone.rows_affected > 0)
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

/// Lets go of a probe that came to no verdict on the account: the next one in line becomes the probe.
pub async fn end_probe(tx: &Tx, account: &AccountRef, probe: DeploymentId, now: Timestamp) -> Result<()> {
    for one in rows_of(tx, account).await?.into_iter().map(|row| account_of(&row, account)) {
        let ended = Entity::update_many()
            .col_expr(Column::ProbeId, Expr::value(Option::<Uuid>::None))
            .col_expr(Column::ProbeUntil, Expr::value(Option::<i64>::None))
            .filter(is(&one))
            .filter(Column::ProbeId.eq(probe.0))
            .exec(tx.connection())
            .await?;
        if ended.rows_affected > 0 {
            bring_forward(tx, &one, now).await?;
        }
    }
    Ok(())
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

/// Deployments that nobody has in hand wait until `how_long` is over, all but `except`.
async fn hold_back(
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
async fn bring_forward(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
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

fn is(account: &AccountRef) -> Condition {
    Condition::all()
        .add(Column::Platform.eq(account.platform.key()))
        .add(Column::AccountId.eq(account.account_id.as_str()))
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

fn parked(row: Model) -> Result<ParkedAccount> {
    Ok(ParkedAccount {
        account: AccountRef {
            platform: convert::word(PlatformId::from_key(&row.platform), &row.platform)?,
            account_id: row.account_id,
        },
        parked_since: convert::timestamp(row.parked_since)?,
        parked_until: convert::timestamp(row.parked_until)?,
        reason: convert::word(ParkReason::from_text(&row.reason), &row.reason)?,
        message: row.message,
        in_a_row: row.in_a_row,
    })
}

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
    sea_query::{Expr, ExprTrait, OnConflict, Query, SimpleExpr},
};
use uuid::Uuid;

use crate::{
    Result, Store, Tx, convert,
    entity::{
        account::{ActiveModel, Column, Entity, Model},
        deployment,
    },
    store::plus,
};

/// A condition on a deployment: neither its account nor its whole platform is parked, or under another's probe.
pub(crate) fn is_free(now: SimpleExpr) -> SimpleExpr {
    let mut parked = Query::select();
    parked
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Platform)).equals((deployment::Entity, deployment::Column::Platform)))
        .and_where(Expr::col((Entity, Column::AccountId)).is_in([
            SimpleExpr::from(Expr::col((deployment::Entity, deployment::Column::AccountId))),
            Expr::val(AccountRef::ALL),
        ]))
        .cond_where(
            Condition::any()
                .add(Expr::col((Entity, Column::ParkedUntil)).gt(now.clone()))
                .add(Expr::col((Entity, Column::ProbeUntil)).gt(now)),
        );
    Expr::exists(parked).not()
}

/// Parks an account and makes its waiting deployments wait with it. Returns until when.
pub async fn park(tx: &Tx, park: &Park, policy: &RetryPolicy, now: Timestamp) -> Result<Duration> {
    let before = Entity::find_by_id((park.account.platform.key().to_owned(), park.account.account_id.clone()))
        .one(tx.connection())
        .await?;
    let in_a_row = before.map_or(0, |row| row.in_a_row);
    let how_long = park.how_long(policy, in_a_row);
    let row = ActiveModel {
        platform: Set(park.account.platform.key().to_owned()),
        account_id: Set(park.account.account_id.clone()),
        parked_until: Set(0),
        reason: Set(park.reason.as_str().to_owned()),
        message: Set(park.message.clone()),
        in_a_row: Set(in_a_row + 1),
        probe_id: Set(None),
        probe_until: Set(None),
        updated_at: Set(convert::micros(now)),
    };
    let columns =
        [Column::Reason, Column::Message, Column::InARow, Column::ProbeId, Column::ProbeUntil, Column::UpdatedAt];
    Entity::insert(row)
        .on_conflict(OnConflict::columns([Column::Platform, Column::AccountId]).update_columns(columns).to_owned())
        .exec_without_returning(tx.connection())
        .await?;
    Entity::update_many()
        .col_expr(Column::ParkedUntil, plus(tx.now(now), how_long))
        .filter(is(&park.account))
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
    for one in [account.clone(), AccountRef::whole(account.platform)] {
        let known = Entity::find().filter(is(&one)).one(tx.connection()).await?;
        if known.is_none() {
            continue;
        }
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

/// The account answered as it should: it and its platform are free again, and what waited for them is due.
/// Returns whether anything was parked.
pub async fn free(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<bool> {
    let mut any = false;
    for one in [account.clone(), AccountRef::whole(account.platform)] {
        let gone = Entity::delete_many().filter(is(&one)).exec(tx.connection()).await?;
        if gone.rows_affected > 0 {
            any = true;
            bring_forward(tx, &one, now).await?;
        }
    }
    Ok(any)
}

/// Lets go of a probe that came to no verdict on the account: the next one in line becomes the probe.
pub async fn end_probe(tx: &Tx, account: &AccountRef, probe: DeploymentId, now: Timestamp) -> Result<()> {
    for one in [account.clone(), AccountRef::whole(account.platform)] {
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
    let mut update = deployment::Entity::update_many()
        .col_expr(deployment::Column::DueAt, until.clone())
        .col_expr(deployment::Column::Parked, Expr::value(true))
        .filter(waiting(account))
        .filter(Expr::col(deployment::Column::DueAt).lt(until));
    if let Some(id) = except {
        update = update.filter(deployment::Column::Id.ne(id.0));
    }
    update.exec(tx.connection()).await?;
    Ok(())
}

/// What waited for the account is due.
async fn bring_forward(tx: &Tx, account: &AccountRef, now: Timestamp) -> Result<()> {
    deployment::Entity::update_many()
        .col_expr(deployment::Column::DueAt, tx.now(now))
        .col_expr(deployment::Column::Parked, Expr::value(false))
        .filter(waiting(account))
        .filter(deployment::Column::Parked.eq(true))
        .exec(tx.connection())
        .await?;
    Ok(())
}

fn is(account: &AccountRef) -> Condition {
    Condition::all()
        .add(Column::Platform.eq(account.platform.key()))
        .add(Column::AccountId.eq(account.account_id.as_str()))
}

/// The account's deployments that wait to be taken up.
fn waiting(account: &AccountRef) -> Condition {
    let mut condition = Condition::all()
        .add(deployment::Column::Status.is_in(["PENDING", "RETRY"]))
        .add(deployment::Column::Platform.eq(account.platform.key()));
    if account.account_id != AccountRef::ALL {
        condition = condition.add(deployment::Column::AccountId.eq(account.account_id.as_str()));
    }
    condition
}

fn parked(row: Model) -> Result<ParkedAccount> {
    Ok(ParkedAccount {
        account: AccountRef {
            platform: convert::word(PlatformId::from_key(&row.platform), &row.platform)?,
            account_id: row.account_id,
        },
        parked_until: convert::timestamp(row.parked_until)?,
        reason: convert::word(ParkReason::from_text(&row.reason), &row.reason)?,
        message: row.message,
        in_a_row: row.in_a_row,
    })
}

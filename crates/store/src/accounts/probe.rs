//! Probes: when an account's time is over, one deployment goes first, and what comes of it decides for the others.

use std::time::Duration;

use domain::{AccountRef, DeploymentId, Timestamp, deployment::account::ParkReason};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

use super::{
    account_of, is,
    outages::remember_outage,
    park::{bring_forward, hold_back},
    rows_of,
};
use crate::{
    Result, Tx, convert,
    entity::account::{Column, Entity},
    transaction::plus,
};

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
    let rows = rows_of(tx, account).await?;
    let known = rows.len();
    for row in rows {
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
    if lifted.len() < known {
        end_probe(tx, account, probe, now).await?;
    }
    Ok(lifted)
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

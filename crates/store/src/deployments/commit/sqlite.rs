//! A decision on SQLite: statements of one transaction, which is the only one that writes.

use domain::Word as _;
use domain::deployment::engine::{DeploymentGuard, Due, GuardedWrite};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, Query},
};
use uuid::Uuid;

use super::Commit;
use crate::{
    Result, Tx, convert,
    deployments::{ACTIVE, attempts, steps},
    entity::{
        account, attempt,
        deployment::{Column, Entity},
        hold, ticket,
    },
    events, tickets,
    transaction::plus,
};

/// Writes a decision. `false` where a guard does not hold; then nothing is written.
pub(super) async fn write(tx: &Tx, commit: &Commit) -> Result<bool> {
    let write = &commit.write;
    if !ticket_is_as_read(tx, write).await? {
        return Ok(false);
    }
    if deployment(tx, write).exec(tx.connection()).await?.rows_affected == 0 {
        return Ok(false);
    }
    for step in &write.steps {
        steps::changing_columns(step)?.update_without_returning(tx.connection()).await?;
    }
    if let Some(ticket) = &write.ticket {
        let columns = tickets::state_columns(&ticket.state);
        let row = ticket::ActiveModel {
            id: Set(ticket.id.0),
            status: Set(columns.status.to_owned()),
            external_platform_id: Set(columns.external_platform_id),
            qa_digest: Set(columns.qa_digest),
            qa_failure_reason: Set(columns.qa_failure_reason),
            qa_findings: Set(convert::to_json(&ticket.findings)?),
            updated_at: Set(convert::micros(write.now)),
            version: Set(ticket.version),
            ..Default::default()
        };
        row.update_without_returning(tx.connection()).await?;
    }
    if !commit.attempts.is_empty() {
        let rows = commit.attempts.iter().map(attempts::row);
        attempt::Entity::insert_many(rows).exec_without_returning(tx.connection()).await?;
    }
    events::append(tx, commit.events.clone()).await?;
    Ok(true)
}

async fn ticket_is_as_read(tx: &Tx, write: &GuardedWrite) -> Result<bool> {
    let Some((id, version)) = write.expects.ticket else { return Ok(true) };
    let found: Option<Uuid> = ticket::Entity::find_by_id(id.0)
        .select_only()
        .column(ticket::Column::Id)
        .filter(ticket::Column::Version.eq(version))
        .into_tuple()
        .one(tx.connection())
        .await?;
    Ok(found.is_some())
}

/// The deployment's new columns, where its guards hold.
fn deployment(tx: &Tx, write: &GuardedWrite) -> UpdateMany<Entity> {
    let (columns, moment, now) = (&write.deployment, tx.now(write.now), convert::micros(write.now));
    let mut update = Entity::update_many()
        .col_expr(Column::Status, Expr::val(columns.status.as_str()))
        .col_expr(Column::Attempt, Expr::val(columns.attempt))
        .col_expr(Column::Retries, Expr::val(columns.retries))
        .col_expr(Column::Parked, Expr::value(columns.parked))
        .col_expr(Column::Error, Expr::value(columns.error.clone()))
        .col_expr(Column::LeaseToken, Expr::value(columns.lease.map(|(token, _)| token)))
        .col_expr(Column::UpdatedAt, Expr::val(now))
        .col_expr(Column::FinishedAt, Expr::value((!columns.status.is_active()).then_some(now)));
    update = match columns.lease {
        Some((_, length)) => update.col_expr(Column::LeaseUntil, plus(moment.clone(), length)),
        None => update.col_expr(Column::LeaseUntil, Expr::value(Option::<i64>::None)),
    };
    if let Due::In(delay) = columns.due {
        update = update.col_expr(Column::DueAt, plus(moment.clone(), delay));
    }
    update = update.filter(Column::Id.eq(write.id.0));
    update = match write.expects.deployment {
        DeploymentGuard::Leased(token) => {
            update.filter(Column::LeaseToken.eq(token)).filter(Column::Status.eq("STARTED"))
        }
        DeploymentGuard::Unleased { attempt, lease_until, due } => {
            let last_lease = match lease_until {
                Some(until) => Column::LeaseUntil.eq(convert::micros(until)),
                None => Column::LeaseUntil.is_null(),
            };
            let over = Condition::any()
                .add(Column::LeaseUntil.is_null())
                .add(Expr::col(Column::LeaseUntil).lt(moment.clone()));
            let is_due = due.then(|| Expr::col(Column::DueAt).lte(moment));
            update
                .filter(Column::Status.is_in(ACTIVE))
                .filter(Column::Attempt.eq(attempt))
                .filter(last_lease)
                .filter(over)
                .filter(Condition::all().add_option(is_due))
        }
    };
    let breaker = write
        .expects
        .no_breaker
        .then(|| none_of::<account::Entity>(account::Column::Platform, account::Column::AccountId));
    let hold = write.expects.no_hold.then(|| none_of::<hold::Entity>(hold::Column::Platform, hold::Column::AccountId));
    update.filter(Condition::all().add_option(breaker).add_option(hold))
}

/// No row of the table names the deployment's account, or all accounts of its platform.
fn none_of<E: EntityTrait + Default>(platform: E::Column, account_id: E::Column) -> sea_orm::sea_query::SimpleExpr {
    let mut rows = Query::select();
    let own = Expr::col((Entity, Column::AccountId));
    rows.expr(Expr::val(1))
        .from(E::default())
        .and_where(Expr::col((E::default(), platform)).equals((Entity, Column::Platform)))
        .and_where(Expr::col((E::default(), account_id)).is_in([own, Expr::val(domain::AccountRef::ALL)]));
    Expr::exists(rows).not()
}

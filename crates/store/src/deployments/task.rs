//! The usual course of a deployment in as few round trips as there are commits: one statement reads it; a set of changes
//! each takes it up with the intent of its next step, goes on to the following one, or ends it in success. They apply to an
//! account that nothing is known of, neither parked nor on probation; all other cases have transactions of their own.

use std::time::Duration;

use domain::{
    Deployment, DeploymentId, Event, Ticket, Timestamp,
    deployment::{DeploymentStatus, Step},
};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, JoinType, LockType, Order, Query},
};

use super::{
    Attempt, Lease,
    claim::{claiming, renewing},
    deployment, finish, insert_attempts_with, save_step_with, steps,
};
use crate::{
    Aggregate, Changes, Result, Store, accounts, convert,
    entity::{
        deployment::{Column, Entity},
        deployment_step, ticket,
    },
    events, joined,
};

/// A deployment as a worker wants it.
#[derive(Debug, Clone, PartialEq)]
pub struct DeploymentSnapshot {
    /// The deployment.
    pub deployment: Deployment,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Its ticket.
    pub ticket: Ticket,
}

/// Reads a deployment with all that driving it goes by; none where there is no such deployment.
pub async fn task(store: &Store, id: DeploymentId) -> Result<Option<DeploymentSnapshot>> {
    let mut select = Query::select();
    select
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Id)).eq(id.0))
        .order_by((deployment_step::Entity, deployment_step::Column::Position), Order::Asc);
    joined::columns_of::<Entity>(&mut select, "deployment_");
    let inner = JoinType::InnerJoin;
    let (ticket, its) = (ticket::Column::Id, Column::TicketId);
    joined::join::<ticket::Entity, Entity>(&mut select, "ticket_", inner, ticket, its);
    let (step, its) = (deployment_step::Column::DeploymentId, Column::Id);
    joined::join::<deployment_step::Entity, Entity>(&mut select, "step_", inner, step, its);
    let rows = crate::Connection::query_all(store.by_key(), &select).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    Ok(Some(DeploymentSnapshot {
        deployment: deployment(FromQueryResult::from_query_result(first, "deployment_")?)?,
        ticket: Ticket::from_row(FromQueryResult::from_query_result(first, "ticket_")?)?,
        steps: steps::steps_of_rows(
            rows.iter().map(|row| Ok(FromQueryResult::from_query_result(row, "step_")?)).collect::<Result<_>>()?,
        )?,
    }))
}

/// Claims a deployment that is still as it was read, and writes that `intent` will be sent, where something will. `false`
/// when it is not to be had like this.
pub async fn take_up(
    store: &Store,
    lease: Lease,
    how_long: Duration,
    read: &Deployment,
    intent: Option<&Step>,
    event: Event,
    now: Timestamp,
) -> Result<bool> {
    let mut changes = Changes::default();
    let claim = claiming(lease, how_long, store.now(now), now).filter(is_as_read(read)).filter(accounts::is_unknown());
    changes.decide_by(claim);
    if let Some(step) = intent {
        save_step_with(&mut changes, step)?;
    }
    events::append_with(&mut changes, [event]);
    changes.commit(store).await
}

/// Nobody has driven the deployment since it was read, and so its steps are as they were read, too: each claim counts up, and
/// whoever writes a step under a lease extends that lease or ends it. A claim that came long after the read, because the
/// machine slept between the two, would else go by steps that another worker has sent meanwhile.
fn is_as_read(read: &Deployment) -> Condition {
    let lease_until = match read.lease_until {
        Some(until) => Column::LeaseUntil.eq(convert::micros(until)),
        None => Column::LeaseUntil.is_null(),
    };
    Condition::all().add(Column::Attempt.eq(read.attempt)).add(lease_until)
}

/// Writes that `done` is, and that `intent` will be sent next, and extends the lease. `false` when the lease is lost, or the
/// account may not be called any more.
pub async fn go_on(
    store: &Store,
    lease: Lease,
    how_long: Duration,
    (done, attempts): (&Step, &[Attempt]),
    intent: Option<&Step>,
    now: Timestamp,
) -> Result<bool> {
    let mut changes = Changes::default();
    let renewal = renewing(lease, how_long, store.now(now));
    changes.decide_by(renewal.filter(accounts::is_unknown()).filter(accounts::is_free(store.now(now))));
    insert_attempts_with(&mut changes, attempts);
    save_step_with(&mut changes, done)?;
    if let Some(step) = intent {
        save_step_with(&mut changes, step)?;
    }
    changes.commit(store).await
}

/// Ends a deployment whose last step is done in success, and its ticket with it. `ticket` is as it shall be, its version one
/// more than before. `false` when the lease is lost, or something is known of the account that this may put an end to.
pub async fn succeed(
    store: &Store,
    lease: Lease,
    (done, attempts): (&Step, &[Attempt]),
    ticket: &Ticket,
    events: Vec<Event>,
    now: Timestamp,
) -> Result<bool> {
    let unchanged = ticket::Entity::find_by_id(ticket.id.0)
        .select_only()
        .column(ticket::Column::Id)
        .filter(ticket::Column::Version.eq(ticket.version - 1))
        .lock(LockType::NoKeyUpdate);
    let mut changes = Changes::default();
    changes.hold(unchanged.into_query());
    changes.decide_by(finish::finishing(lease, DeploymentStatus::Success, None, now).filter(accounts::is_unknown()));
    insert_attempts_with(&mut changes, attempts);
    save_step_with(&mut changes, done)?;
    changes.update(ticket::Entity::update_many().set(ticket.to_row()?).filter(ticket::Column::Id.eq(ticket.id.0)));
    events::append_with(&mut changes, events);
    changes.commit(store).await
}

//! Active deployments, as tickets see them: a ticket has one at most.

use std::collections::HashMap;

use domain::{Deployment, TicketId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};

use super::deployment;
use crate::{
    Result,
    entity::{
        deployment::{Column, Entity},
        ticket,
    },
};

/// The active deployments of these tickets; those without one are left out. One statement, however many there are.
pub async fn active_of_each(
    connection: &impl ConnectionTrait,
    tickets: &[TicketId],
) -> Result<HashMap<TicketId, Deployment>> {
    if tickets.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = Entity::find()
        .filter(Column::TicketId.is_in(tickets.iter().map(|id| id.0)))
        .filter(is_active())
        .all(connection)
        .await?;
    rows.into_iter().map(|row| deployment(row).map(|deployment| (deployment.ticket_id, deployment))).collect()
}

/// The ids of all tickets that have an active deployment.
pub(crate) fn tickets_with_one() -> SelectStatement {
    Query::select().column(Column::TicketId).from(Entity).and_where(is_active()).to_owned()
}

/// A condition on a ticket: it has no active deployment. One look into their index for each ticket, however many there are.
pub(crate) fn ticket_has_none() -> SimpleExpr {
    let active = Query::select()
        .expr(Expr::val(1))
        .from(Entity)
        .and_where(Expr::col((Entity, Column::TicketId)).equals((ticket::Entity, ticket::Column::Id)))
        .and_where(is_active())
        .to_owned();
    Expr::exists(active).not()
}

/// In the words of the partial indexes: with parameters, no database would know that it may use them.
fn is_active() -> SimpleExpr {
    Expr::cust("\"deployments\".\"status\" IN ('PENDING', 'STARTED', 'RETRY')")
}

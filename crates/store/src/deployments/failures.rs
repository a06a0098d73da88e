//! Tickets that failed and have not been tried again since.

use domain::Word as _;
use domain::{TicketId, TicketStatus, deployment::FailureFilter, text::fold};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Alias, Expr, ExprTrait, Query},
};
use uuid::Uuid;

use crate::{
    Result, convert,
    entity::{
        deployment::{Column, Entity},
        ticket,
    },
    list,
};

/// Failed tickets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedTickets {
    /// The tickets, the longest failed first.
    pub tickets: Vec<TicketId>,
    /// The number of further ones.
    pub more: u64,
}

/// The tickets in `FAILED` whose last deployment matches the filter, at most `limit` of them.
pub async fn failed_tickets(
    connection: &impl ConnectionTrait,
    filter: &FailureFilter,
    limit: u64,
) -> Result<FailedTickets> {
    let failed = Query::select()
        .column(ticket::Column::Id)
        .from(ticket::Entity)
        .and_where(ticket::Column::Status.eq(TicketStatus::Failed.as_str()))
        .to_owned();
    let later = Alias::new("later");
    let tried_again = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, later.clone())
        .and_where(Expr::col((later.clone(), Column::TicketId)).equals((Entity, Column::TicketId)))
        .and_where(Expr::col((later, Column::Id)).gt(Expr::col((Entity, Column::Id))))
        .to_owned();
    let mut select = Entity::find()
        .filter(Column::Status.eq("FAILURE"))
        .filter(Column::TicketId.in_subquery(failed))
        .filter(Expr::exists(tried_again).not());
    if let Some(platform) = filter.platform {
        select = select.filter(Column::Platform.eq(platform.key()));
    }
    if let Some(account) = &filter.account_id {
        select = select.filter(Column::AccountId.eq(account));
    }
    if let Some(text) = &filter.reason {
        select = select.filter(list::might_contain(Column::Error, text));
    }
    if let Some(since) = filter.since {
        select = select.filter(Column::FinishedAt.gte(convert::micros(since)));
    }
    if let Some(text) = filter.reason.as_deref().map(fold).filter(|text| !text.is_ascii()) {
        return with_reason(connection, select, &text, limit).await;
    }
    let total = select.clone().count(connection).await?;
    let ids: Vec<Uuid> = select
        .select_only()
        .column(Column::TicketId)
        .order_by_asc(Column::Id)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await?;
    let more = total.saturating_sub(ids.len() as u64);
    Ok(FailedTickets { tickets: ids.into_iter().map(TicketId).collect(), more })
}

/// Those whose reason contains `text`, compared here: databases differ in what they know of the case of letters beyond ASCII.
async fn with_reason(
    connection: &impl ConnectionTrait,
    select: Select<Entity>,
    text: &str,
    limit: u64,
) -> Result<FailedTickets> {
    let rows: Vec<(Uuid, Option<String>)> = select
        .select_only()
        .columns([Column::TicketId, Column::Error])
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(connection)
        .await?;
    let matching =
        rows.into_iter().filter(|(_, error)| error.as_deref().is_some_and(|error| fold(error).contains(text)));
    let mut tickets: Vec<TicketId> = matching.map(|(ticket, _)| TicketId(ticket)).collect();
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = tickets.len().saturating_sub(most) as u64;
    tickets.truncate(most);
    Ok(FailedTickets { tickets, more })
}

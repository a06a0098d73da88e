//! Filters of tickets, and the search for a part of a name among a million.

use domain::{list::TicketFilter, taxonomy};
use sea_orm::{
    ColumnTrait, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};

use crate::{
    Result, Store, deployments,
    entity::ticket::{Column, Entity},
    list::{self, Filtered, total},
};

/// The rows that pass the filter.
pub(super) fn filtered(filter: &TicketFilter) -> Result<Filtered<Entity>> {
    let paired = &[(Column::BrandId, Column::Name), (Column::MarketId, Column::Name)];
    let rows = list::filtered::<Entity>(filter)?.paired(paired);
    Ok(match filter.deploying {
        // Few tickets are being deployed, so the search begins with those; the others are many.
        Some(true) => rows.among(Column::Id, deployments::tickets_with_one()),
        Some(false) => rows.and(deployments::ticket_has_none()),
        None => rows,
    })
}

/// The same, with a search that is narrowed first if that is faster than reading one name after another.
///
/// PostgreSQL decides that itself. SQLite has the trigrams in a separate table: if they leave few tickets, those are
/// checked; if they leave many, a page of them is soon found along the list.
pub(super) async fn narrowed(store: &Store, filter: &TicketFilter) -> Result<Filtered<Entity>> {
    let rows = filtered(filter)?;
    let term = filter.search.as_deref().filter(|_| store.is_sqlite()).map(taxonomy::search_term);
    if let Some(phrase) = term.as_deref().and_then(phrase) {
        let candidates = with_trigrams(&phrase);
        if total::if_not_long(store, candidates.clone()).await?.is_some() {
            return Ok(rows.among(Column::Id, candidates));
        }
    }
    Ok(rows)
}

/// The condition that another table's `column` refers to a ticket that matches the filter.
///
/// PostgreSQL makes the same plan for both forms. SQLite follows the form: if few tickets match, it begins with those;
/// if many do, it checks the ticket of each row.
pub(crate) async fn is_one_of(store: &Store, column: impl ColumnTrait, filter: &TicketFilter) -> Result<SimpleExpr> {
    let passing = narrowed(store, filter).await?.whole().select_only();
    let ids = passing.clone().column(Column::Id).into_query();
    if !store.is_sqlite() || total::if_not_long(store, ids.clone()).await?.is_some() {
        return Ok(column.in_subquery(ids));
    }
    let mut its_own = passing.expr_as(Expr::val(1), "one").into_query();
    its_own.and_where(Expr::col((Entity, Column::Id)).equals(column.as_column_ref()));
    Ok(Expr::exists(its_own))
}

/// The text as a phrase of SQLite's full-text search. None if its trigrams are useless: it is shorter than three
/// characters, or has some that no name has.
fn phrase(text: &str) -> Option<String> {
    let usable = text.len() >= 3 && text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    usable.then(|| format!("\"{}\"", text.to_lowercase().replace('"', "\"\"")))
}

/// The ids of the tickets whose names contain the phrase's trigrams in sequence.
fn with_trigrams(phrase: &str) -> SelectStatement {
    let (names, trigrams) = (|| Alias::new("ticket_names"), || Alias::new("ticket_trigrams"));
    let mut ids = Query::select();
    ids.column((names(), Alias::new("ticket_id")))
        .from(trigrams())
        .inner_join(names(), Expr::col((names(), Alias::new("key"))).equals((trigrams(), Alias::new("rowid"))))
        .and_where(Expr::cust_with_values("ticket_trigrams MATCH ?", [phrase]));
    ids
}

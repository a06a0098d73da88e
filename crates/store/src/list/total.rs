//! The number of rows that match a list's filters.
//!
//! Up to 10,000 rows are counted for each page. Counting a million takes longer than reading a page of them, so a
//! larger total is counted once, kept for a while, and counted again in the background on request.

use sea_orm::{
    EntityTrait, FromQueryResult, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, Func, Query, SelectStatement},
};

use crate::{Connection, Result, Store};

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// The total of `rows`: current for a short list; for a long one exact but perhaps some seconds old.
pub(crate) async fn of<E: EntityTrait>(store: &Store, rows: Select<E>) -> Result<u64> {
    let ones = rows.select_only().expr_as(Expr::val(1), "one").into_query();
    let key = store.reader().get_database_backend().build(&ones).to_string();
    let again = {
        let (store, ones) = (store.clone(), ones.clone());
        move || async move { count(&store, ones).await }
    };
    // A known total was long a moment ago.
    if let Some(total) = store.totals().known(&key, again.clone()) {
        return Ok(total);
    }
    match if_not_long(store, ones).await? {
        Some(total) => Ok(total),
        None => store.totals().count(&key, again).await,
    }
}

/// The number of rows, if there are few enough to count each time.
pub(crate) async fn if_not_long(store: &Store, mut rows: SelectStatement) -> Result<Option<u64>> {
    rows.limit(store.counted_up_to() + 1);
    Ok(Some(count(store, rows).await?).filter(|count| *count <= store.counted_up_to()))
}

async fn count(store: &Store, rows: SelectStatement) -> Result<u64> {
    let mut counting = Query::select();
    counting.expr_as(Func::count(Expr::col(Asterisk)), "count").from_subquery(rows, "rows");
    let statement = store.reader().get_database_backend().build(&counting);
    let counted = Count::find_by_statement(statement).one(store.reader()).await?;
    Ok(counted.map_or(0, |row| u64::try_from(row.count).unwrap_or_default()))
}

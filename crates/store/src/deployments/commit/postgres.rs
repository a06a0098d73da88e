//! Decisions on PostgreSQL: one statement, a transaction of its own where it is not part of one.

use std::collections::HashSet;

use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use serde::Serialize;
use uuid::Uuid;

use super::{Commit, rows::Rows};
use crate::{Result, Store, convert, error::in_doubt};

/// Writes decisions. Returns for each whether its guards held.
pub(super) async fn write(connection: &impl ConnectionTrait, store: &Store, commits: &[&Commit]) -> Result<Vec<bool>> {
    let rows = Rows::of(commits)?;
    // The caller's clock, where tests set one.
    let now = commits.iter().map(|commit| convert::micros(commit.write.now)).max();
    let values = [
        array(&rows.deployments)?,
        array(&rows.steps)?,
        array(&rows.tickets)?,
        array(&rows.attempts)?,
        array(&rows.events)?,
        Value::BigInt(now.filter(|_| !store.has_own_clock())),
    ];
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, include_str!("write.sql"), values);
    let written = connection.query_all_raw(statement).await.map_err(in_doubt)?;
    let written =
        written.iter().map(|row| row.try_get_by_index::<Uuid>(0)).collect::<std::result::Result<HashSet<_>, _>>()?;
    let results: Vec<bool> = commits.iter().map(|commit| written.contains(&commit.write.id.0)).collect();
    if results.iter().zip(commits).any(|(written, commit)| *written && !commit.events.is_empty()) {
        store.append_signal().committed();
    }
    Ok(results)
}

fn array<T: Serialize>(rows: &[T]) -> Result<Value> {
    Ok(Value::Json(Some(Box::new(convert::to_json(&rows)?))))
}

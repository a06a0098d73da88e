//! The deployments that are due, in turns: an account with ten thousand of them does not starve one that has a single one.

use domain::{AccountRef, DeploymentId, Timestamp};
use sea_orm::{DbBackend, FromQueryResult, Statement, Value};
use uuid::Uuid;

use crate::{Result, Store, convert};

/// However many accounts there are, each gives so many at a time.
const EACH_AT_LEAST: u64 = 16;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    platform: String,
    account_id: String,
}

/// Deployments that may be claimed now, at most `limit`: the one that has been due longest of every account, then each
/// account's second, and so on. Accounts that are paused, parked or under a probe are passed over.
pub async fn due(store: &Store, now: Timestamp, limit: u64) -> Result<Vec<(DeploymentId, AccountRef)>> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (backend, text, mut values): (DbBackend, &str, Vec<Value>) = if store.is_sqlite() {
        (DbBackend::Sqlite, include_str!("due_sqlite.sql"), vec![convert::micros(now).into()])
    } else if store.has_own_clock() {
        (DbBackend::Postgres, include_str!("due_postgres.sql"), vec![Option::<i64>::None.into()])
    } else {
        (DbBackend::Postgres, include_str!("due_postgres.sql"), vec![convert::micros(now).into()])
    };
    values.extend([Value::from(limit), Value::from(i64::try_from(EACH_AT_LEAST).unwrap_or(i64::MAX))]);
    let rows =
        Row::find_by_statement(Statement::from_sql_and_values(backend, text, values)).all(store.reader()).await?;
    rows.into_iter()
        .map(|row| {
            let platform = convert::word(&row.platform)?;
            Ok((DeploymentId(row.id), AccountRef { platform, account_id: row.account_id }))
        })
        .collect()
}

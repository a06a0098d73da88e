//! The recent past: the deployments that ended in each span of time, and their durations from acceptance to end.

use std::time::Duration;

use domain::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};

use crate::{Result, convert};

/// A span of time and what ended in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// Its beginning.
    pub from: Timestamp,
    /// The number of successes.
    pub succeeded: i64,
    /// The number of failures.
    pub failed: i64,
    /// The average duration of the successes, from acceptance to end; none where there are none.
    pub mean_duration: Option<Duration>,
}

#[derive(FromQueryResult)]
struct Row {
    span: i64,
    succeeded: i64,
    failed: i64,
    micros: Option<i64>,
}

/// The deployments that ended from `from` to `until`, counted in spans of `width`, oldest first.
pub async fn history(
    connection: &impl ConnectionTrait,
    from: Timestamp,
    until: Timestamp,
    width: Duration,
) -> Result<Vec<Span>> {
    let width = i64::try_from(width.as_micros()).unwrap_or(i64::MAX).max(1);
    let first = convert::micros(from).div_euclid(width);
    let last = convert::micros(until).div_euclid(width);
    let backend = connection.get_database_backend();
    let (one, two) = if backend == DbBackend::Postgres { ("$1", "$2") } else { ("?1", "?2") };
    let text = format!(
        "SELECT finished_at / {one} AS span, \
                count(CASE WHEN status = 'SUCCESS' THEN 1 END) AS succeeded, \
                count(CASE WHEN status = 'FAILURE' THEN 1 END) AS failed, \
                CAST(avg(CASE WHEN status = 'SUCCESS' THEN finished_at - created_at END) AS bigint) AS micros \
           FROM deployments WHERE finished_at IS NOT NULL AND finished_at >= {two} GROUP BY finished_at / {one}"
    );
    let values = [width.into(), first.saturating_mul(width).into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(backend, text, values)).all(connection).await?;
    (first..=last)
        .map(|span| {
            let row = rows.iter().find(|row| row.span == span);
            Ok(Span {
                from: convert::timestamp(span.saturating_mul(width)),
                succeeded: row.map_or(0, |row| row.succeeded),
                failed: row.map_or(0, |row| row.failed),
                mean_duration: row
                    .and_then(|row| row.micros)
                    .map(|micros| Duration::from_micros(u64::try_from(micros).unwrap_or_default())),
            })
        })
        .collect()
}

//! Deployments that ended lately, counted in spans of time of equal width.

use std::time::Duration;

use domain::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};

use crate::{Result, convert};

/// The deployments that ended in one span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The beginning of the span.
    pub from: Timestamp,
    /// The number that succeeded.
    pub succeeded: i64,
    /// The number that failed.
    pub failed: i64,
    /// The average time from acceptance to success; none where none succeeded.
    pub mean_duration: Option<Duration>,
}

#[derive(FromQueryResult)]
struct Row {
    span: i64,
    succeeded: i64,
    failed: i64,
    micros: Option<i64>,
}

/// The deployments that ended at `from` or later, by spans of `micros` micro-seconds that are counted from 1970; spans in which
/// none ended are left out.
pub async fn ended_since(connection: &impl ConnectionTrait, from: Timestamp, micros: i64) -> Result<Vec<Ended>> {
    let backend = connection.get_database_backend();
    let (one, two) = if backend == DbBackend::Postgres { ("$1", "$2") } else { ("?1", "?2") };
    let text = format!(
        "SELECT finished_at / {one} AS span, \
                count(CASE WHEN status = 'SUCCESS' THEN 1 END) AS succeeded, \
                count(CASE WHEN status = 'FAILURE' THEN 1 END) AS failed, \
                CAST(avg(CASE WHEN status = 'SUCCESS' THEN finished_at - created_at END) AS bigint) AS micros \
           FROM deployments WHERE finished_at IS NOT NULL AND finished_at >= {two} GROUP BY finished_at / {one}"
    );
    let values = [micros.into(), convert::micros(from).into()];
    let rows = Row::find_by_statement(Statement::from_sql_and_values(backend, text, values)).all(connection).await?;
    let ended = rows.into_iter().map(|row| Ended {
        from: convert::timestamp(row.span.saturating_mul(micros)),
        succeeded: row.succeeded,
        failed: row.failed,
        mean_duration: row.micros.map(|micros| Duration::from_micros(u64::try_from(micros).unwrap_or_default())),
    });
    Ok(ended.collect())
}

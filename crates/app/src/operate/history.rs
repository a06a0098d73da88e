//! Throughput lately: what ended in each span of time, for charts.

use std::time::Duration;

use domain::Timestamp;
use store::deployments::{self, Ended};

use crate::{App, Result};

/// A span of time, and the deployments that ended in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub from: Timestamp,
    /// The number of deployments that succeeded.
    pub succeeded: i64,
    /// The number of deployments that failed.
    pub failed: i64,
    /// The average time from acceptance to success; none where none succeeded.
    pub mean_duration: Option<Duration>,
}

impl App {
    /// The last `reach` in spans of `width`, oldest first; spans in which nothing ended are there too.
    pub async fn history(&self, reach: Duration, width: Duration) -> Result<Vec<Span>> {
        let now = self.now();
        let from = now.checked_sub(jiff::SignedDuration::try_from(reach).unwrap_or_default()).unwrap_or(Timestamp::MIN);
        let width = i64::try_from(width.as_micros()).unwrap_or(i64::MAX).max(1);
        let spans: Vec<Timestamp> = beginnings(from, now, width).collect();
        let Some(first) = spans.first() else { return Ok(Vec::new()) };
        let ended = deployments::ended_since(self.store().reader(), *first, width).await?;
        Ok(spans.into_iter().map(|from| span(from, &ended)).collect())
    }
}

/// The beginnings of the spans of `width` micro-seconds, counted from 1970, that hold `from`, `until` and all between.
fn beginnings(from: Timestamp, until: Timestamp, width: i64) -> impl Iterator<Item = Timestamp> {
    let (first, last) = (from.as_microsecond().div_euclid(width), until.as_microsecond().div_euclid(width));
    (first..=last).filter_map(move |number| Timestamp::from_microsecond(number.saturating_mul(width)).ok())
}

fn span(from: Timestamp, ended: &[Ended]) -> Span {
    let found = ended.iter().find(|ended| ended.from == from);
    Span {
        from,
        succeeded: found.map_or(0, |ended| ended.succeeded),
        failed: found.map_or(0, |ended| ended.failed),
        mean_duration: found.and_then(|ended| ended.mean_duration),
    }
}

//! The end of the event log that can be read without skipping anything.
//!
//! On PostgreSQL a transaction takes its sequence numbers before it commits, so number 8 can become visible before 7. A
//! reader that has seen 8 and continues after it would never see 7. The feed therefore stops before every gap. It marks
//! the current end of the log, and passes all gaps before the mark once each transaction that could still fill one has
//! ended: those that had begun before the mark. (A writer changes its row before it appends the event, so its
//! transaction id is always older than its sequence numbers.) On SQLite there is one writer at a time, and a gap is
//! always final.

use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Statement};

use crate::{
    Result, Store,
    entity::event::{Column, Entity},
    events,
};

/// The number of sequence numbers read at a time.
const BATCH: u64 = 1_000;

/// Follows the log's end.
#[derive(Debug, Clone)]
pub struct Feed {
    /// The position up to which everything is final.
    safe: i64,
    /// The end of the log when the feed stopped.
    mark: Option<Mark>,
}

impl Default for Feed {
    fn default() -> Self {
        Self { safe: Self::UNKNOWN, mark: None }
    }
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    /// The highest visible sequence number.
    up_to: i64,
    /// The first transaction id that is too young to have taken a lower one.
    horizon: i64,
}

#[derive(FromQueryResult)]
struct TransactionId {
    id: i64,
}

impl Feed {
    /// The value before the end of the log is known. Lower than every sequence number.
    pub const UNKNOWN: i64 = -1;

    /// The highest sequence number up to which nothing will be added any more; [`Feed::UNKNOWN`] at first.
    pub fn safe(&self) -> i64 {
        self.safe
    }

    /// Looks for new events; returns the new [`Feed::safe`].
    pub async fn advance(&mut self, store: &Store) -> Result<i64> {
        if store.is_sqlite() {
            self.safe = Ord::max(self.safe, events::last(store.reader()).await?);
            return Ok(self.safe);
        }
        while self.step(store).await? {}
        Ok(self.safe)
    }

    /// Advances as far as possible; returns true if there may be more.
    async fn step(&mut self, store: &Store) -> Result<bool> {
        // Taken before the rows are read, so that these contain all ended transactions.
        let oldest_running = match self.mark {
            Some(_) => transaction_id(store, OLDEST_RUNNING).await?,
            None => 0,
        };
        if let Some(mark) = self.mark.filter(|mark| oldest_running >= mark.horizon) {
            self.safe = Ord::max(self.safe, mark.up_to);
            self.mark = None;
        }
        let full = self.safe != Self::UNKNOWN && self.go_on(store).await?;
        if full {
            return Ok(true);
        }
        if self.mark.is_none() {
            let up_to = events::last(store.reader()).await?;
            if up_to > self.safe {
                // Taken after the end was seen: a transaction with a lower number had begun by then.
                self.mark = Some(Mark { up_to, horizon: transaction_id(store, YOUNGEST).await? });
            }
        }
        Ok(false)
    }

    /// Advances to the next gap; returns true if it stopped only because a batch was full.
    async fn go_on(&mut self, store: &Store) -> Result<bool> {
        let seqs: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::Seq)
            .filter(Column::Seq.gt(self.safe))
            .order_by_asc(Column::Seq)
            .limit(BATCH)
            .into_tuple()
            .all(store.reader())
            .await?;
        let count = seqs.len() as u64;
        let from = self.safe;
        self.safe =
            seqs.into_iter().zip(from + 1..).take_while(|(seq, next)| seq == next).fold(from, |_, (seq, _)| seq);
        Ok(count == BATCH && u64::try_from(self.safe - from).is_ok_and(|steps| steps == BATCH))
    }
}

/// The oldest transaction that has not ended.
const OLDEST_RUNNING: &str = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS id";

/// A transaction younger than all others. Not the snapshot's upper end, which is after the youngest *ended* one: a
/// still younger one may be running with a number of the log.
const YOUNGEST: &str = "SELECT pg_current_xact_id()::text::bigint AS id";

async fn transaction_id(store: &Store, question: &str) -> Result<i64> {
    let statement = Statement::from_string(sea_orm::DbBackend::Postgres, question);
    let answer = TransactionId::find_by_statement(statement).one(store.reader()).await?;
    Ok(answer.ok_or(crate::StoreError::Missing)?.id)
}

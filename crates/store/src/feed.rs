//! How far the event log may be read without skipping anything.
//!
//! On PostgreSQL a transaction takes its sequence numbers before it commits, so number 8 can become visible while 7 is
//! still on its way. A reader that has seen 8 and goes on from there would never see 7. The feed therefore stops before
//! every gap, and steps over it only when each transaction that could still fill it is over: those that had begun when the
//! gap was first seen. (A writer changes its row before it appends the event, so its transaction id is always older than
//! its sequence numbers.) On SQLite writers come one after another and a gap is always final.

use sea_orm::{
    EntityTrait, FromQueryResult, QueryOrder, QuerySelect, Statement,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Result, Store,
    entity::event::{Column, Entity},
};

/// Follows the log's end.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    /// Everything up to here is final.
    safe: i64,
    /// Where the feed stopped before a gap, and the first transaction id that is too young to fill it.
    gap: Option<(i64, i64)>,
}

#[derive(FromQueryResult)]
struct Snapshot {
    oldest_running: i64,
    next: i64,
}

impl Feed {
    /// The highest sequence number up to which nothing will be added any more.
    pub fn safe(&self) -> i64 {
        self.safe
    }

    /// Looks for news; returns the new [`Feed::safe`].
    pub async fn advance(&mut self, store: &Store) -> Result<i64> {
        if store.is_sqlite() {
            let last: Option<Option<i64>> = Entity::find()
                .select_only()
                .expr(Expr::col(Column::Seq).max())
                .into_tuple()
                .one(store.reader())
                .await?;
            self.safe = Ord::max(self.safe, last.flatten().unwrap_or_default());
            return Ok(self.safe);
        }
        while self.step(store).await? {}
        Ok(self.safe)
    }

    /// Goes on as far as it can; whether it stopped only because a batch was full.
    async fn step(&mut self, store: &Store) -> Result<bool> {
        const BATCH: u64 = 1_000;
        // Taken before the rows are read: what was over by then is in them.
        let before = snapshot(store).await?;
        let seqs: Vec<i64> = {
            use sea_orm::{ColumnTrait, QueryFilter};
            Entity::find()
                .select_only()
                .column(Column::Seq)
                .filter(Column::Seq.gt(self.safe))
                .order_by_asc(Column::Seq)
                .limit(BATCH)
                .into_tuple()
                .all(store.reader())
                .await?
        };
        let full = seqs.len() as u64 == BATCH;
        for seq in seqs {
            if seq > self.safe + 1 {
                match self.gap {
                    Some((at, horizon)) if at == self.safe => {
                        if before.oldest_running < horizon {
                            return Ok(false);
                        }
                    }
                    _ => {
                        // Taken after the rows were read: whoever may still fill the gap had begun by then.
                        self.gap = Some((self.safe, snapshot(store).await?.next));
                        return Ok(false);
                    }
                }
            }
            self.gap = None;
            self.safe = seq;
        }
        Ok(full)
    }
}

async fn snapshot(store: &Store) -> Result<Snapshot> {
    Snapshot::find_by_statement(Statement::from_string(
        sea_orm::DbBackend::Postgres,
        "SELECT pg_snapshot_xmin(s)::text::bigint AS oldest_running, pg_snapshot_xmax(s)::text::bigint AS next \
         FROM pg_current_snapshot() AS s",
    ))
    .one(store.reader())
    .await?
    .ok_or(crate::StoreError::Missing)
}

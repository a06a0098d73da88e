//! Transactions that write. A failed one is certainly over, and success is reported only for durable changes.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use domain::Timestamp;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};

use crate::{
    AppendSignal, Result, convert,
    error::in_doubt,
    faults::{Moment, StatementFault, injected},
    file::DatabaseFile,
    link::Link,
};

/// A transaction that writes; rolled back unless committed.
#[derive(Debug)]
pub struct Tx {
    link: Link<DatabaseTransaction>,
    database_clock: bool,
    append_signal: AppendSignal,
    file: Option<DatabaseFile>,
    /// True if it appended to the event log.
    grows: AtomicBool,
}

/// The settings of a new transaction.
pub(crate) struct Terms {
    pub(crate) database_clock: bool,
    pub(crate) append_signal: AppendSignal,
    /// The file of a SQLite database.
    pub(crate) file: Option<DatabaseFile>,
}

impl Tx {
    pub(crate) async fn begin(write: &Link<DatabaseConnection>, terms: Terms) -> Result<Self> {
        let Terms { database_clock, append_signal, file } = terms;
        if let Some(file) = &file {
            file.check()?;
        }
        if write.faults().at(Moment::Begin).is_some() {
            return Err(injected().into());
        }
        let is_sqlite = write.get_database_backend() == DbBackend::Sqlite;
        let options = TransactionOptions {
            // A deferred transaction that reads first cannot become a writer while another is one; an immediate one queues.
            sqlite_transaction_mode: is_sqlite.then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let pool = write.inner().clone();
        let begun = uninterrupted(async move { pool.begin_with_options(options).await }).await;
        let inner = begun.inspect_err(|error| write.ailment().note(error))?;
        Ok(Self { link: write.beside(inner), database_clock, append_signal, file, grows: AtomicBool::new(false) })
    }

    /// Commits all changes of the transaction. [`InDoubt`](crate::StoreError::InDoubt) if the outcome is unknown.
    pub async fn commit(self) -> Result<()> {
        let Self { link, append_signal, file, grows, .. } = self;
        if link.has_failed() {
            return Err(DbErr::Custom("a statement of the transaction failed, so it is rolled back".to_owned()).into());
        }
        let fault = link.faults().at(Moment::Commit);
        if fault.is_some_and(|fault| fault != StatementFault::AnswerLost) {
            return Err(in_doubt(injected()));
        }
        let ailment = link.ailment().clone();
        let committed = uninterrupted(link.into_inner().commit()).await;
        committed.inspect_err(|error| ailment.note(error)).map_err(in_doubt)?;
        if grows.into_inner() {
            append_signal.committed();
        }
        if fault.is_some() {
            return Err(in_doubt(injected()));
        }
        // Data in a deleted file is lost when the process ends.
        file.as_ref().map_or(Ok(()), DatabaseFile::check).map_err(|gone| in_doubt(DbErr::Custom(gone.to_string())))
    }

    /// Remembers that it appended to the event log: readers of the log are notified after the commit.
    pub(crate) fn appended_events(&self) {
        self.grows.store(true, Ordering::Relaxed);
    }

    /// The connection that statements run on.
    pub fn connection(&self) -> &Link<DatabaseTransaction> {
        &self.link
    }

    /// The current time for leases and due times.
    pub(crate) fn now(&self, now: Timestamp) -> SimpleExpr {
        now_expr(self.database_clock, now)
    }
}

/// Runs to its end even if the caller is cancelled. After an interrupted BEGIN or COMMIT the driver does not know if
/// the connection is inside a transaction.
async fn uninterrupted<T: Send + 'static>(
    work: impl Future<Output = Result<T, DbErr>> + Send + 'static,
) -> Result<T, DbErr> {
    tokio::spawn(work).await.unwrap_or_else(|error| Err(DbErr::Custom(format!("the task was cut off: {error}"))))
}

/// The current time for leases and due times, as an expression.
pub(crate) fn now_expr(database_clock: bool, now: Timestamp) -> SimpleExpr {
    if database_clock {
        // Not `clock_timestamp`: it is volatile, so no index is used for a comparison with it.
        Expr::cust("(extract(epoch from statement_timestamp()) * 1000000)::bigint")
    } else {
        Expr::val(convert::micros(now))
    }
}

/// `moment` plus a duration, in micro-seconds.
pub(crate) fn plus(moment: SimpleExpr, duration: Duration) -> SimpleExpr {
    moment.add(convert::span_micros(duration))
}

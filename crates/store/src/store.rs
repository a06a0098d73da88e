//! Opening a database, and transactions on it.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use domain::Timestamp;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sea_query::{Expr, ExprTrait, SimpleExpr},
    sqlx::Executor,
};

use crate::{
    Growth, Result, StoreError,
    aging::{Aging, Terms},
    convert,
    metrics::Tallies,
};

/// How to open a database.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite://path`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
    pub url: String,
    /// Connections at most (PostgreSQL; for SQLite, connections that read).
    pub max_connections: u32,
    /// Whether leases and due times go by the database's clock, which several machines share, rather than by the caller's.
    pub database_clock: bool,
}

impl Options {
    /// The usual options for `url`: PostgreSQL goes by its own clock.
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned(), max_connections: 16, database_clock: !url.starts_with("sqlite:") }
    }
}

/// The database.
#[derive(Debug, Clone)]
pub struct Store {
    read: DatabaseConnection,
    /// SQLite has one writer at a time: a pool of one makes writers queue here, in order, rather than poll a lock there.
    write: DatabaseConnection,
    /// For statements that find their rows by keys; see [`Store::by_key`].
    by_key: DatabaseConnection,
    database_clock: bool,
    growth: Growth,
    /// Up to so many rows are counted anew for each page of a list.
    counted_up_to: u64,
    /// Totals of lists that are longer.
    totals: Aging<u64>,
    /// What operators count, where it is too much to count for each scrape.
    tallies: Aging<Tallies>,
}

impl Store {
    /// Opens the database; a SQLite file is created when it is not there.
    pub async fn open(options: &Options) -> Result<Self> {
        let database_clock = options.database_clock;
        if options.url.starts_with("sqlite:") {
            let url = sqlite_url(&options.url);
            let write = Database::connect(sqlite_options(&url, 1)).await?;
            let in_memory = url.contains(":memory:");
            let read = if in_memory {
                write.clone()
            } else {
                Database::connect(sqlite_options(&url, options.max_connections)).await?
            };
            return Ok(Self::on(read, write, database_clock));
        }
        let by_keys = options.max_connections / 2;
        let pool = Database::connect(postgres_options(options, options.max_connections - by_keys)).await?;
        let by_key = match by_keys {
            0 => pool.clone(),
            some => {
                let mut connect = postgres_options(options, some);
                connect.map_sqlx_postgres_pool_opts(|pool| {
                    pool.after_connect(|connection, _| {
                        Box::pin(async move { connection.execute(PLANNED_ONCE).await.map(|_| ()) })
                    })
                });
                Database::connect(connect).await?
            }
        };
        Ok(Self { by_key, ..Self::on(pool.clone(), pool, database_clock) })
    }

    fn on(read: DatabaseConnection, write: DatabaseConnection, database_clock: bool) -> Self {
        let fresh = Duration::from_secs(10);
        let totals = Aging::new(Terms { fresh, usable: Duration::from_mins(1), most: 256 });
        // Scrapes are often a minute apart: a count that is made after one is there for the next.
        let tallies = Aging::new(Terms { fresh, usable: Duration::from_mins(3), most: 1 });
        let (by_key, growth) = (read.clone(), Growth::default());
        Self { read, write, by_key, database_clock, growth, counted_up_to: 10_000, totals, tallies }
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<()> {
        let tx = self.begin().await?;
        crate::migration::run(tx.connection()).await?;
        tx.commit().await
    }

    /// For reads that need no transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For statements that find their rows by keys, and are transactions of their own; on SQLite they only read. They are large,
    /// and PostgreSQL would plan each five times on every connection before it keeps a plan. Here it plans it once, for any key,
    /// with its tables in the order in which they are named.
    pub(crate) fn by_key(&self) -> &DatabaseConnection {
        &self.by_key
    }

    /// Starts a transaction that will write.
    pub async fn begin(&self) -> Result<Tx> {
        let options = TransactionOptions {
            // A deferred transaction that reads first cannot become a writer while another is one; an immediate one queues.
            sqlite_transaction_mode: self.is_sqlite().then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let inner = self.write.begin_with_options(options).await?;
        let growth = self.growth.clone();
        Ok(Tx { inner, database_clock: self.database_clock, growth, grows: AtomicBool::new(false) })
    }

    /// Who is told that the event log grew.
    pub fn growth(&self) -> &Growth {
        &self.growth
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        Ok(self.read.ping().await?)
    }

    /// Whether it is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Sqlite
    }

    /// The moment that leases and due times go by.
    pub(crate) fn now(&self, now: Timestamp) -> SimpleExpr {
        now_expr(self.database_clock, now)
    }

    /// Whether leases and due times go by the database's clock.
    pub(crate) fn has_own_clock(&self) -> bool {
        self.database_clock
    }

    pub(crate) fn counted_up_to(&self) -> u64 {
        self.counted_up_to
    }

    pub(crate) fn totals(&self) -> &Aging<u64> {
        &self.totals
    }

    pub(crate) fn tallies(&self) -> &Aging<Tallies> {
        &self.tallies
    }

    /// Closes all connections.
    pub async fn close(self) -> Result<()> {
        self.by_key.close_by_ref().await?;
        self.read.close_by_ref().await?;
        Ok(self.write.close_by_ref().await?)
    }
}

/// A transaction that writes; rolled back unless committed.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    database_clock: bool,
    growth: Growth,
    /// Whether it appended to the event log.
    grows: AtomicBool,
}

impl Tx {
    /// Makes everything of the transaction true at once.
    pub async fn commit(self) -> Result<()> {
        self.inner.commit().await?;
        if self.grows.into_inner() {
            self.growth.committed();
        }
        Ok(())
    }

    /// Remembers that it appended to the event log: whoever reads that is told after the commit.
    pub(crate) fn appended_events(&self) {
        self.grows.store(true, Ordering::Relaxed);
    }

    /// The connection that statements run on.
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// The moment that leases and due times go by.
    pub(crate) fn now(&self, now: Timestamp) -> SimpleExpr {
        now_expr(self.database_clock, now)
    }
}

fn now_expr(database_clock: bool, now: Timestamp) -> SimpleExpr {
    if database_clock {
        // Not `clock_timestamp`: being volatile, that is never compared by an index.
        Expr::cust("(extract(epoch from statement_timestamp()) * 1000000)::bigint")
    } else {
        Expr::val(convert::micros(now))
    }
}

/// `moment` plus a duration, in micro-seconds.
pub(crate) fn plus(moment: SimpleExpr, duration: Duration) -> SimpleExpr {
    moment.add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX / 4))
}

/// What a connection for statements by key begins with.
const PLANNED_ONCE: &str = "SET plan_cache_mode = force_generic_plan; SET join_collapse_limit = 1";

fn postgres_options(options: &Options, connections: u32) -> ConnectOptions {
    let mut connect = ConnectOptions::new(options.url.clone());
    connect
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        // A connection that the server closed is found out before it is used.
        .test_before_acquire(false)
        .idle_timeout(Duration::from_mins(10));
    connect
}

/// `sqlite:///abs/path` and `sqlite://path` alike; the file is created when it is not there.
fn sqlite_url(url: &str) -> String {
    if url.contains("mode=") || url.contains(":memory:") {
        return url.to_owned();
    }
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}mode=rwc")
}

fn sqlite_options(url: &str, connections: u32) -> ConnectOptions {
    let mut connect = ConnectOptions::new(url.to_owned());
    connect.max_connections(connections).min_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|options| {
        options
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(30))
            .pragma("journal_mode", "WAL")
            // What was answered with 2xx, and every intent to send, survives a power cut: one fsync a commit.
            .pragma("synchronous", "FULL")
            .pragma("temp_store", "MEMORY")
    });
    connect
}

impl From<sea_orm::DbErr> for StoreError {
    fn from(error: sea_orm::DbErr) -> Self {
        crate::error::explain(error)
    }
}

impl Store {
    /// The same database, where lists count as long that have more than so many rows; it knows no totals yet.
    #[doc(hidden)]
    #[must_use]
    pub fn with_long_lists_for_tests(&self, counted_up_to: u64) -> Self {
        Self { counted_up_to, ..Self::on(self.read.clone(), self.write.clone(), self.database_clock) }
    }

    /// Runs a statement as it stands.
    #[doc(hidden)]
    pub async fn execute_for_tests(&self, sql: &str) -> Result<()> {
        self.write.execute_unprepared(sql).await?;
        Ok(())
    }
}

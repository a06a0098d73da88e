//! Opening a database: its file or server, and the pools of connections to it.

use std::{path::PathBuf, str::FromStr, time::Duration};

use domain::Secret;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection,
    sqlx::{
        self, Connection as _, Executor,
        pool::PoolOptions,
        postgres::{PgConnectOptions, PgConnection},
        sqlite::SqliteConnectOptions,
    },
};

use crate::{Result, StoreError, error::unreachable, file::DatabaseFile};

/// The options for opening a database.
#[derive(Debug, Clone)]
pub struct Options {
    /// `sqlite://path`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
    pub url: String,
    /// The most connections (PostgreSQL; for SQLite, connections that read).
    pub max_connections: u32,
    /// Uses the database's clock, which several machines share, for leases and due times, instead of the caller's.
    pub database_clock: bool,
}

impl Options {
    /// The default options for `url`: PostgreSQL uses its own clock.
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned(), max_connections: 16, database_clock: !url.starts_with("sqlite:") }
    }
}

/// The pools of a database.
pub(crate) struct Pools {
    pub(crate) read: DatabaseConnection,
    pub(crate) write: DatabaseConnection,
    pub(crate) by_key: DatabaseConnection,
    /// One connection for the probe alone.
    pub(crate) probe: DatabaseConnection,
    /// The URL of a server, with its credentials.
    pub(crate) server: Option<Secret>,
    pub(crate) file: Option<DatabaseFile>,
}

/// The time that reaching a server may take before an error.
pub(crate) const REACH: Duration = Duration::from_secs(2);

/// The first statement of a connection for statements by key: their plans are made once, while the tables may be small, and must
/// follow the keys however large the tables grow.
const PLANNED_ONCE: &str = "SET plan_cache_mode = force_generic_plan; SET join_collapse_limit = 1; \
     SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off";

/// The first statement on the probe's connection: it answers soon, even if the others are blocked.
const IMPATIENT: &str = "SET statement_timeout = '2s'; SET lock_timeout = '1s'";

pub(crate) async fn pools(options: &Options) -> Result<Pools> {
    if options.url.starts_with("sqlite:") { sqlite(options).await } else { postgres(options).await }
}

async fn sqlite(options: &Options) -> Result<Pools> {
    let path = sqlite_path(&options.url)?;
    let file = path.map(|path| DatabaseFile::create(&path)).transpose()?;
    // The file exists. If it is deleted, the next connection must not create an empty one.
    let url = if file.is_some() { with_mode(&options.url, "rw") } else { options.url.clone() };
    let write = Database::connect(sqlite_options(&url, 1, Duration::from_secs(30))).await?;
    let (read, probe) = if file.is_some() {
        let read = Database::connect(sqlite_options(&url, options.max_connections, Duration::from_secs(30))).await?;
        let mut probe = sqlite_options(&url, 1, REACH);
        probe.min_connections(0).connect_lazy(true);
        (read, Database::connect(probe).await?)
    } else {
        (write.clone(), write.clone())
    };
    if let Some(file) = &file {
        file.remember()?;
    }
    Ok(Pools { by_key: read.clone(), read, write, probe, server: None, file })
}

async fn postgres(options: &Options) -> Result<Pools> {
    // The pool retries a refused connection, and then only reports its time-out.
    reach(&options.url).await?;
    let by_keys = options.max_connections / 2;
    let pool = Database::connect(postgres_options(options, options.max_connections - by_keys, "")).await?;
    let by_key = match by_keys {
        0 => pool.clone(),
        some => Database::connect(postgres_options(options, some, PLANNED_ONCE)).await?,
    };
    let mut probe = postgres_options(options, 1, IMPATIENT);
    probe.min_connections(0).connect_lazy(true).acquire_timeout(REACH).connect_timeout(REACH);
    let (probe, server) = (Database::connect(probe).await?, Some(Secret::new(&options.url)));
    Ok(Pools { by_key, read: pool.clone(), write: pool, probe, server, file: None })
}

/// Returns an error if the server at `url` accepts no connections, with the cause, within 2 s.
pub(crate) async fn reach(url: &str) -> Result<()> {
    let options = PgConnectOptions::from_str(url).map_err(|error| unreachable(&error))?;
    match tokio::time::timeout(REACH, PgConnection::connect_with(&options)).await {
        Ok(Ok(connection)) => {
            let _ = connection.close().await;
            Ok(())
        }
        Ok(Err(error)) => Err(unreachable(&error)),
        Err(_) => Err(unreachable(&format!("no answer within {} s", REACH.as_secs()))),
    }
}

fn postgres_options(options: &Options, connections: u32, begin_with: &'static str) -> ConnectOptions {
    let mut connect = ConnectOptions::new(options.url.clone());
    connect
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .connect_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        // A connection that the server closed is noticed at its next use.
        .test_before_acquire(false)
        .idle_timeout(Duration::from_mins(10))
        .map_sqlx_postgres_pool_opts(move |pool| {
            let pool = outside_of_transactions(pool);
            if begin_with.is_empty() {
                return pool;
            }
            pool.after_connect(move |connection, _| {
                Box::pin(async move { connection.execute(begin_with).await.map(|_| ()) })
            })
        });
    connect
}

/// The file of a SQLite database; none if it is in memory, or if the URL itself has the mode.
fn sqlite_path(url: &str) -> Result<Option<PathBuf>> {
    if url.contains("mode=") || url.contains(":memory:") {
        return Ok(None);
    }
    let options = SqliteConnectOptions::from_str(url).map_err(|error| unreachable(&error))?;
    Ok(Some(options.get_filename().to_owned()))
}

fn with_mode(url: &str, mode: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    format!("{url}{separator}mode={mode}")
}

fn sqlite_options(url: &str, connections: u32, busy: Duration) -> ConnectOptions {
    let mut connect = ConnectOptions::new(url.to_owned());
    connect
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_pool_opts(outside_of_transactions)
        .map_sqlx_sqlite_opts(move |options| {
            options
                .foreign_keys(true)
                .busy_timeout(busy)
                .pragma("journal_mode", "WAL")
                // Every change that was answered with 2xx, and every intent to send, survives a power cut: one fsync
                // per commit.
                .pragma("synchronous", "FULL")
                .pragma("temp_store", "MEMORY")
        });
    connect
}

/// A connection returns to its pool outside of any transaction, or it is closed, which ends the transaction. SQLite
/// rolls back by itself when its disk is full. The driver then counts a transaction that does not exist, its own
/// rollback fails, and everything that is "committed" on the connection later would be in a transaction that never
/// ends.
fn outside_of_transactions<DB: sqlx::Database>(pool: PoolOptions<DB>) -> PoolOptions<DB> {
    pool.after_release(|connection, _| {
        Box::pin(async move {
            if connection.is_in_transaction() {
                // A rollback may be under way.
                connection.ping().await?;
            }
            Ok(!connection.is_in_transaction())
        })
    })
}

impl From<sea_orm::DbErr> for StoreError {
    fn from(error: sea_orm::DbErr) -> Self {
        crate::error::explain(error)
    }
}

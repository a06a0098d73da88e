//! The database: its pools, and the common part of all repositories.

use std::{sync::Arc, time::Duration};

use domain::Timestamp;
use sea_orm::{ConnAcquireErr, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, sea_query::SimpleExpr};

use crate::{
    AppendSignal, Result, Tx,
    faults::{Faults, StatementFaults},
    file::DatabaseFile,
    health::{Ailment, Probe, Room},
    link::Link,
    metrics::Tallies,
    open::{self, Options, Pools, REACH},
    stale_cache::{StaleCache, Terms},
    transaction::{self, now_expr},
};

/// The database.
#[derive(Debug, Clone)]
pub struct Store {
    read: Link<DatabaseConnection>,
    /// SQLite has one writer at a time: a pool of one makes writers queue here, in order, instead of polling a lock
    /// there.
    write: Link<DatabaseConnection>,
    /// For statements that find their rows by keys; see [`Store::by_key`].
    by_key: Link<DatabaseConnection>,
    /// The file of a SQLite database that is not in memory.
    file: Option<DatabaseFile>,
    /// Checks that the database can be written.
    probe: Arc<Probe>,
    database_clock: bool,
    append_signal: AppendSignal,
    /// Up to this number, rows are counted for each page of a list.
    counted_up_to: u64,
    /// Totals of longer lists.
    totals: StaleCache<u64>,
    /// Operators' counts that take too long for each scrape.
    tallies: StaleCache<Tallies>,
}

impl Store {
    /// Opens the database; a SQLite file is created if it does not exist. If a server cannot be reached, the error has
    /// the cause within 2 s.
    pub async fn open(options: &Options) -> Result<Self> {
        Ok(Self::on(open::pools(options).await?, options.database_clock))
    }

    fn on(pools: Pools, database_clock: bool) -> Self {
        let fresh = Duration::from_secs(10);
        let totals = StaleCache::new(Terms { fresh, usable: Duration::from_mins(1), most: 256 });
        // Scrapes are often a minute apart: a count that is made after one is used for the next.
        let tallies = StaleCache::new(Terms { fresh, usable: Duration::from_mins(3), most: 1 });
        let Pools { read, write, by_key, probe, server, file } = pools;
        let ailment = Ailment::default();
        let link = |pool| Link::of(pool, Faults::default(), ailment.clone());
        Self {
            read: link(read),
            write: link(write),
            by_key: link(by_key),
            probe: Arc::new(Probe::on(probe, server)),
            file,
            database_clock,
            append_signal: AppendSignal::default(),
            counted_up_to: 10_000,
            totals,
            tallies,
        }
    }

    /// Migrates the schema.
    pub async fn migrate(&self) -> Result<()> {
        let tx = self.begin().await?;
        crate::migration::run(tx.connection().inner()).await?;
        tx.commit().await
    }

    /// The connection for reads without a transaction.
    pub fn reader(&self) -> &Link<DatabaseConnection> {
        &self.read
    }

    /// The connection for statements that find their rows by keys, and are transactions of their own; on SQLite they
    /// only read. They are large, and PostgreSQL would plan each five times on every connection before it keeps a plan.
    /// Here it plans it once, for any key, with its tables in the order in which they are named.
    pub(crate) fn by_key(&self) -> &Link<DatabaseConnection> {
        &self.by_key
    }

    /// Starts a transaction that will write.
    pub async fn begin(&self) -> Result<Tx> {
        let terms = transaction::Terms {
            database_clock: self.database_clock,
            append_signal: self.append_signal.clone(),
            file: self.file.clone(),
        };
        Tx::begin(&self.write, terms).await
    }

    /// The signal that the event log grew.
    pub fn append_signal(&self) -> &AppendSignal {
        &self.append_signal
    }

    /// Checks that the database can be written, which is then known for a second, and that there are free connections.
    pub async fn check(&self) -> Result<Room> {
        if let Some(file) = &self.file {
            file.check()?;
        }
        self.write.ailment().check()?;
        self.probe.check().await?;
        match tokio::time::timeout(REACH, self.read.execute_unprepared("SELECT 1")).await {
            Ok(Ok(_)) => Ok(Room::Left),
            Err(_) | Ok(Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))) => Ok(Room::Taken),
            Ok(Err(error)) => Err(error.into()),
        }
    }

    /// Returns true for SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Sqlite
    }

    /// The current time for leases and due times.
    pub(crate) fn now(&self, now: Timestamp) -> SimpleExpr {
        now_expr(self.database_clock, now)
    }

    /// Returns true if leases and due times use the database's clock.
    pub(crate) fn has_own_clock(&self) -> bool {
        self.database_clock
    }

    pub(crate) fn counted_up_to(&self) -> u64 {
        self.counted_up_to
    }

    pub(crate) fn totals(&self) -> &StaleCache<u64> {
        &self.totals
    }

    pub(crate) fn tallies(&self) -> &StaleCache<Tallies> {
        &self.tallies
    }

    /// Closes all connections.
    pub async fn close(self) -> Result<()> {
        self.probe.close().await?;
        self.by_key.inner().close_by_ref().await?;
        self.read.inner().close_by_ref().await?;
        Ok(self.write.inner().close_by_ref().await?)
    }
}

impl Store {
    /// The same database, where lists with more rows than this count as long; it knows no totals yet.
    #[doc(hidden)]
    #[must_use]
    pub fn with_long_lists_for_tests(&self, counted_up_to: u64) -> Self {
        let short = Terms { fresh: Duration::from_secs(10), usable: Duration::from_mins(1), most: 256 };
        Self { counted_up_to, totals: StaleCache::new(short), ..self.clone() }
    }

    /// The same database, which fails as `faults` says.
    #[doc(hidden)]
    #[must_use]
    pub fn with_faults_for_tests(&self, faults: &Arc<dyn StatementFaults>) -> Self {
        let link = |link: &Link<DatabaseConnection>| link.failing(Faults::of(faults.clone()));
        Self { read: link(&self.read), write: link(&self.write), by_key: link(&self.by_key), ..self.clone() }
    }

    /// Runs a statement unchanged.
    #[doc(hidden)]
    pub async fn execute_for_tests(&self, sql: &str) -> Result<()> {
        self.write.execute_unprepared(sql).await?;
        Ok(())
    }
}

//! Whether the database can be written: asked by writing, since a full disk or a read-only server still answers reads.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use domain::Secret;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use tokio::sync::Mutex;

use crate::{
    Result, StoreError,
    error::{cannot_write, is_busy},
    open,
};

/// An answer is good for so long: however often somebody asks, the database is written once a second at most.
const FRESH: Duration = Duration::from_secs(1);

/// A failed write is told for so long, whatever succeeds meanwhile: on a full disk small rows may still find a place.
const REMEMBERED: Duration = Duration::from_secs(5);

/// A row of its own, which nobody else waits for.
const WRITE: &str = "INSERT INTO write_probe (id, probes) VALUES (1, 1) \
    ON CONFLICT (id) DO UPDATE SET probes = write_probe.probes + 1";

/// Whether a statement finds a free connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// It does.
    Left,
    /// The database answers, but all connections of this process are in use, perhaps by statements that wait for a lock.
    Taken,
}

/// Asks the database on a connection of its own.
#[derive(Debug)]
pub(crate) struct Probe {
    connection: DatabaseConnection,
    /// Where a server is that may be out of reach.
    server: Option<Secret>,
    last: Mutex<Option<(Instant, Answer)>>,
}

/// The last time that a disk was full, failed, or was read-only; shared by all pools of a database.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ailment(Arc<parking_lot::Mutex<Option<Failure>>>);

/// When a write failed, and with what.
type Failure = (Instant, Arc<DbErr>);

impl Ailment {
    /// Remembers an error that is one.
    pub(crate) fn note(&self, error: &DbErr) {
        if cannot_write(error) {
            *self.0.lock() = Some((Instant::now(), Arc::new(error.clone())));
        }
    }

    /// The error, where it is recent.
    pub(crate) fn check(&self) -> Result<()> {
        match &*self.0.lock() {
            Some((at, error)) if at.elapsed() < REMEMBERED => Err(StoreError::Unavailable((**error).clone())),
            _ => Ok(()),
        }
    }
}

/// Fails with what the database said.
type Answer = Result<(), Arc<DbErr>>;

impl Probe {
    pub(crate) fn on(connection: DatabaseConnection, server: Option<Secret>) -> Self {
        Self { connection, server, last: Mutex::default() }
    }

    /// Whether the database can be written.
    pub(crate) async fn check(&self) -> Result<()> {
        let mut last = self.last.lock().await;
        let answer = match &*last {
            Some((at, answer)) if at.elapsed() < FRESH => answer.clone(),
            _ => {
                let answer = self.write().await.map_err(Arc::new);
                *last = Some((Instant::now(), answer.clone()));
                answer
            }
        };
        answer.map_err(|error| StoreError::Unavailable((*error).clone()))
    }

    async fn write(&self) -> Result<(), DbErr> {
        match self.connection.execute_unprepared(WRITE).await {
            Ok(_) => Ok(()),
            // Somebody else is writing: so it can be written.
            Err(error) if is_busy(&error) => Ok(()),
            Err(error @ DbErr::ConnectionAcquire(_)) => Err(self.why_out_of_reach().await.unwrap_or(error)),
            Err(error) => Err(error),
        }
    }

    /// What a connection of its own fails with: a pool only says that time is up.
    async fn why_out_of_reach(&self) -> Option<DbErr> {
        match open::reach(self.server.as_ref()?.reveal()).await {
            Err(StoreError::Unavailable(why)) => Some(why),
            _ => None,
        }
    }

    pub(crate) async fn close(&self) -> Result<()> {
        Ok(self.connection.close_by_ref().await?)
    }
}

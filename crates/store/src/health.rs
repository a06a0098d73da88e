//! The check that the database can be written. It writes, because a full disk or a read-only server still answers
//! reads.

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

/// The time that an answer is valid: the database is written once a second at most, for any number of requests.
const FRESH: Duration = Duration::from_secs(1);

/// The time that a failed write is reported, even if others succeed meanwhile: on a full disk small rows may still fit.
const REMEMBERED: Duration = Duration::from_secs(5);

/// A separate row, for which nobody else waits.
const WRITE: &str = "INSERT INTO write_probe (id, probes) VALUES (1, 1) \
    ON CONFLICT (id) DO UPDATE SET probes = write_probe.probes + 1";

/// The availability of connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// There is a free one.
    Left,
    /// The database answers, but all connections of this process are in use; perhaps statements wait for a lock.
    Taken,
}

/// Checks the database on a connection of its own.
#[derive(Debug)]
pub(crate) struct Probe {
    connection: DatabaseConnection,
    /// The address of a server that may be unreachable.
    server: Option<Secret>,
    last: Mutex<Option<(Instant, Answer)>>,
}

/// The last time that a disk was full, failed, or was read-only; shared by all pools of a database.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ailment(Arc<parking_lot::Mutex<Option<Failure>>>);

/// The time and the error of a failed write.
type Failure = (Instant, Arc<DbErr>);

impl Ailment {
    /// Remembers an error that is such a failure.
    pub(crate) fn note(&self, error: &DbErr) {
        if cannot_write(error) {
            *self.0.lock() = Some((Instant::now(), Arc::new(error.clone())));
        }
    }

    /// Returns the error if it is recent.
    pub(crate) fn check(&self) -> Result<()> {
        match &*self.0.lock() {
            Some((at, error)) if at.elapsed() < REMEMBERED => Err(StoreError::Unavailable((**error).clone())),
            _ => Ok(()),
        }
    }
}

/// The result of a write; the error is the database's own.
type Answer = Result<(), Arc<DbErr>>;

impl Probe {
    pub(crate) fn on(connection: DatabaseConnection, server: Option<Secret>) -> Self {
        Self { connection, server, last: Mutex::default() }
    }

    /// Checks that the database can be written.
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
            // Somebody else is writing, so it can be written.
            Err(error) if is_busy(&error) => Ok(()),
            Err(error @ DbErr::ConnectionAcquire(_)) => Err(self.why_out_of_reach().await.unwrap_or(error)),
            Err(error) => Err(error),
        }
    }

    /// The error of a separate connection: a pool only reports its time-out.
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

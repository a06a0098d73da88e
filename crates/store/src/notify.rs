//! PostgreSQL's `NOTIFY` and `LISTEN`, on connections of their own. Never in a transaction that writes: a commit that
//! notifies takes a lock of the whole database, and all of them would queue for it.

use std::{fmt, str::FromStr, time::Duration};

use domain::Secret;
use sea_orm::sqlx::{
    self, ConnectOptions, Connection, PgConnection,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
};

/// The time that connecting may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// A listener that received nothing for this long checks the connection.
const SILENCE: Duration = Duration::from_secs(20);

/// The address of a PostgreSQL. Prints as host and port, without user and password.
#[derive(Clone)]
pub struct Address(PgConnectOptions);

/// The reason why notifications do not work. Contains no password.
#[derive(Debug, thiserror::Error)]
pub enum NotifyError {
    /// The URL is not one of PostgreSQL.
    #[error("the URL is not one that PostgreSQL is reached by")]
    Url,
    /// It did not answer in time.
    #[error("no answer within {} seconds", PATIENCE.as_secs())]
    Silent,
    /// The connection ended.
    #[error("the connection was closed")]
    Closed,
    /// The driver's error.
    #[error("{0}")]
    Driver(#[from] sqlx::Error),
}

impl Address {
    /// Reads `postgres://user:password@host:port/name`.
    pub fn parse(url: &Secret) -> Result<Self, NotifyError> {
        // The driver's own error could quote the URL.
        let options = PgConnectOptions::from_str(url.reveal()).map_err(|_| NotifyError::Url)?;
        Ok(Self(options.disable_statement_logging()))
    }

    async fn connect(&self) -> Result<PgConnection, NotifyError> {
        within(PATIENCE, self.0.connect()).await
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.get_socket() {
            Some(folder) => write!(f, "{}", folder.display()),
            None => write!(f, "{}:{}", self.0.get_host(), self.0.get_port()),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Sends notifications.
#[derive(Debug)]
pub struct Notifier(PgConnection);

impl Notifier {
    /// Connects.
    pub async fn connect(address: &Address) -> Result<Self, NotifyError> {
        Ok(Self(address.connect().await?))
    }

    /// Sends each payload, of at most 7,999 bytes, to `channel`, all in one statement.
    pub async fn notify(&mut self, channel: &str, payloads: &[String]) -> Result<(), NotifyError> {
        let statement = sqlx::query("SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload");
        within(PATIENCE, statement.bind(channel).bind(payloads).execute(&mut self.0)).await?;
        Ok(())
    }

    /// Returns an error if the server is gone.
    pub async fn ping(&mut self) -> Result<(), NotifyError> {
        within(PATIENCE, self.0.ping()).await
    }
}

/// Receives the notifications of one channel.
#[derive(Debug)]
pub struct Listener(PgListener);

impl Listener {
    /// Connects, and listens from then on.
    pub async fn connect(address: &Address, channel: &str) -> Result<Self, NotifyError> {
        // The driver needs a pool, which retries a refused connection and then only reports its time-out. So the
        // connection is tested first, for the real cause.
        let probe = address.connect().await?;
        let _ = probe.close().await;
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .max_lifetime(None)
            .idle_timeout(None)
            .acquire_timeout(PATIENCE)
            .connect_lazy_with(address.0.clone());
        let mut listener = within(PATIENCE, PgListener::connect_with(&pool)).await?;
        // The caller decides when to try again.
        listener.eager_reconnect(false);
        within(PATIENCE, listener.listen(channel)).await?;
        Ok(Self(listener))
    }

    /// The payload of the next notification; an error if the connection is lost. It may be dropped while it waits.
    pub async fn next(&mut self) -> Result<String, NotifyError> {
        loop {
            match tokio::time::timeout(SILENCE, self.0.try_recv()).await {
                Ok(Ok(Some(notification))) => return Ok(notification.payload().to_owned()),
                Ok(Ok(None)) => return Err(NotifyError::Closed),
                Ok(Err(error)) => return Err(error.into()),
                // A connection that was cut silently never returns anything.
                Err(_) => {
                    within(PATIENCE, sqlx::query("SELECT 1").execute(&mut self.0)).await?;
                }
            }
        }
    }
}

async fn within<T>(patience: Duration, work: impl Future<Output = Result<T, sqlx::Error>>) -> Result<T, NotifyError> {
    match tokio::time::timeout(patience, work).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(NotifyError::Silent),
    }
}

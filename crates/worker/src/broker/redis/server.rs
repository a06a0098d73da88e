//! The Redis itself: where it is, and how to reach it. Prints as host and port, without user and password.

use std::{fmt, time::Duration};

use domain::Secret;
use redis::{AsyncConnectionConfig, Client, Cmd, FromRedisValue, Pipeline, RedisError, aio::MultiplexedConnection};

use super::Trouble;
use crate::broker::{PATIENCE, in_time};

/// Where a Redis is.
#[derive(Clone)]
pub(super) struct Server {
    client: Client,
}

impl Server {
    pub(super) fn parse(url: &Secret) -> Result<Self, String> {
        // The driver's own error could quote the URL.
        let client = Client::open(url.reveal()).map_err(|_| {
            "the URL is not one that Redis is reached by: redis://user:password@host:port/number".to_owned()
        })?;
        Ok(Self { client })
    }

    /// A new connection that has been tried.
    pub(super) async fn connect(&self) -> Result<Connection, Trouble> {
        // Time-outs are ours: the driver's are the same for a read that is meant to wait.
        let config = AsyncConnectionConfig::new().set_connection_timeout(None).set_response_timeout(None);
        let connected = self.client.get_multiplexed_async_connection_with_config(&config);
        let connection = in_time(connected).await.map_err(|trouble| self.blot_out(&trouble))?;
        let mut connection = Connection(connection);
        connection.ping().await?;
        Ok(connection)
    }

    /// No server has a reason to repeat a password, and none is trusted with that.
    fn blot_out(&self, text: &str) -> Trouble {
        let password = self.client.get_connection_info().redis_settings().password();
        password.map_or_else(|| text.to_owned(), |password| Secret::new(password).redact(text))
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.get_connection_info().addr().fmt(f)
    }
}

/// A connection of one task.
pub(super) struct Connection(MultiplexedConnection);

impl Connection {
    /// Sends a command.
    pub(super) async fn ask<T: FromRedisValue>(&mut self, command: &Cmd) -> Result<T, Refused> {
        self.ask_patiently(command, PATIENCE).await
    }

    /// Sends a command that may take its time.
    pub(super) async fn ask_patiently<T: FromRedisValue>(
        &mut self,
        command: &Cmd,
        patience: Duration,
    ) -> Result<T, Refused> {
        match tokio::time::timeout(patience, command.query_async(&mut self.0)).await {
            Ok(answer) => Ok(answer?),
            Err(_) => Err(Refused { words: format!("no answer within {} seconds", patience.as_secs()), code: None }),
        }
    }

    /// Sends several commands together; their answers are of no interest.
    pub(super) async fn tell(&mut self, commands: &Pipeline) -> Result<(), Trouble> {
        in_time(commands.exec_async(&mut self.0)).await
    }

    pub(super) async fn ping(&mut self) -> Result<(), Trouble> {
        Ok(self.ask(&redis::cmd("PING")).await?)
    }
}

/// Why a command was not carried out.
pub(super) struct Refused {
    words: String,
    code: Option<String>,
}

impl Refused {
    /// Whether the stream or its group is not there: Redis was wiped, or is new.
    pub(super) fn is_wiped(&self) -> bool {
        matches!(self.code.as_deref(), Some("NOGROUP" | "UNBLOCKED"))
    }

    /// Whether the server itself said no, so that the connection is good.
    pub(super) fn is_an_answer(&self) -> bool {
        self.code.is_some()
    }

    /// Whether the group is there already.
    pub(super) fn is_there(&self) -> bool {
        self.code.as_deref() == Some("BUSYGROUP")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<RedisError> for Refused {
    fn from(error: RedisError) -> Self {
        Self { words: error.to_string(), code: error.code().map(str::to_owned) }
    }
}

impl From<Refused> for Trouble {
    fn from(refused: Refused) -> Self {
        refused.words
    }
}

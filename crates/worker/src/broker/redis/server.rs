//! The Redis server: its address, and connections to it. It prints as host and port, without user and password.

use std::{fmt, time::Duration};

use domain::Secret;
use redis::{AsyncConnectionConfig, Client, Cmd, FromRedisValue, Pipeline, RedisError, aio::MultiplexedConnection};

use super::Trouble;
use crate::broker::{PATIENCE, in_time};

/// The address of a Redis.
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

    /// A new, tested connection.
    pub(super) async fn connect(&self) -> Result<Connection, Trouble> {
        // The time-outs are ours: the driver's would also limit a read that is meant to wait.
        let config = AsyncConnectionConfig::new().set_connection_timeout(None).set_response_timeout(None);
        let connected = self.client.get_multiplexed_async_connection_with_config(&config);
        let connection = in_time(connected).await.map_err(|trouble| self.blot_out(&trouble))?;
        let mut connection = Connection(connection);
        connection.ping().await?;
        Ok(connection)
    }

    /// No server has a reason to repeat a password, but none is trusted not to.
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

    /// Sends a command that may take long.
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

    /// Sends several commands together, and ignores their answers.
    pub(super) async fn tell(&mut self, commands: &Pipeline) -> Result<(), Trouble> {
        in_time(commands.exec_async(&mut self.0)).await
    }

    pub(super) async fn ping(&mut self) -> Result<(), Trouble> {
        Ok(self.ask(&redis::cmd("PING")).await?)
    }
}

/// The reason why a command was not carried out.
pub(super) struct Refused {
    words: String,
    code: Option<String>,
}

impl Refused {
    /// Returns true if the stream or its group does not exist: Redis was wiped, or is new.
    pub(super) fn is_wiped(&self) -> bool {
        matches!(self.code.as_deref(), Some("NOGROUP" | "UNBLOCKED"))
    }

    /// Returns true if the server itself refused, so that the connection is good.
    pub(super) fn is_an_answer(&self) -> bool {
        self.code.is_some()
    }

    /// Returns true if the group exists already.
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

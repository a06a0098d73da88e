//! `[broker]`: the broker that tells workers about due deployments.

use super::{
    Database,
    connection_url::{ConnectionUrl, Engine},
    reader::{Noted, Parsed, Read, Reader},
};

/// The broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Broker {
    /// A queue in the process.
    InProcess,
    /// `LISTEN` and `NOTIFY` of a PostgreSQL.
    Postgres(ConnectionUrl),
    /// Streams of a Redis.
    Redis(ConnectionUrl),
}

impl Broker {
    /// Its kind in one word, for operators.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::InProcess => "in-process",
            Self::Postgres(_) => "postgres",
            Self::Redis(_) => "redis",
        }
    }

    /// Reads the section. `database` is none if it was invalid itself; then there is no default.
    pub(super) fn read(reader: &mut Reader<'_>, database: Option<&Database>) -> Read<Self> {
        if let Some(broker) = reader.optional("broker.url", broker_url)? {
            return Ok(broker);
        }
        let url = &database.ok_or(Noted)?.url;
        Ok(match url.engine() {
            Engine::Postgres => Self::Postgres(url.clone()),
            Engine::Sqlite | Engine::Redis => Self::InProcess,
        })
    }
}

fn broker_url(text: &str) -> Parsed<Broker> {
    let url = ConnectionUrl::parse(text);
    match url.as_ref().map(ConnectionUrl::engine).zip(url) {
        Some((Engine::Postgres, url)) => Ok(Broker::Postgres(url)),
        Some((Engine::Redis, url)) => Ok(Broker::Redis(url)),
        _ => Err("redis://user:password@host:port/number, rediss:// (the same over TLS), or postgres://user:password@host:port/name".to_owned()),
    }
}

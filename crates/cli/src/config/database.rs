//! `[database]`: the database.

use std::path::Path;

use super::{
    connection_url::{ConnectionUrl, Engine},
    parse,
    reader::{Noted, Parsed, Read, Reader},
};

/// The SQLite file in the data directory, the default.
const FILE: &str = "omnitraffick.db";

/// The database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Database {
    /// SQLite's or PostgreSQL's.
    pub(crate) url: ConnectionUrl,
    /// The most connections.
    pub(crate) max_connections: u32,
}

impl Database {
    /// Reads the section. `data_dir` is none if it was invalid itself; then there is no default.
    pub(super) fn read(reader: &mut Reader<'_>, data_dir: Option<&Path>) -> Read<Self> {
        let url = reader.optional("database.url", database_url);
        let max_connections = reader.required("database.max_connections", parse::number(1..=1000));
        let url = match url? {
            Some(url) => url,
            None => ConnectionUrl::sqlite_file(&data_dir.ok_or(Noted)?.join(FILE)).ok_or(Noted)?,
        };
        Ok(Self { url, max_connections: max_connections? })
    }
}

fn database_url(text: &str) -> Parsed<ConnectionUrl> {
    ConnectionUrl::parse(text).filter(|url| matches!(url.engine(), Engine::Sqlite | Engine::Postgres)).ok_or_else(|| {
        "sqlite://file.db, sqlite:///folder/file.db or postgres://user:password@host:port/name, with special characters of \
         user and password percent-encoded"
            .to_owned()
    })
}

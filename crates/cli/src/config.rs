//! The settings: flags before the environment before `omnitraffick.toml` before `config/default.toml`.
//!
//! `layers.rs` decides the source of each value; each section's struct decides the allowed values. All errors are
//! reported at once, so that a configuration can be fixed in one go.

mod broker;
mod catalog;
mod connection_url;
mod database;
mod file;
mod layers;
mod log;
mod parse;
mod platform;
mod problem;
mod reader;
mod server;
mod sources;
mod worker;

#[cfg(test)]
mod tests;

use std::{net::SocketAddr, path::PathBuf};

use connectors::PLATFORMS;

pub(crate) use broker::Broker;
pub(crate) use connection_url::{ConnectionUrl, Engine};
pub(crate) use database::Database;
pub(crate) use log::{Format, Log};
pub(crate) use platform::Platform;
pub(crate) use problem::ConfigError;
pub(crate) use server::Server;
pub(crate) use sources::{Flag, Sources};
pub(crate) use worker::Worker;

use layers::Layers;
use reader::{Read, Reader};

/// All settings.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// The folder of the SQLite file, the sandbox's journal and the lock.
    pub(crate) data_dir: PathBuf,
    /// The HTTP API and the web app.
    pub(crate) server: Server,
    /// The database.
    pub(crate) database: Database,
    /// The broker that tells workers about due deployments.
    pub(crate) broker: Broker,
    /// The log's content and format.
    pub(crate) log: Log,
    /// The worker.
    pub(crate) worker: Worker,
    /// The address of the sandbox.
    pub(crate) sandbox_listen: SocketAddr,
    platforms: Vec<Platform>,
}

impl Settings {
    /// Reads and checks every setting.
    pub(crate) fn load(sources: &Sources) -> Result<Self, ConfigError> {
        let (layers, mut problems) = Layers::merge(sources);
        let mut reader = Reader::new(&layers);
        let settings = Self::read(&mut reader);
        problems.extend(reader.into_problems());
        match settings {
            Ok(settings) if problems.is_empty() => Ok(settings),
            _ => Err(ConfigError::new(problems)),
        }
    }

    /// The settings of every platform that has a connector.
    pub(crate) fn platforms(&self) -> &[Platform] {
        &self.platforms
    }

    // Every section is read before the first `?`, so that each can report its errors.
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let data_dir = reader.required("data_dir", parse::path);
        let server = Server::read(reader);
        let database = Database::read(reader, data_dir.as_deref().ok());
        let broker = Broker::read(reader, database.as_ref().ok());
        let log = Log::read(reader);
        let worker = Worker::read(reader);
        let sandbox_listen = reader.required("sandbox.listen", parse::address);
        let plain_http =
            reader.required("platforms.allow_plain_http", parse::one_of(&[("true", true), ("false", false)]));
        // An error in it is reported once; the addresses are then not judged by it.
        let plain_http_allowed = plain_http.unwrap_or(true);
        let platforms = PLATFORMS.map(|descriptor| Platform::read(reader, descriptor, plain_http_allowed));
        Ok(Self {
            data_dir: data_dir?,
            server: server?,
            database: database?,
            broker: broker?,
            log: log?,
            worker: worker?,
            sandbox_listen: sandbox_listen?,
            platforms: plain_http.and(platforms.into_iter().collect())?,
        })
    }
}

/// A setting's default as it is written in `config/default.toml`.
#[cfg(test)]
pub(crate) fn default_text(key: &str) -> Option<String> {
    let (layers, _) = Layers::merge(&Sources::default());
    match &layers.get(key)?.raw {
        layers::Raw::One(text) => Some(text.clone()),
        layers::Raw::Many(texts) => Some(texts.join(",")),
    }
}

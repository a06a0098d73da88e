//! The health of the parts that a server stands on.

use store::{Room, StoreError};

use crate::{App, BrokerHealth};

/// The health of the database and of the broker.
#[derive(Debug)]
pub struct Health {
    /// The database: it can be written, and has room for more.
    pub database: DatabaseHealth,
    /// The broker: hints travel.
    pub broker: BrokerHealth,
}

/// The health of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseHealth {
    /// It can be written.
    Up,
    /// It answers, but all connections of this process are in use, perhaps by statements that wait for a lock.
    Crowded,
    /// It cannot be written.
    Down {
        /// Why, in a person's words, without hosts, users and paths.
        why: &'static str,
        /// The database's own words, for the log alone.
        cause: String,
    },
}

impl From<Result<Room, StoreError>> for DatabaseHealth {
    fn from(checked: Result<Room, StoreError>) -> Self {
        match checked {
            Ok(Room::Left) => Self::Up,
            Ok(Room::Taken) => Self::Crowded,
            Err(error) => Self::Down { why: error.plainly(), cause: error.to_string() },
        }
    }
}

impl App {
    /// The health of the database and of the broker.
    pub async fn health(&self) -> Health {
        Health { database: self.store().check().await.into(), broker: self.broker().health() }
    }
}

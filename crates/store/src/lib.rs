//! The storage of the system: SeaORM entities, migrations, and one repository per aggregate, for both SQLite and
//! PostgreSQL. It decides nothing; it turns the database's constraints into errors with a meaning. Begin with
//! `store.rs`, then `deployments/claim.rs`.

pub mod accounts;
pub mod aggregate;
mod append_signal;
pub mod brands;
pub mod campaigns;
mod changes;
pub mod channels;
pub mod convert;
pub mod deployments;
pub mod dossier;
pub mod entity;
pub mod error;
pub mod events;
pub mod faults;
pub mod feed;
mod file;
mod health;
pub mod holds;
pub mod jobs;
mod joined;
mod link;
mod list;
pub mod locks;
pub mod markets;
pub mod metrics;
pub mod migration;
pub mod notify;
mod open;
pub mod policy;
pub mod registry;
mod stale_cache;
mod store;
pub mod tickets;
mod transaction;
pub mod usage;
pub mod workers;

pub use aggregate::{Aggregate, Described, count, find, get, page};
pub use append_signal::AppendSignal;
pub use changes::Changes;
pub use error::StoreError;
pub use health::Room;
pub use link::Link;
pub use open::Options;
pub use store::Store;
pub use transaction::Tx;

/// A connection that runs statements: the reader, or a transaction's.
pub use sea_orm::ConnectionTrait as Connection;

/// The result of a database operation.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

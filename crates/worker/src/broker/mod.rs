//! The brokers that tell workers about due deployments: a queue in the process, PostgreSQL, or Redis. All of them carry
//! hints: the sweeper finds lost ones, and duplicates do nothing. Begin with `local.rs`, then `background_sender.rs`,
//! through which everything is sent.

mod background_sender;
mod condition;
mod events;
mod local;
mod postgres;
mod reconnect;
mod redis;

use std::{convert::Infallible, fmt, sync::Arc, time::Duration};

use async_trait::async_trait;

use crate::Queue;

pub use events::EventBell;
pub use local::LocalBroker;
pub use postgres::PostgresBroker;
pub use redis::{RedisBroker, RedisSettings};

/// The time that a service may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The consequence of a broker that does not answer.
const LATE: &str = "deployments start within a second instead of at once";

/// The worker's side of a broker.
#[async_trait]
pub trait Hints: Send + Sync {
    /// Brings hints to the queue until it is dropped; reconnects by itself.
    async fn listen(&self, queue: Arc<Queue>) -> Infallible;

    /// Waits until the broker knows the finished work.
    async fn settle(&self) {}
}

/// A problem with a service, in words without a password.
type Trouble = String;

/// Runs work on a service with a time-out.
async fn in_time<T, E: fmt::Display>(work: impl Future<Output = Result<T, E>>) -> Result<T, Trouble> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => done.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {} seconds", PATIENCE.as_secs())),
    }
}

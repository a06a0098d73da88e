//! Who tells workers that something is due: a queue in the process, PostgreSQL, or Redis.
//! All of them carry hints: what is lost is found by the sweeper, and what comes twice does nothing.
//! Begin with `local.rs`, then `background_sender.rs`, which every sending goes through.

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

/// How long a service may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What it means when a broker does not answer.
const LATE: &str = "deployments start within a second instead of at once";

/// The worker's side of a broker.
#[async_trait]
pub trait Hints: Send + Sync {
    /// Brings hints to the queue until it is dropped; comes back by itself when the broker does.
    async fn listen(&self, queue: Arc<Queue>) -> Infallible;

    /// Waits until the broker knows which work is over.
    async fn settle(&self) {}
}

/// What went wrong with a service, in words that name no password.
type Trouble = String;

/// Work on a service that has to be done in time.
async fn in_time<T, E: fmt::Display>(work: impl Future<Output = Result<T, E>>) -> Result<T, Trouble> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => done.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {} seconds", PATIENCE.as_secs())),
    }
}

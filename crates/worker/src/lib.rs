//! The worker: receives hints, drives due deployments, and sweeps for those whose hint was lost. `app` defines driving;
//! this crate decides its time and its process, and carries hints. Begin with `worker.rs`, then `broker/mod.rs`.

mod broker;
mod heartbeat;
mod in_flight;
mod jobs;
mod queue;
mod sweeper;
mod worker;

pub use broker::{EventBell, Hints, LocalBroker, PostgresBroker, RedisBroker, RedisSettings};
pub use heartbeat::Identity;
pub use jobs::JobRunner;
pub use queue::{Delivery, Queue, Receipt};
pub use worker::{Settings, Worker};

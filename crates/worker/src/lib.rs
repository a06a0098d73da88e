//! The worker: hears hints, drives due deployments, and sweeps for those whose hint was lost.
//! What driving means is decided in `app`; here is only who does it when, and how hints travel.
//! Begin with `worker.rs`, then `broker/mod.rs`.

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

//! The worker: hears hints, drives due deployments, and sweeps for those whose hint was lost.
//! What driving means is decided in `app`; here is only who does it when.
//! Begin with `worker.rs`.

mod local;
mod queue;
mod sweeper;
mod worker;

pub use local::LocalBroker;
pub use queue::Queue;
pub use worker::{Settings, Worker};

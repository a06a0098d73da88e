//! Simulates the deployment engine: workers, a store, a platform, and everything that goes wrong between them, in one process
//! and in simulated time. A seed decides all of it, so a run that fails can be repeated step by step.
//!
//! The decisions are the product's own (`domain::deployment::engine`). The store commits them by the same guards as the
//! database does (`store/src/deployments/commit/`; `crates/store/tests/guards.rs` shows that the database keeps them). What the
//! workers do between two decisions is small enough to be repeated here: see `worker.rs` beside `app/src/deployments/drive.rs`.
//!
//! Begin with [`World::run`], then `worker.rs`. `promises.rs` has the promises that are checked after each step.

#![expect(clippy::print_stderr, reason = "on request, a run tells the story of one deployment")]

mod agenda;
mod fill;
mod plan;
mod platform;
mod promises;
mod store;
mod worker;
mod world;

pub use plan::Plan;
pub use promises::Broken;
pub use world::{Report, World};

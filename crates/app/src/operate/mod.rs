//! The operator's actions and views: pausing and releasing accounts, retrying failures, the queue, and the workers.

mod accounts;
mod overview;
mod retry;
mod workers;

pub use accounts::AccountState;
pub use overview::{Overview, Span};
pub use retry::Retried;
pub use workers::{SILENT_AFTER, WorkerState};

//! The operator's actions and views: pausing and releasing accounts, retrying failures, the queue, and the workers.

mod accounts;
mod counts;
mod health;
mod history;
mod overview;
mod retry;
mod workers;

pub use accounts::{AccountState, Pause, Standing};
pub use counts::{Counts, WorkerCounts};
pub use health::{DatabaseHealth, Health};
pub use history::Span;
pub use overview::Overview;
pub use retry::Retried;
pub use workers::{SILENT_AFTER, WorkerState};

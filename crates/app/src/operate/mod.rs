//! What an operator does and sees: pausing and releasing accounts, trying failures again, how much waits, who is at work.

mod accounts;
mod overview;
mod retry;
mod workers;

pub use accounts::AccountState;
pub use overview::{Overview, Span};
pub use retry::Retried;
pub use workers::{SILENT_AFTER, WorkerState};

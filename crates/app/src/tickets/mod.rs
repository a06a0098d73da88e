//! Tickets: the use cases.

mod change;
mod context;
mod create;
mod preview;
mod qa;
mod read;
mod send_back;

pub use change::TicketChange;
pub(crate) use context::Context;
pub use create::NewTicket;
pub use preview::{PreviewedStep, TicketPreview};
pub use read::TicketView;

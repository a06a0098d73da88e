//! Deployments: accepting one, driving it, and telling its story.

mod cancel;
mod drive;
mod ledger;
mod perform;
mod read;
mod record;
mod request;

pub use drive::Driven;
pub(crate) use ledger::Ledger;
pub use read::{AttemptView, DeploymentDetail, DeploymentView};
pub use request::Accepted;

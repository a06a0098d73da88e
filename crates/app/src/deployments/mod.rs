//! Deployments: accepting one, driving it, and telling its story.

mod as_read;
mod cancel;
mod drive;
mod end;
mod read;
mod record;
mod request;
mod send;
mod set_back;
mod write_down;

pub use drive::Driven;
pub use read::{DeploymentDetail, DeploymentView, Health};
pub use request::Accepted;

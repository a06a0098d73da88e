//! A ticket's `payload_config`, read: other names become `TikTok`'s, the defaults at the top reach each ad group, and every
//! value keeps the pointer under which the planner wrote it.

mod canonical;
mod scope;

pub(super) use canonical::{Canonical, canonical};
pub(super) use scope::{AdGroup, Scope};

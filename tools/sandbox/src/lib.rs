//! The platforms' side of the conversation, for demos and tests: a local HTTP server that speaks the Meta
//! Marketing API and the `TikTok` Marketing API well enough to be wrong in the same ways.
//! It is written from the platforms' documents and knows none of our other crates, so that a mistake in a
//! connector is caught here and not repeated. Comments such as "platforms.md 1.4" name the section of our
//! platform facts that a rule was taken from.
//! Begin with `pipeline.rs` (what happens to one request), then `meta/mod.rs` and `tiktok/mod.rs`.

mod clock;
mod control;
mod decimal;
mod faults;
mod guard;
mod meta;
mod pipeline;
mod quota;
mod reply;
mod requests;
mod sandbox;
mod server;
mod settings;
mod store;
mod tiktok;

pub use clock::{Clock, ManualClock};
pub use faults::{FaultKind, Rule};
pub use requests::{Outcome, RequestEntry};
pub use sandbox::Sandbox;
pub use server::serve;
pub use settings::{
    DsaLevel, InvalidSettings, MetaQuotas, MetaSettings, Quotas, Replay, Settings, TiktokQuotas, TiktokRate,
    TiktokSettings,
};
pub use store::{Kind, Object, Platform};

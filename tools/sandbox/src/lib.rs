//! A stand-in for the platforms, for demos and tests: a local HTTP server that imitates the Meta Marketing API and the
//! `TikTok` Marketing API, including their errors. It is written from the platforms' documents and uses none of our
//! other crates, so that it does not repeat a connector's mistake but finds it. Comments such as "docs/platforms.md
//! 1.4" name the section of our platform facts that is the source of a rule. Begin with `pipeline.rs` (the path of one
//! request), then `platforms.rs` and `platforms/meta/mod.rs`.

mod clock;
mod control;
mod decimal;
mod faults;
mod guard;
mod pipeline;
mod platforms;
mod quota;
mod reply;
mod requests;
mod sandbox;
mod server;
mod settings;
mod store;

pub use clock::{Clock, ManualClock};
pub use faults::{FaultKind, Rule};
pub use platforms::Platform;
pub use requests::{Outcome, RequestEntry};
pub use sandbox::Sandbox;
pub use server::serve;
pub use settings::{
    DsaLevel, InvalidSettings, MetaQuotas, MetaSettings, Quotas, Replay, Settings, TiktokQuotas, TiktokRate,
    TiktokSettings,
};
pub use store::{Kind, Object};

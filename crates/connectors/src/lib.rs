//! The ad platforms: what each takes, how to speak to it, and what its answers mean.
//! A platform is a folder with the same files as its siblings; adding one is copying a folder and a line in `registry.rs`.
//! Translators are pure. Nothing here touches the database or decides when to send.
//! Begin with `platform.rs`, then `meta/`.

mod bounds;
mod compare;
pub mod http;
pub mod limits;
pub mod meta;
pub mod platform;
#[cfg(test)]
mod references;
pub mod registry;
pub mod schema;
pub mod tiktok;

pub use platform::{
    Brief, Connector, ConnectorSettings, Exchange, FoundByName, PayloadSchema, PlatformClient, PlatformTranslator,
    Preview, ReadBackReply, Target, Translation,
};
pub use registry::Registry;

//! The ad platforms: what each takes, how to speak to it, and what its answers mean.
//! A platform is a folder with the same files as its siblings:
//!
//! | file | is |
//! | --- | --- |
//! | `mod.rs` | the connector, put together |
//! | `settings.rs` | the settings that only this platform has |
//! | `schema/` | `payload_config` as data: fields, conditions, combinations, each with its source |
//! | `schemas.rs` | that data, composed into one JSON Schema for each request type and objective |
//! | `config.rs` | a ticket's `payload_config`, read: an ad set sees its own fields and those that all share |
//! | `rules.rs`, `rules/` | the rules that no schema can express, one idea a file |
//! | `facts.rs` | the facts that QA judges |
//! | `translate.rs` | a ticket as steps; pure |
//! | `wire.rs` | requests and answers exactly as the platform documents them |
//! | `client.rs` | addresses, the token's header, finding by name, reading back |
//! | `classify.rs` | an answer as an outcome; the platform's codes in one table |
//! | `tests.rs`, `fixtures/` | snapshots of every payload, every rule, every documented answer |
//!
//! The parts that all platforms share are beside the folders: the rule engine (`rules.rs`), the HTTP client (`http.rs`), limits.
//! Translators are pure. Nothing here touches the database or decides when to send.
//! Begin with `platform.rs`, then `meta/`.

mod amounts;
mod bounds;
mod compare;
pub mod descriptor;
pub mod http;
mod letters;
pub mod limits;
pub mod meta;
pub mod platform;
#[cfg(test)]
mod references;
pub mod registry;
mod rules;
pub mod schema;
pub mod tiktok;
mod times;

pub use descriptor::Descriptor;
pub use platform::{
    Brief, Connector, ConnectorSettings, Exchange, FoundByName, PayloadSchema, PlatformClient, PlatformSettings,
    PlatformTranslator, Preview, ReadBackReply, Target, Translation,
};
pub use registry::Registry;

/// Every platform that has a connector. A new one is a line here, and its `pub mod` above.
pub static PLATFORMS: [&Descriptor; 2] = [&meta::PLATFORM, &tiktok::PLATFORM];

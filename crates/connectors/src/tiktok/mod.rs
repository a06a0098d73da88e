//! The `TikTok` connector: Marketing API v1.3.
//!
//! | file | has |
//! | --- | --- |
//! | `wire.rs` | requests and answers exactly as `TikTok` documents them |
//! | `schema/` | `payload_config` as data: fields, conditions, goals, currencies, each with its source |
//! | `rulebook.rs` | that data, composed into one JSON Schema for each request type and objective |
//! | `config.rs` | a ticket's `payload_config`, read: aliases, defaults of ad groups, pointers |
//! | `rules.rs` | what JSON Schema cannot say: money, time, countries, names |
//! | `facts.rs` | what QA judges |
//! | `translate.rs` | ticket to steps; pure |
//! | `client.rs` | endpoints, the token's header, look-up by name |
//! | `classify.rs` | answer to outcome; one table |
//! | `options.rs` | the settings that only `TikTok` has |
//! | `shared.rs` | small helpers that know nothing of `TikTok` |

mod classify;
mod client;
mod config;
mod facts;
mod options;
mod rulebook;
mod rules;
mod shared;
mod translate;
mod wire;

use std::sync::OnceLock;

use domain::PlatformId;

use crate::{Connector, ConnectorSettings, http::HttpClient};

/// The connector.
pub fn connector(settings: ConnectorSettings, http: HttpClient) -> Connector {
    let options = options::Options::read(&settings.options);
    Connector {
        platform: PlatformId::Tiktok,
        limits: OnceLock::new(),
        translator: Box::new(translate::TiktokTranslator::new(settings.clone(), &options)),
        client: Box::new(client::TiktokClient::new(settings.clone(), http)),
        settings,
    }
}

#[cfg(test)]
mod tests;

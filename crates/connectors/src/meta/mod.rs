//! Meta: Facebook and Instagram, through the Marketing API.
//!
//! - `schemas.rs`, `schema/`: what planners may configure, as published and as checked
//! - `translate.rs`: tickets to requests, and the facts that QA judges; `rules/` for what no schema can say
//! - `wire.rs`: what Meta takes and answers
//! - `client.rs`: addresses, the token, looking objects up by name
//! - `classify.rs`: what an answer means
//!
//! Sources are named by the section of Meta's documentation: "Meta Marketing API, ad-account/campaigns".

mod classify;
mod client;
mod rules;
mod schemas;
mod translate;
mod wire;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use domain::PlatformId;

use crate::{Connector, ConnectorSettings, http::HttpClient};

/// The connector of Meta.
pub fn connector(settings: ConnectorSettings, http: HttpClient) -> Connector {
    Connector {
        platform: PlatformId::Meta,
        limits: OnceLock::new(),
        translator: Box::new(translate::MetaTranslator::new(settings.clone())),
        client: Box::new(client::MetaClient::new(settings.clone(), http)),
        settings,
    }
}

//! Meta: Facebook and Instagram, through the Marketing API. The files are those of every platform (see the crate's page).
//!
//! Sources are named by the section of Meta's documentation: "Meta Marketing API, ad-account/campaigns".

mod classify;
mod client;
mod config;
mod facts;
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

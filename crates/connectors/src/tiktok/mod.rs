//! `TikTok`, through its Marketing API v1.3. The files are those of every platform (see the crate's page).
//!
//! Sources are named by the page of `TikTok`'s reference, or the file of its SDK.

mod classify;
mod client;
mod config;
mod facts;
mod rules;
mod schemas;
mod settings;
mod translate;
mod wire;

use std::sync::OnceLock;

use domain::PlatformId;

use crate::{Connector, ConnectorSettings, http::HttpClient};

/// The connector.
pub fn connector(settings: ConnectorSettings, http: HttpClient) -> Connector {
    let options = settings::Options::read(&settings.options);
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

//! Meta: Facebook and Instagram, through the Marketing API. The files are those of every platform (see the crate's page).
//!
//! Sources are named by the section of Meta's documentation: "Meta Marketing API, ad-account/campaigns".

mod classify;
mod client;
mod config;
mod facts;
mod rules;
mod schemas;
mod settings;
mod translate;
mod wire;

#[cfg(test)]
mod tests;

use domain::PlatformId;

use crate::{
    Connector, Descriptor,
    descriptor::{Account, Auth, Docs},
    http::HttpClient,
};

pub use settings::Settings;

/// The descriptor.
pub static PLATFORM: Descriptor = Descriptor {
    id: PlatformId::Meta,
    docs: Docs { title: "Meta Marketing API", url: "https://developers.facebook.com/docs/marketing-apis" },
    live_base: "https://graph.facebook.com",
    api_version: "v26.0",
    // Meta Marketing API, overview/authorization.
    auth: Auth { header: "Authorization", scheme: "Bearer " },
    paused: "PAUSED",
    account: Account { field: "ad_account_id", prefix: "act_", in_sandbox: "1234567890" },
    parts: &["ad_sets"],
    settings: settings::SETTINGS,
    defaults: include_str!("settings.toml"),
    read: settings::read,
};

/// The connector of Meta.
fn connector(settings: &Settings, http: HttpClient) -> Connector {
    Connector::new(
        &PLATFORM,
        settings.common.clone(),
        translate::MetaTranslator::new(settings.clone()),
        client::MetaClient::new(settings.common.clone(), http),
    )
}

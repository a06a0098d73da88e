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

#[cfg(test)]
mod tests;

use domain::PlatformId;

use crate::{
    Connector, Descriptor,
    descriptor::{Account, Auth, Docs},
    http::HttpClient,
};

pub use settings::{Flow, Settings};

/// The descriptor.
pub static PLATFORM: Descriptor = Descriptor {
    id: PlatformId::Tiktok,
    docs: Docs { title: "TikTok Marketing API", url: "https://business-api.tiktok.com/portal/docs" },
    live_base: "https://business-api.tiktok.com",
    api_version: "v1.3",
    auth: Auth { header: "Access-Token", scheme: "" },
    paused: "DISABLE",
    account: Account { field: "advertiser_id", prefix: "", in_sandbox: "7000000000000000001" },
    parts: &["ad_groups", "ad_sets"],
    settings: settings::SETTINGS,
    defaults: include_str!("settings.toml"),
    read: settings::read,
};

/// The connector of `TikTok`.
fn connector(settings: &Settings, http: HttpClient) -> Connector {
    Connector::new(
        &PLATFORM,
        settings.common.clone(),
        translate::TiktokTranslator::new(settings.clone()),
        client::TiktokClient::new(settings.common.clone(), http),
    )
}

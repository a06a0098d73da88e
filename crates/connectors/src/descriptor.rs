//! A platform before it is configured: everything that the rest of the system needs to know of it by itself.

use domain::{PlatformId, Secret};
use reqwest::header::HeaderName;
use serde_json::{Map, Value};

use crate::{ConnectorSettings, PlatformSettings};

/// A platform's descriptor. Each folder has one, as `PLATFORM`.
#[derive(Debug)]
pub struct Descriptor {
    /// The platform. Its key and its display name are `id.key()` and `id.display_name()`.
    pub id: PlatformId,
    /// The platform's documentation.
    pub docs: Docs,
    /// The platform's own address, for a token without an address.
    pub live_base: &'static str,
    /// The version of its API that the folder is written for.
    pub api_version: &'static str,
    /// The header that carries the token.
    pub auth: Auth,
    /// The status of an object that does not deliver, in the platform's word. Every object is created with it.
    pub paused: &'static str,
    /// The names of its accounts.
    pub account: Account,
    /// The lists of `payload_config` whose items share what stands at the top, such as `ad_sets`.
    pub parts: &'static [&'static str],
    /// The settings, in the order of `defaults`.
    pub settings: &'static [Setting],
    /// The section of the configuration: each setting with its default, a sentence, and its name in the environment.
    pub defaults: &'static str,
    /// Makes the platform's settings of those that all platforms share and its own, by their names without the section.
    pub read: ReadSettings,
}

/// Makes typed settings of what every platform has, and of the values of a platform's own settings.
pub type ReadSettings = fn(ConnectorSettings, Map<String, Value>) -> serde_json::Result<Box<dyn PlatformSettings>>;

impl Descriptor {
    /// The descriptor of a platform.
    pub fn of(platform: PlatformId) -> Option<&'static Self> {
        crate::PLATFORMS.into_iter().find(|descriptor| descriptor.id == platform)
    }

    /// The name in the environment of the token's setting.
    pub fn token_variable(&self) -> Option<&'static str> {
        self.settings.iter().find(|setting| setting.kind == Kind::Token).map(|setting| setting.variable)
    }
}

/// A platform's documentation.
#[derive(Debug)]
pub struct Docs {
    /// Its title, by which sources cite it.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// The header that carries a platform's token.
#[derive(Debug)]
pub struct Auth {
    /// The header's name as the platform writes it.
    pub header: &'static str,
    /// The text before the token, with its space: `Bearer `. Empty for none.
    pub scheme: &'static str,
}

impl Auth {
    /// The header for a request.
    pub(crate) fn header(&self, token: &Secret) -> Option<(HeaderName, Secret)> {
        let name = self.header.parse().ok()?;
        Some((name, Secret::new(format!("{}{}", self.scheme, token.reveal().trim()))))
    }

    /// The header for a person to read.
    pub(crate) fn shown(&self) -> (String, String) {
        (self.header.to_owned(), format!("{}[redacted]", self.scheme))
    }
}

/// The names of a platform's accounts.
#[derive(Debug)]
pub struct Account {
    /// The field of `payload_config` that names one.
    pub field: &'static str,
    /// The text that may stand before the digits: `act_`. Empty for none.
    pub prefix: &'static str,
    /// The account of tickets that name none, in the sandbox.
    pub in_sandbox: &'static str,
}

/// A setting of a platform.
#[derive(Debug)]
pub struct Setting {
    /// Section and name in a file: `meta.api_base`.
    pub key: &'static str,
    /// Name in the environment: `META_API_BASE`.
    pub variable: &'static str,
    /// The kind of its value.
    pub kind: Kind,
}

impl Setting {
    /// Its name without the section.
    pub fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }
}

/// The kind of a setting's value. The first four are those that all platforms share; the others are the platform's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The address that is called.
    ApiBase,
    /// The version in its paths.
    ApiVersion,
    /// The access token.
    Token,
    /// The default account of tickets.
    Account,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of the platform's words, such as `WEB_CONVERSIONS`.
    Words,
    /// `true` or `false`.
    Flag,
    /// A secret beside the token.
    Secret,
}

//! A platform's section, such as `[meta]`: its address, token and account, and what only this platform has. The platform's
//! descriptor says which settings there are.

use connectors::{
    ConnectorSettings, Descriptor, PlatformSettings,
    descriptor::{Kind, Setting},
};
use domain::Secret;
use serde_json::{Map, Value};

use super::{
    parse,
    reader::{Read, Reader},
};

/// A platform's settings.
#[derive(Debug)]
pub(crate) struct Platform {
    settings: Box<dyn PlatformSettings>,
    is_configured: bool,
}

impl Clone for Platform {
    fn clone(&self) -> Self {
        Self { settings: self.settings.boxed(), is_configured: self.is_configured }
    }
}

impl Platform {
    pub(super) fn read(
        reader: &mut Reader<'_>,
        descriptor: &'static Descriptor,
        plain_http_allowed: bool,
    ) -> Read<Self> {
        let mut section = Section::default();
        // Each setting is read before the first problem is returned, so that all can be told at once.
        let read: Vec<Read<()>> = descriptor
            .settings
            .iter()
            .map(|setting| section.read(reader, descriptor, setting, plain_http_allowed))
            .collect();
        read.into_iter().collect::<Read<()>>()?;
        let Section { api_base, api_version, access_token, account, own, has_secret } = section;
        let common = ConnectorSettings {
            base_url: api_base.clone().unwrap_or_else(|| descriptor.live_base.to_owned()),
            api_version: api_version.unwrap_or_else(|| descriptor.api_version.to_owned()),
            access_token,
            default_account: account,
            sandbox: false,
        };
        let settings = (descriptor.read)(common, own)
            .map_err(|error| reader.note_section(descriptor.id.key(), &error.to_string()))?;
        Ok(Self { settings, is_configured: api_base.is_some() || has_secret })
    }

    /// Its settings, typed.
    pub(crate) fn settings(&self) -> &dyn PlatformSettings {
        &*self.settings
    }

    /// Its descriptor.
    pub(crate) fn descriptor(&self) -> &'static Descriptor {
        self.settings.descriptor()
    }

    /// Returns true if the platform itself is called instead of the sandbox: an address or a secret is set.
    pub(crate) fn is_configured(&self) -> bool {
        self.is_configured
    }

    /// The address that is called: the one that was set, or the platform's own where only a token was.
    pub(crate) fn base(&self) -> &str {
        &self.settings.common().base_url
    }
}

/// The values of a section, as far as they are read.
#[derive(Default)]
struct Section {
    api_base: Option<String>,
    api_version: Option<String>,
    access_token: Option<Secret>,
    account: Option<String>,
    own: Map<String, Value>,
    has_secret: bool,
}

impl Section {
    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        descriptor: &'static Descriptor,
        setting: &'static Setting,
        plain_http_allowed: bool,
    ) -> Read<()> {
        let key = setting.key;
        match setting.kind {
            Kind::ApiBase => self.api_base = api_base(reader, key, plain_http_allowed)?,
            Kind::ApiVersion => {
                self.api_version = Some(reader.required(key, parse::api_version(descriptor.api_version))?);
            }
            Kind::Token => {
                self.access_token = reader.optional(key, parse::token)?;
                self.has_secret |= self.access_token.is_some();
            }
            Kind::Account => self.account = reader.optional(key, parse::account(descriptor.account.prefix))?,
            Kind::Choice(words) => {
                let words: Vec<_> = words.iter().map(|word| (*word, *word)).collect();
                self.own(setting, reader.required(key, parse::one_of(&words))?);
            }
            Kind::Words => self.own(setting, reader.list(key, parse::constant)?),
            Kind::Flag => self.own(setting, reader.required(key, parse::one_of(&[("true", true), ("false", false)]))?),
            Kind::Secret => {
                if let Some(secret) = reader.optional(key, parse::token)? {
                    self.has_secret = true;
                    self.own(setting, secret.reveal());
                }
            }
        }
        Ok(())
    }

    fn own(&mut self, setting: &Setting, value: impl Into<Value>) {
        self.own.insert(setting.name().to_owned(), value.into());
    }
}

fn api_base(reader: &mut Reader<'_>, key: &'static str, plain_http_allowed: bool) -> Read<Option<String>> {
    match reader.optional(key, parse::api_base)? {
        Some(base) if !plain_http_allowed && parse::is_plain_http_elsewhere(&base) => {
            let allowed = "an https address: over http the access token can be read on the way. On a network of your own, set \
                           platforms.allow_plain_http to true";
            Err(reader.refuse(key, allowed))
        }
        base => Ok(base),
    }
}

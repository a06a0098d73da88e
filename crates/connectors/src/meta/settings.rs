//! Meta's settings.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    Connector, ConnectorSettings, Descriptor, PlatformSettings,
    descriptor::{Kind, Setting},
    http::HttpClient,
};

/// Meta's settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The settings that all platforms share.
    pub common: ConnectorSettings,
    /// The ad account has a default beneficiary and payor for the Digital Services Act.
    pub dsa_defaults: bool,
}

/// The settings that only Meta has, by their names in `settings.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Own {
    dsa_defaults: bool,
}

/// The settings' names.
pub(super) const SETTINGS: &[Setting] = &[
    Setting { key: "meta.api_base", variable: "META_API_BASE", kind: Kind::ApiBase },
    Setting { key: "meta.api_version", variable: "META_API_VERSION", kind: Kind::ApiVersion },
    Setting { key: "meta.access_token", variable: "META_ACCESS_TOKEN", kind: Kind::Token },
    Setting { key: "meta.ad_account_id", variable: "META_AD_ACCOUNT_ID", kind: Kind::Account },
    Setting { key: "meta.dsa_defaults", variable: "META_DSA_DEFAULTS", kind: Kind::Flag },
];

/// Reads them.
pub(super) fn read(
    common: ConnectorSettings,
    own: Map<String, Value>,
) -> serde_json::Result<Box<dyn PlatformSettings>> {
    let Own { dsa_defaults } = serde_json::from_value(Value::Object(own))?;
    Ok(Box::new(Settings { common, dsa_defaults }))
}

impl PlatformSettings for Settings {
    fn descriptor(&self) -> &'static Descriptor {
        &super::PLATFORM
    }

    fn common(&self) -> &ConnectorSettings {
        &self.common
    }

    fn common_mut(&mut self) -> &mut ConnectorSettings {
        &mut self.common
    }

    fn connector(&self, http: HttpClient) -> Connector {
        super::connector(self, http)
    }

    fn boxed(&self) -> Box<dyn PlatformSettings> {
        Box::new(self.clone())
    }
}

//! `TikTok`'s settings.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::{
    Connector, ConnectorSettings, Descriptor, PlatformSettings,
    descriptor::{Kind, Setting},
    http::HttpClient,
};

/// Which endpoints create campaigns. `TikTok` ends the manual ones on 2026-12-31 (reference page 1853452461203458); their
/// successor needs an allow-listed account, so an operator decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// `/campaign/create/`.
    #[default]
    Manual,
    /// `/smart_plus/campaign/create/`, for the objectives that it takes; the others stay manual.
    SmartPlus,
}

impl Flow {
    /// Its word in settings and conditions.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::SmartPlus => "smart_plus",
        }
    }

    /// The flow of the request with this path: objects are found, read and changed where they were made.
    pub(super) fn that_made(path: &str) -> Self {
        if path.starts_with("/smart_plus/") { Self::SmartPlus } else { Self::Manual }
    }

    /// The flow that creates campaigns of an objective where `configured` is set.
    pub(super) fn of(configured: Self, objective: &str) -> Self {
        if SMART_PLUS_OBJECTIVES.contains(&objective) { configured } else { Self::Manual }
    }
}

/// The objectives that Smart+ takes.
const SMART_PLUS_OBJECTIVES: [&str; 3] = ["APP_PROMOTION", "WEB_CONVERSIONS", "LEAD_GENERATION"];

/// The objectives whose manual flow ends by the narrower reading of the announcement; `TikTok`'s own text names no exception.
const ENDING: [&str; 4] = ["PRODUCT_SALES", "WEB_CONVERSIONS", "APP_PROMOTION", "LEAD_GENERATION"];

/// `TikTok`'s settings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The settings that all platforms share.
    pub common: ConnectorSettings,
    /// The endpoints that create campaigns.
    pub campaign_flow: Flow,
    /// The objectives whose manual campaigns `TikTok` stops taking; QA warns of them.
    pub manual_flow_ends: Vec<String>,
}

/// The settings that only `TikTok` has, by their names in `settings.toml`.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Own {
    campaign_flow: Flow,
    manual_flow_ends: Vec<String>,
}

impl Default for Own {
    fn default() -> Self {
        Self { campaign_flow: Flow::Manual, manual_flow_ends: ENDING.map(str::to_owned).to_vec() }
    }
}

/// The settings' names.
pub(super) const SETTINGS: &[Setting] = &[
    Setting { key: "tiktok.api_base", variable: "TIKTOK_API_BASE", kind: Kind::ApiBase },
    Setting { key: "tiktok.api_version", variable: "TIKTOK_API_VERSION", kind: Kind::ApiVersion },
    Setting { key: "tiktok.access_token", variable: "TIKTOK_ACCESS_TOKEN", kind: Kind::Token },
    Setting { key: "tiktok.advertiser_id", variable: "TIKTOK_ADVERTISER_ID", kind: Kind::Account },
    Setting {
        key: "tiktok.campaign_flow",
        variable: "TIKTOK_CAMPAIGN_FLOW",
        kind: Kind::Choice(&["manual", "smart_plus"]),
    },
    Setting { key: "tiktok.manual_flow_ends", variable: "TIKTOK_MANUAL_FLOW_ENDS", kind: Kind::Words },
];

/// Reads them.
pub(super) fn read(
    common: ConnectorSettings,
    own: Map<String, Value>,
) -> serde_json::Result<Box<dyn PlatformSettings>> {
    let Own { campaign_flow, manual_flow_ends } = serde_json::from_value(Value::Object(own))?;
    Ok(Box::new(Settings { common, campaign_flow, manual_flow_ends }))
}

impl Settings {
    /// Settings as a first run has them.
    pub fn new(common: ConnectorSettings) -> Self {
        let Own { campaign_flow, manual_flow_ends } = Own::default();
        Self { common, campaign_flow, manual_flow_ends }
    }

    /// The flow that creates campaigns of an objective.
    pub(super) fn flow_of(&self, objective: &str) -> Flow {
        Flow::of(self.campaign_flow, objective)
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings(own: &Value) -> Own {
        serde_json::from_value(own.clone()).unwrap()
    }

    #[test]
    fn own_settings_have_defaults_and_are_typed() {
        let own = settings(&json!({}));
        assert_eq!(own.campaign_flow, Flow::Manual);
        assert!(own.manual_flow_ends.contains(&"PRODUCT_SALES".to_owned()));
        let own = settings(&json!({"campaign_flow": "smart_plus", "manual_flow_ends": ["TRAFFIC"]}));
        assert_eq!((own.campaign_flow, own.manual_flow_ends), (Flow::SmartPlus, vec!["TRAFFIC".to_owned()]));
        assert!(serde_json::from_value::<Own>(json!({"campaign_flow": "none"})).is_err());
    }

    #[test]
    fn smart_plus_takes_some_objectives_only() {
        assert_eq!(Flow::of(Flow::SmartPlus, "WEB_CONVERSIONS"), Flow::SmartPlus);
        assert_eq!(Flow::of(Flow::Manual, "WEB_CONVERSIONS"), Flow::Manual);
        assert_eq!(Flow::of(Flow::SmartPlus, "REACH"), Flow::Manual);
    }
}

//! Whom ads are shown to. Meta Marketing API, audiences, advanced-targeting.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An ad set's targeting. Its fields beyond those that we read or set ourselves are in `rest`; the schema of
/// `payload_config` has let only Meta's own pass.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::meta) struct Targeting {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) geo_locations: Option<GeoLocations>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) age_min: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) age_max: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) genders: Option<Vec<u8>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) custom_audiences: Option<Vec<IdName>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) excluded_custom_audiences: Option<Vec<IdName>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::meta) flexible_spec: Vec<Detailed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) exclusions: Option<Detailed>,
    #[serde(rename = "targeting_automation", skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) automation: Option<TargetingAutomation>,
    #[serde(flatten)]
    pub(in crate::meta) rest: BTreeMap<String, Value>,
}

/// Places by kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::meta) struct GeoLocations {
    /// ISO 3166-1 alpha-2, upper case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::meta) countries: Vec<String>,
    /// Regions, cities, postal codes and the like.
    #[serde(flatten)]
    pub(in crate::meta) rest: BTreeMap<String, Value>,
}

/// One group of detailed targeting: interests, behaviours, life events and the like, by kind.
pub(in crate::meta) type Detailed = BTreeMap<String, Value>;

/// Something that has an id, with the name that people know it by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::meta) struct IdName {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// Whether Meta may look beyond the audience. Meta Marketing API, advantage-audience.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(in crate::meta) struct TargetingAutomation {
    /// 1 for yes, which is Meta's default; 0 for no.
    pub(in crate::meta) advantage_audience: u8,
}

//! The shapes of JSON Schema that are composed here, as structs.

use serde::Serialize;
use serde_json::{Map, Value};

/// An object's schema.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ObjectSchema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) description: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub(super) properties: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) additional_properties: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) all_of: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) property_names: Option<TextSchema>,
    /// The schema of each ad group with the defaults filled in.
    #[serde(rename = "x-effective-ad-group", skip_serializing_if = "Option::is_none")]
    pub(super) effective_ad_group: Option<Value>,
    /// The schema of each ad, with its effective ad group under `ad_group`.
    #[serde(rename = "x-effective-ad", skip_serializing_if = "Option::is_none")]
    pub(super) effective_ad: Option<Value>,
    /// The step of the form that asks for it.
    #[serde(rename = "x-step", skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<&'static str>,
    #[serde(rename = "x-source", skip_serializing_if = "String::is_empty")]
    pub(super) source: String,
}

/// A list's schema.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListSchema {
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) min_items: Option<u32>,
    pub(super) max_items: u32,
    pub(super) items: Value,
    #[serde(rename = "x-aliases", skip_serializing_if = "<[_]>::is_empty")]
    pub(super) aliases: &'static [&'static str],
    /// The step of the form that asks for it.
    #[serde(rename = "x-step", skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<&'static str>,
    /// Its place among the fields of a form.
    #[serde(rename = "x-order", skip_serializing_if = "Option::is_none")]
    pub(super) order: Option<u16>,
}

/// A text's schema.
#[derive(Debug, Default, Serialize)]
pub(super) struct TextSchema {
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) title: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) description: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) pattern: &'static str,
    /// The sentence for a text that does not fit the pattern.
    #[serde(rename = "x-message")]
    pub(super) message: &'static str,
    /// The step of the form that asks for it.
    #[serde(rename = "x-step", skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<&'static str>,
    /// Its place among the fields of a form.
    #[serde(rename = "x-order", skip_serializing_if = "Option::is_none")]
    pub(super) order: Option<u16>,
}

/// The schema as JSON. These structs always serialize.
pub(super) fn value(schema: impl Serialize) -> Value {
    serde_json::to_value(schema).unwrap_or_default()
}

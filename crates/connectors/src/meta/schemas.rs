//! The schemas of `payload_config`: put together from the files in `schema/`, for every request type and objective.

use std::sync::LazyLock;

use domain::{RequestType, Word};
use serde_json::{Map, Value};

use crate::{
    rules::{Books, Objective, SchemaSource},
    schema::embedded,
};

/// The objectives of new campaigns. Meta Marketing API, ad-campaign-group.
pub(super) const OBJECTIVES: [&str; 6] = [
    "OUTCOME_AWARENESS",
    "OUTCOME_TRAFFIC",
    "OUTCOME_ENGAGEMENT",
    "OUTCOME_LEADS",
    "OUTCOME_APP_PROMOTION",
    "OUTCOME_SALES",
];

/// Fields of an ad set that are its own: given for the whole ticket they would mean something else, or nothing.
const NOT_SHARED: [&str; 4] = ["name", "ads", "daily_budget", "lifetime_budget"];

/// All schemas.
pub(super) static SCHEMAS: LazyLock<Books<MetaSchemas>> = LazyLock::new(|| Books::new(MetaSchemas));

/// The schemas of `schema/`. Conditions between fields stand in them, as `allOf` with an `x-message`.
pub(super) struct MetaSchemas;

static CAMPAIGN: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/campaign.json")));
static AD_SET: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/ad_set.json")));
static TARGETING: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/targeting.json")));
static CREATIVE: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/creative.json")));
static CHANGE: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/change.json")));

/// Which objective goes with which destination, goal and promoted object.
pub(super) static COMBINATIONS: LazyLock<Value> = LazyLock::new(|| embedded(include_str!("schema/combinations.json")));

/// The fields of an ad set that may stand at the top, for all ad sets.
pub(super) fn shared_fields() -> impl Iterator<Item = &'static str> {
    fields(&AD_SET["properties"]).filter(|name| !NOT_SHARED.contains(name))
}

/// The fields at the top that only a campaign has.
pub(super) fn is_campaign_field(name: &str) -> bool {
    !CAMPAIGN["properties"][name].is_null()
}

/// The objective that took the place of a legacy one. Meta Marketing API, ad-campaign-group.
pub(super) fn successor(legacy: &str) -> Option<&'static str> {
    CAMPAIGN["properties"]["objective"]["x-successors"][legacy].as_str()
}

/// The calls to action that most ads use.
pub(super) fn is_common_call_to_action(word: &str) -> bool {
    let common = CREATIVE["$defs"]["call_to_action"]["properties"]["type"]["x-common"].as_array();
    common.is_some_and(|words| words.iter().any(|known| known == word))
}

fn fields(properties: &'static Value) -> impl Iterator<Item = &'static str> {
    properties.as_object().into_iter().flat_map(Map::keys).map(String::as_str)
}

impl SchemaSource for MetaSchemas {
    /// The one without an objective only helps to find one.
    fn objectives(&self) -> Vec<Objective> {
        OBJECTIVES.into_iter().map(Some).chain([None]).collect()
    }

    fn published(&self, request: RequestType, objective: Objective) -> Value {
        if request.creates() { creating(request, objective) } else { changing(request) }
    }
}

/// The schema of requests that create.
fn creating(request_type: RequestType, objective: Objective) -> Value {
    let tree = request_type == RequestType::CreateCampaignTree;
    let mut properties = Map::new();
    for name in shared_fields() {
        properties.insert(name.to_owned(), sourced(&AD_SET, name));
    }
    for name in fields(&CAMPAIGN["properties"]) {
        properties.insert(name.to_owned(), sourced(&CAMPAIGN, name));
    }
    properties.insert("ad_sets".to_owned(), ad_sets(tree));
    if let Some(objective) = objective {
        narrow(&mut properties, objective);
    }
    let mut required = vec![Value::from("objective")];
    let mut conditions = list(&CAMPAIGN["allOf"]);
    if tree {
        required.push(Value::from("ad_sets"));
        conditions.extend(list(&CAMPAIGN["x-tree"]));
    }
    let title = objective.map_or_else(
        || format!("Meta, {}", request_type.as_str()),
        |objective| format!("Meta, {}, {objective}", request_type.as_str()),
    );
    let mut schema = object(&title, properties);
    schema.insert("required".to_owned(), required.into());
    schema.insert("allOf".to_owned(), conditions.into());
    schema.insert("$defs".to_owned(), definitions());
    schema.into()
}

/// The schema of requests that change an object.
fn changing(request_type: RequestType) -> Value {
    let mut properties = Map::new();
    for name in fields(&CHANGE["properties"]) {
        properties.insert(name.to_owned(), sourced(&CHANGE, name));
    }
    let budget = &CHANGE["x-budget"];
    if request_type == RequestType::UpdateBudget {
        for name in fields(&budget["properties"]) {
            properties.insert(name.to_owned(), budget["properties"][name].clone());
        }
    }
    let mut schema = object(&format!("Meta, {}", request_type.as_str()), properties);
    if request_type == RequestType::UpdateBudget {
        schema.insert("oneOf".to_owned(), budget["oneOf"].clone());
        let amount = CAMPAIGN["$defs"]["amount"].clone();
        schema.insert("$defs".to_owned(), Map::from_iter([("amount".to_owned(), amount)]).into());
    }
    schema.into()
}

fn object(title: &str, properties: Map<String, Value>) -> Map<String, Value> {
    Map::from_iter([
        ("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into()),
        ("title".to_owned(), title.into()),
        ("type".to_owned(), "object".into()),
        ("additionalProperties".to_owned(), false.into()),
        ("properties".to_owned(), properties.into()),
    ])
}

/// A field's schema, with its file's source unless it names one itself.
fn sourced(file: &Value, name: &str) -> Value {
    let mut field = file["properties"][name].clone();
    if let Some(keywords) = field.as_object_mut() {
        keywords.entry("x-source").or_insert_with(|| file["x-source"].clone());
    }
    field
}

/// Fixes the objective, and tells forms which goals and destinations Meta's table has for it.
fn narrow(properties: &mut Map<String, Value>, objective: &str) {
    if let Some(field) = properties.get_mut("objective").and_then(Value::as_object_mut) {
        field.remove("enum");
        field.insert("const".to_owned(), objective.into());
        field.insert("examples".to_owned(), vec![objective].into());
    }
    for (name, column) in [("optimization_goal", "optimization_goals"), ("destination_type", "destination_types")] {
        let mut usual: Vec<&str> = list_of(&COMBINATIONS["combinations"])
            .iter()
            .filter(|row| row["objective"] == objective)
            .flat_map(|row| list_of(&row[column]))
            .filter_map(Value::as_str)
            .collect();
        usual.sort_unstable();
        usual.dedup();
        if let Some(field) = properties.get_mut(name).and_then(Value::as_object_mut) {
            field.insert("x-usual".to_owned(), usual.into());
        }
    }
}

fn ad_sets(tree: bool) -> Value {
    let description = if tree {
        "The ad sets; what several have in common may stand at the top instead."
    } else {
        "Checked, but not sent: this request type creates the campaign alone."
    };
    let items = Map::from_iter([("$ref".to_owned(), Value::from("#/$defs/ad_set"))]);
    Map::from_iter([
        ("title".to_owned(), Value::from("Ad sets")),
        ("description".to_owned(), description.into()),
        ("type".to_owned(), "array".into()),
        ("minItems".to_owned(), 1.into()),
        ("maxItems".to_owned(), 50.into()),
        ("items".to_owned(), items.into()),
        ("x-step".to_owned(), "creative".into()),
        ("x-source".to_owned(), AD_SET["x-source"].clone()),
    ])
    .into()
}

fn definitions() -> Value {
    let mut all: Map<String, Value> = [&CAMPAIGN, &AD_SET, &TARGETING, &CREATIVE]
        .into_iter()
        .filter_map(|file| file["$defs"].as_object())
        .flatten()
        .map(|(name, schema)| (name.clone(), schema.clone()))
        .collect();
    let properties = fields(&AD_SET["properties"]).map(|name| (name.to_owned(), sourced(&AD_SET, name))).collect();
    let mut ad_set = object("Ad set", properties);
    ad_set.remove("$schema");
    ad_set.insert("allOf".to_owned(), AD_SET["allOf"].clone());
    all.insert("ad_set".to_owned(), ad_set.into());
    all.into()
}

fn list(value: &Value) -> Vec<Value> {
    list_of(value).to_vec()
}

fn list_of(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

//! Composing one JSON Schema from the three levels.

use domain::RequestType;
use serde_json::{Map, Value};

use crate::rules::{Condition, Weight};

use super::{
    super::settings::Flow,
    data::{self, Level},
    parts::{ListSchema, ObjectSchema, TextSchema, value},
};

/// The most ad groups of a campaign, and ads of an ad group, that Smart+ takes; the manual flow takes no fewer, but a ticket
/// with more is more than a person can check.
const MOST: u32 = 30;
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The fields of a ticket that creates, without the conditions.
pub(super) fn fields(request: RequestType, objective: &str, flow: Flow) -> Value {
    value(document(request, objective, flow))
}

/// The whole schema of a ticket that creates, as it is published.
pub(super) fn published(request: RequestType, objective: &str, flow: Flow) -> Value {
    let mut document = document(request, objective, flow);
    document.all_of = conditions(data::campaign(), objective, flow, request);
    let effective = |level: &Level| {
        let mut properties = narrowed(&level.properties, objective, flow);
        properties.extend(level.budget_properties.clone());
        let mut required = Vec::new();
        if request == RequestType::CreateCampaignTree {
            required.extend(level.required_for(objective).map(str::to_owned));
        }
        value(ObjectSchema {
            kind: "object",
            properties,
            required,
            all_of: conditions(level, objective, flow, request),
            ..ObjectSchema::default()
        })
    };
    document.effective_ad_group = Some(effective(data::ad_group()));
    document.effective_ad = Some(effective(data::ad()));
    value(document)
}

fn conditions(level: &Level, objective: &str, flow: Flow, request: RequestType) -> Vec<Value> {
    level
        .conditions_for(objective, flow)
        .filter(|one| one.severity == Weight::Error)
        .filter(|one| !one.complete || request == RequestType::CreateCampaignTree)
        .map(Condition::schema)
        .collect()
}

fn document(request: RequestType, objective: &str, flow: Flow) -> ObjectSchema {
    let tree = request == RequestType::CreateCampaignTree;
    let (campaign, ad_group) = (data::campaign(), data::ad_group());
    let mut properties = Map::new();
    properties.insert("advertiser_id".to_owned(), value(ADVERTISER));
    properties.extend(narrowed(&campaign.properties, objective, flow));
    properties.extend(narrowed(&ad_group.properties, objective, flow));
    properties.insert("location_countries".to_owned(), location_countries());
    properties.insert("ad_groups".to_owned(), ad_groups(objective, flow, tree));
    let mut required: Vec<String> = campaign.required_for(objective).map(str::to_owned).collect();
    if tree {
        required.push("ad_groups".to_owned());
    }
    let what = if tree { "campaign with ad groups and ads" } else { "campaign" };
    ObjectSchema {
        schema: Some(DIALECT),
        title: format!("Create a TikTok {what} for {objective}"),
        description: "Amounts are in units of the campaign's currency. \
                      A field of ad groups at the top is the default of all ad groups.",
        properties,
        required,
        source: format!("{}; {}; {}", campaign.source, ad_group.source, data::ad().source),
        ..closed_object()
    }
}

/// An object that takes no other fields.
fn closed_object() -> ObjectSchema {
    ObjectSchema { kind: "object", additional_properties: Some(Value::Bool(false)), ..ObjectSchema::default() }
}

const ADVERTISER: TextSchema = TextSchema {
    title: "Advertiser",
    description: "The ad account; the configured one when left out.",
    step: Some("what"),
    ..LOCATION
};
const NAME: TextSchema = TextSchema {
    title: "Name",
    description: "Appended to the ticket's name; letters and digits are kept.",
    kind: "string",
    pattern: "[A-Za-z0-9]",
    message: "It needs a letter or digit, because nothing else is kept of it.",
    step: None,
    order: Some(10),
};
const LOCATION: TextSchema = TextSchema {
    title: "",
    description: "",
    kind: "string",
    pattern: "^[0-9]{1,20}$",
    message: "It must be an id of TikTok: digits, written as text.",
    step: None,
    order: None,
};
const COUNTRY: TextSchema = TextSchema {
    title: "",
    description: "",
    kind: "string",
    pattern: "^[A-Za-z]{2}$",
    message: "It must be an ISO 3166-1 alpha-2 code, such as US.",
    step: None,
    order: None,
};

fn location_countries() -> Value {
    value(ObjectSchema {
        title: "Countries of locations".to_owned(),
        description: "The country (ISO 3166-1 alpha-2) of location ids, for QA; it is not sent.",
        kind: "object",
        property_names: Some(LOCATION),
        additional_properties: Some(value(COUNTRY)),
        step: Some("whom"),
        ..ObjectSchema::default()
    })
}

fn ad_groups(objective: &str, flow: Flow, tree: bool) -> Value {
    let level = data::ad_group();
    let mut properties = narrowed(&level.properties, objective, flow);
    properties.extend(level.budget_properties.clone());
    properties.insert("name".to_owned(), value(NAME));
    let mut ad = narrowed(&data::ad().properties, objective, flow);
    ad.insert("name".to_owned(), value(NAME));
    let ad = ObjectSchema {
        title: "Ad".to_owned(),
        properties: ad,
        required: data::ad().required_for(objective).map(str::to_owned).collect(),
        ..closed_object()
    };
    let ads = ListSchema {
        title: "Ads",
        description: "Each is created on its own.",
        kind: "array",
        min_items: None,
        max_items: MOST,
        items: value(ad),
        aliases: &[],
        step: None,
        order: Some(330),
    };
    properties.insert("ads".to_owned(), value(ads));
    value(ListSchema {
        title: "Ad groups",
        description: "Each with its own fields, or the defaults at the top.",
        kind: "array",
        min_items: tree.then_some(1),
        max_items: MOST,
        items: value(ObjectSchema { title: "Ad group".to_owned(), properties, ..closed_object() }),
        aliases: &["ad_sets"],
        step: Some("creative"),
        order: None,
    })
}

/// The fields that an objective has in a flow, with the values that fit it.
fn narrowed(properties: &Map<String, Value>, objective: &str, flow: Flow) -> Map<String, Value> {
    properties
        .iter()
        .filter(|(_, field)| is_for(field, objective, flow))
        .map(|(name, field)| (name.clone(), narrow(name, field, objective)))
        .collect()
}

/// Returns true if a field exists for an objective in a flow.
pub(in crate::tiktok) fn is_for(field: &Value, objective: &str, flow: Flow) -> bool {
    let objectives = field["x-objectives"].as_array();
    let fits = objectives.is_none_or(|list| list.iter().any(|one| one == objective));
    fits && (flow == Flow::SmartPlus || field["x-flow"] != "smart_plus")
}

fn narrow(name: &str, field: &Value, objective: &str) -> Value {
    let values: Vec<Value> = match name {
        "objective_type" => vec![Value::from(objective)],
        "optimization_goal" if !data::has_no_goals(objective) => {
            let rows = data::goals(objective).map(|goal| goal.name.as_str());
            rows.chain(data::goals_without_a_row().iter().map(String::as_str)).map(Value::from).collect()
        }
        _ => return field.clone(),
    };
    let mut field = field.clone();
    if let Some(keywords) = field.as_object_mut() {
        keywords.insert("enum".to_owned(), Value::Array(values));
    }
    field
}

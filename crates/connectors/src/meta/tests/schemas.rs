//! The published schemas are whole, and are the ones that check.

use std::collections::BTreeSet;

use domain::{RequestType, Word, schema::Schema};
use serde_json::{Value, json};
use strum::IntoEnumIterator;

use crate::PlatformTranslator;

use super::{
    super::{schemas::OBJECTIVES, translate::MetaTranslator},
    world::settings,
};

fn translator() -> MetaTranslator {
    MetaTranslator::new(settings("https://graph.facebook.com"))
}

#[test]
fn there_is_one_for_every_request_type_and_objective_and_it_compiles() {
    let schemas = translator().schemas();
    for request_type in RequestType::iter() {
        let objectives: Vec<_> =
            schemas.iter().filter(|one| one.request_type == request_type.as_str()).map(|one| &one.objective).collect();
        assert_eq!(objectives.len(), if request_type.creates() { 7 } else { 1 }, "{request_type:?}");
    }
    for one in &schemas {
        Schema::compile(&one.schema)
            .unwrap_or_else(|error| panic!("{} {:?}: {error}", one.request_type, one.objective));
    }
}

#[test]
fn every_field_has_a_title_and_every_reference_leads_somewhere() {
    for one in translator().schemas() {
        let properties = one.schema["properties"].as_object().unwrap();
        for (name, field) in properties {
            assert!(field["title"].is_string(), "{name} has no title");
            let source = field["x-source"].as_str().unwrap_or_default();
            assert!(source.starts_with("Meta Marketing API") || one.objective.is_none(), "{name} has no source");
        }
        references(&one.schema, &mut |reference| {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(one.schema.pointer(pointer).is_some(), "{reference} leads nowhere");
        });
    }
}

fn references(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                visit(reference);
            }
            fields.values().for_each(|field| references(field, visit));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, visit)),
        _ => {}
    }
}

#[test]
fn the_tables_rows_use_words_that_the_schema_knows() {
    let combinations = translator().combinations();
    let schema = translator().schemas().into_iter().find(|one| one.objective.is_none()).unwrap().schema;
    let words = |pointer: &str| -> BTreeSet<String> {
        let list = schema.pointer(pointer).and_then(Value::as_array).unwrap();
        list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let goals = words("/properties/optimization_goal/enum");
    let destinations = words("/properties/destination_type/enum");
    let promoted = schema.pointer("/$defs/promoted_object/properties").unwrap();
    let rows = combinations["combinations"].as_array().unwrap();
    let list = |row: &Value, column: &str| -> Vec<String> {
        row[column].as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    for row in rows {
        assert!(OBJECTIVES.contains(&row["objective"].as_str().unwrap()));
        assert!(list(row, "optimization_goals").iter().all(|goal| goals.contains(goal)), "{row}");
        assert!(list(row, "destination_types").iter().all(|destination| destinations.contains(destination)), "{row}");
        assert!(list(row, "promoted_object").iter().all(|field| promoted[field].is_object()), "{row}");
        assert!(list(row, "needed_for").iter().all(|goal| list(row, "optimization_goals").contains(goal)), "{row}");
    }
    assert!(OBJECTIVES.iter().all(|objective| rows.iter().any(|row| row["objective"] == *objective)));
}

#[test]
fn every_legacy_objective_has_a_successor() {
    for legacy in [
        "APP_INSTALLS",
        "BRAND_AWARENESS",
        "CONVERSIONS",
        "EVENT_RESPONSES",
        "LEAD_GENERATION",
        "LINK_CLICKS",
        "LOCAL_AWARENESS",
        "MESSAGES",
        "OFFER_CLAIMS",
        "PAGE_LIKES",
        "POST_ENGAGEMENT",
        "PRODUCT_CATALOG_SALES",
        "REACH",
        "STORE_VISITS",
        "VIDEO_VIEWS",
    ] {
        assert!(OBJECTIVES.contains(&super::super::schemas::successor(legacy).unwrap()), "{legacy}");
    }
    assert_eq!(super::super::schemas::successor("OUTCOME_SALES"), None);
}

#[test]
fn a_form_sees_the_same_schema_as_the_check() {
    let schemas = translator().schemas();
    let tree = schemas
        .iter()
        .find(|one| one.request_type == "CREATE_CAMPAIGN_TREE" && one.objective.as_deref() == Some("OUTCOME_TRAFFIC"))
        .unwrap();
    assert_eq!(tree.schema["required"], json!(["objective", "ad_sets"]));
    assert_eq!(tree.schema["properties"]["objective"]["const"], "OUTCOME_TRAFFIC");
    assert_eq!(tree.schema["$defs"]["amount"]["x-unit"], "amount in the campaign's currency");
    let change = schemas.iter().find(|one| one.request_type == "UPDATE_BUDGET").unwrap();
    insta::assert_json_snapshot!("published_change", change);
}

//! Published schemas compile, document every property, place every field in a form, and bound every list.

use connectors::{Connector, PayloadSchema};
use domain::schema::Schema;
use serde_json::{Value, json};

use super::world::connectors;

/// The steps of the form that fills a configuration in.
const STEPS: [&str; 4] = ["what", "whom", "budget", "creative"];

/// The fields that the house gives to requests that change something.
const HOUSE: &str = "target_ticket_id";

/// Calls `visit` with the name and schema of every property, and with whether it stands at the top.
fn each_property(one: &PayloadSchema, visit: &mut dyn FnMut(&str, &Value, bool)) {
    fn walk(root: &Value, schema: &Value, top: bool, depth: usize, visit: &mut dyn FnMut(&str, &Value, bool)) {
        if depth > 8 {
            return;
        }
        let schema = &resolved(root, schema);
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let field = resolved(root, field);
            if field["not"] == json!({}) {
                continue;
            }
            visit(name, &field, top);
            walk(root, &field, false, depth + 1, visit);
        }
        if schema["items"].is_object() {
            walk(root, &schema["items"], false, depth + 1, visit);
        }
    }
    walk(&one.schema, &one.schema, true, 0, visit);
}

/// A schema with its reference followed; keywords beside the reference win.
fn resolved(root: &Value, schema: &Value) -> Value {
    let mut schema = schema.clone();
    while let Some(reference) = schema.as_object_mut().and_then(|keywords| keywords.remove("$ref")) {
        let mut target = root.pointer(reference.as_str().unwrap().trim_start_matches('#')).unwrap().clone();
        target.as_object_mut().unwrap().extend(schema.as_object().unwrap().clone());
        schema = target;
    }
    schema
}

fn each(check: impl Fn(&Connector, &PayloadSchema)) {
    for connector in connectors("http://127.0.0.1:9") {
        let schemas = connector.translator.schemas();
        assert!(!schemas.is_empty());
        for one in &schemas {
            check(&connector, one);
        }
    }
}

#[test]
fn every_property_is_documented() {
    each(|connector, one| {
        Schema::compile(&one.schema).map(|_| ()).unwrap();
        each_property(one, &mut |name, field, top| {
            let place = format!("{} {} {name}", connector.platform, one.request_type);
            assert!(field["title"].as_str().is_some_and(|title| !title.is_empty()), "{place} has no title");
            assert!(!top || field["description"].is_string(), "{place} has no description");
        });
    });
}

#[test]
fn every_field_has_a_step() {
    each(|connector, one| {
        each_property(one, &mut |name, field, top| {
            let place = format!("{} {} {name}", connector.platform, one.request_type);
            let step = field["x-step"].as_str();
            assert!(!top || name == HOUSE || step.is_some_and(|step| STEPS.contains(&step)), "{place}: {step:?}");
            assert!(field["x-order"].is_null() || field["x-order"].is_u64(), "{place}");
            assert_eq!(step == Some("creative"), connector.descriptor.parts.contains(&name) && top, "{place}");
        });
    });
}

#[test]
fn every_list_is_bounded() {
    each(|connector, one| {
        each_property(one, &mut |name, field, top| {
            if field["type"] != "array" || !top {
                return;
            }
            let most = field["maxItems"].as_u64().map_or(10_000, |most| usize::try_from(most).unwrap());
            let config = |items: usize| serde_json::Map::from_iter([(name.to_owned(), vec![1; items].into())]);
            let place = format!("{} {} {name}", connector.platform, one.request_type);
            assert!(!connector.limits().check(&config(100_001.max(most + 1))).is_empty(), "{place} has no limit");
            assert!(!connector.descriptor.parts.contains(&name) || most <= 100, "{place} may have {most} items");
        });
    });
}

//! The OpenAPI document: the committed file matches the code, and it is complete.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{collections::BTreeSet, path::Path};

use serde_json::Value;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

fn document() -> Value {
    serde_json::to_value(api::openapi()).unwrap()
}

/// Each operation, as `post /api/v1/markets`, and its entry in the document.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, item)| {
            let operations = item.as_object().unwrap().iter().filter(|(method, _)| METHODS.contains(&method.as_str()));
            operations.map(move |(method, operation)| (format!("{method} {path}"), operation))
        })
        .collect()
}

#[test]
fn the_committed_document_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../openapi.json");
    let committed = std::fs::read_to_string(file).unwrap_or_default();
    let current = api::openapi().to_pretty_json().unwrap() + "\n";
    assert!(committed == current, "openapi.json is not what the code says: run `make openapi` and commit the file");
}

#[test]
fn it_is_openapi_3_1() {
    assert!(document()["openapi"].as_str().unwrap().starts_with("3.1."));
}

#[test]
fn every_operation_tells_what_it_does_and_how_it_fails() {
    let document = document();
    let operations = operations(&document);
    assert!(operations.len() > 30, "{}", operations.len());
    for (name, operation) in operations {
        assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{name} has no summary");
        assert!(operation["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{name} has not exactly one tag");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')), "{name} tells no success");
        let mut problems = responses.iter().filter(|(status, _)| !status.starts_with('2')).peekable();
        assert!(problems.peek().is_some(), "{name} tells no problem");
        for (status, response) in problems {
            let schema = &response["content"]["application/problem+json"]["schema"];
            assert_eq!(schema["$ref"], "#/components/schemas/Problem", "{name} {status}");
        }
    }
}

#[test]
fn every_tag_is_explained() {
    let document = document();
    let known: BTreeSet<&str> =
        document["tags"].as_array().unwrap().iter().filter_map(|tag| tag["name"].as_str()).collect();
    for (name, operation) in operations(&document) {
        let tag = operation["tags"][0].as_str().unwrap();
        assert!(known.contains(tag), "{name} has the tag {tag:?}, which the document does not explain");
    }
}

#[test]
fn operation_ids_are_unique() {
    let document = document();
    let mut seen = BTreeSet::new();
    for (name, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(seen.insert(id), "{name} has the operationId {id:?}, which another operation has too");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(document: &Value, value: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(reference)) = fields.get("$ref") {
                    let pointer = reference.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
                }
                fields.values().for_each(|field| walk(document, field));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(document, item)),
            _ => {}
        }
    }
    let document = document();
    walk(&document, &document);
}

#[test]
fn states_are_closed_sets_of_words() {
    let document = document();
    let schemas = &document["components"]["schemas"];
    for (schema, field, words) in [
        ("Campaign", "status", 4),
        ("Ticket", "status", 6),
        ("Ticket", "request_type", 5),
        ("TicketCount", "status", 6),
        ("Deployment", "status", 6),
        ("Step", "state", 4),
        ("ReadBack", "outcome", 3),
        ("Account", "state", 3),
    ] {
        let property = &schemas[schema]["properties"][field];
        let reference = property["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
        let words_there = reference.and_then(|pointer| document.pointer(pointer)).map(|set| set["enum"].as_array());
        assert_eq!(words_there.flatten().map(Vec::len), Some(words), "{schema}.{field}: {property}");
    }
}

//! Fields that a schema does not have, and the intended ones.

use serde_json::{Map, Value};

use super::words;
use crate::{Violation, nearest::nearest};

/// The violation of one unknown field. `given` are all fields of its object: a field that is present was not meant.
pub(super) fn violation(pointer: String, field: &str, known: &[&str], given: Option<&Map<String, Value>>) -> Violation {
    let missing = known.iter().copied().filter(|name| given.is_none_or(|given| !given.contains_key(*name)));
    let shown = words::cut(field);
    match nearest(field, missing) {
        Some(meant) => Violation::at(pointer, format!("Unknown field \"{shown}\"; did you mean \"{meant}\"?"))
            .suggest(format!("Use \"{meant}\".")),
        None if known.is_empty() || known.len() > MOST_NAMED => {
            Violation::at(pointer, format!("Unknown field \"{shown}\".")).suggest("Remove it.")
        }
        None => Violation::at(pointer, format!("Unknown field \"{shown}\"."))
            .suggest(format!("Remove it; the fields here are {}.", known.join(", "))),
    }
}

/// A longer list of fields is not read.
const MOST_NAMED: usize = 20;

/// The fields that the object's schema names, at the `additionalProperties` or `unevaluatedProperties` of `path`.
pub(super) fn fields_at<'s>(source: &'s Value, path: &str) -> Vec<&'s str> {
    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    let mut fields = Vec::new();
    if let Some(schema) = source.pointer(parent) {
        collect(source, schema, &mut fields, DEEPEST);
    }
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// The depth to which combined and referred schemas are followed; a schema may refer to itself.
const DEEPEST: u8 = 6;

fn collect<'s>(source: &'s Value, schema: &'s Value, fields: &mut Vec<&'s str>, depth: u8) {
    if depth == 0 {
        return;
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        // A field that is always refused is not recommended.
        fields.extend(
            properties.iter().filter(|(_, field)| **field != Value::Bool(false)).map(|(name, _)| name.as_str()),
        );
    }
    let combined =
        ["allOf", "anyOf", "oneOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array()).flatten();
    let conditional = ["if", "then", "else"].into_iter().filter_map(|keyword| schema.get(keyword));
    let referred =
        schema.get("$ref").and_then(Value::as_str).and_then(|reference| source.pointer(reference.strip_prefix('#')?));
    for part in combined.chain(conditional).chain(referred) {
        collect(source, part, fields, depth - 1);
    }
}

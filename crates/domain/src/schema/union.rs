//! `anyOf` and `oneOf`: of all errors in every branch, the useful ones.

use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use super::words;

/// The violations to report.
pub(super) enum Verdict<'e> {
    /// One branch was meant, and these are its violations.
    Violations(&'e [ValidationError<'static>]),
    /// No branch was meant more than another.
    Sentence(String),
}

/// Judges a value that fits no branch. `context` has the errors of each branch.
pub(super) fn judge<'e>(
    error: &ValidationError<'_>,
    schema: &Value,
    context: &'e [Vec<ValidationError<'static>>],
    label: &str,
) -> Verdict<'e> {
    let here = error.instance_path().as_str();
    // A branch for another type was not meant, and neither was one with another constant.
    let right_type: Vec<&Vec<_>> =
        context.iter().filter(|branch| !branch.iter().any(|e| is_type_at(e, here))).collect();
    let right_tag: Vec<&Vec<_>> =
        right_type.iter().filter(|branch| !branch.iter().any(|e| is_tag_below(e, here))).copied().collect();
    let meant = if right_tag.is_empty() { right_type } else { right_tag };
    if let [only] = meant.as_slice() {
        return Verdict::Violations(only);
    }
    let branches = ["anyOf", "oneOf"].into_iter().find_map(|keyword| schema.get(keyword)?.as_array());
    let branches = branches.map_or(&[][..], Vec::as_slice);
    if let Some(fields) = alternatives(branches) {
        return Verdict::Sentence(if here.is_empty() {
            format!("One of {} is needed.", words::choice(&fields))
        } else {
            format!("{label} needs one of {}.", words::choice(&fields))
        });
    }
    let mut names: Vec<String> =
        context.iter().zip(branches).map(|(errors, branch)| describe(branch, errors, here)).collect();
    names.dedup();
    if names.is_empty() || names.iter().any(String::is_empty) {
        return Verdict::Sentence(format!("{label} has none of the forms that are allowed here."));
    }
    Verdict::Sentence(format!("{label} must be {}, not {}.", words::choice(&names), words::value(error.instance())))
}

/// The branches' required fields, if each branch only requires one.
fn alternatives(branches: &[Value]) -> Option<Vec<&str>> {
    branches
        .iter()
        .map(|branch| match branch.get("required")?.as_array()?.as_slice() {
            [field] => field.as_str(),
            _ => None,
        })
        .collect()
}

/// The fields of a `oneOf` of which only one may be given.
pub(super) fn exclusive(schema: &Value) -> Option<Vec<&str>> {
    alternatives(schema.get("oneOf")?.as_array()?)
}

fn is_type_at(error: &ValidationError<'_>, here: &str) -> bool {
    matches!(error.kind(), Kind::Type { .. }) && error.instance_path().as_str() == here
}

fn is_tag_below(error: &ValidationError<'_>, here: &str) -> bool {
    let tag = matches!(error.kind(), Kind::Constant { .. });
    tag && error.instance_path().as_str().strip_prefix(here).is_some_and(|rest| rest.matches('/').count() == 1)
}

/// A branch in a few words: its title, its constants, its type, or the type that it required.
fn describe(branch: &Value, errors: &[ValidationError<'_>], here: &str) -> String {
    if let Some(title) = branch.get("title").and_then(Value::as_str) {
        return words::cut(title);
    }
    if let Some(constant) = branch.get("const") {
        return words::value(constant);
    }
    if let Some(options) = branch.get("enum").and_then(Value::as_array) {
        return words::members(options);
    }
    let named = match branch.get("type") {
        Some(Value::String(name)) => words::type_name(name).to_owned(),
        Some(Value::Array(names)) => {
            let names: Vec<_> = names.iter().filter_map(Value::as_str).map(words::type_name).collect();
            words::choice(&names)
        }
        // The type of a branch with a reference is in its errors.
        _ => errors
            .iter()
            .filter(|error| is_type_at(error, here))
            .find_map(|error| match error.kind() {
                Kind::Type { kind } => Some(types_text(kind)),
                _ => None,
            })
            .unwrap_or_default(),
    };
    match branch.get("description").and_then(Value::as_str) {
        Some(description) if named.is_empty() => words::cut(description),
        _ => named,
    }
}

fn types_text(kind: &jsonschema::error::TypeKind) -> String {
    let names: Vec<_> = words::types(kind).into_iter().map(|kind| words::type_name(kind.as_str())).collect();
    words::choice(&names)
}

//! Values, types and fields in sentences, shortened to a readable length.

use jsonschema::{JsonType, error::TypeKind};
use serde_json::Value;

/// Longer texts are cut: a violation is a sentence, not a dump.
const LONGEST: usize = 60;

/// More members are counted, not listed.
const MOST_LISTED: usize = 12;

/// A pointer as a readable path: `/ad_sets/0/name` is `ad_sets[0].name`.
pub(super) fn label(pointer: &str) -> String {
    let mut path = String::new();
    for token in pointer.split('/').skip(1) {
        if !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit()) && !path.is_empty() {
            path.push('[');
            path.push_str(token);
            path.push(']');
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&token.replace("~1", "/").replace("~0", "~"));
        }
    }
    if path.is_empty() { "The document".to_owned() } else { cut(&path) }
}

/// A text of readable length.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A value: scalars as in JSON, others by their type.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => format!("\"{}\"", cut(text)),
        Value::Array(items) if items.is_empty() => "an empty array".to_owned(),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        scalar => cut(&scalar.to_string()),
    }
}

/// A type with its article.
pub(super) fn type_name(name: &str) -> &'static str {
    match name {
        "string" => "a string",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "an array",
        "object" => "an object",
        "null" => "null",
        _ => "another type",
    }
}

/// Every type that a `type` keyword allows.
pub(super) fn types(kind: &TypeKind) -> Vec<JsonType> {
    match kind {
        TypeKind::Single(single) => vec![*single],
        TypeKind::Multiple(several) => several.iter().collect(),
    }
}

/// The names of types, in the order in which the schema's `type` has them.
pub(super) fn names(types: &[JsonType], schema: &Value) -> Vec<&'static str> {
    match schema.get("type").and_then(Value::as_array) {
        Some(written) => written.iter().filter_map(Value::as_str).map(type_name).collect(),
        None => types.iter().map(|kind| type_name(kind.as_str())).collect(),
    }
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn choice<T: AsRef<str>>(words: &[T]) -> String {
    series(words, "or")
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn all<T: AsRef<str>>(words: &[T]) -> String {
    series(words, "and")
}

/// A description's first sentence, with its full stop.
pub(super) fn sentence(description: &str) -> String {
    let first = description.split_once(". ").map_or(description, |(first, _)| first);
    format!("{}.", first.trim_end_matches('.'))
}

/// The members of an enumeration: all of a short one, some of a long one.
pub(super) fn members(options: &[Value]) -> String {
    let words: Vec<String> = options.iter().take(MOST_LISTED).map(value).collect();
    if options.len() > MOST_LISTED {
        format!("{} and {} more", words.join(", "), options.len() - MOST_LISTED)
    } else {
        series(&words, "or")
    }
}

fn series<T: AsRef<str>>(words: &[T], conjunction: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

//! One sentence for each kind of violation, with the accepted values.

use jsonschema::{JsonType, ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use super::{union, words};
use crate::{Violation, nearest::nearest};

/// The violation for an error that concerns one value. `schema` is the subschema of the failed check.
pub(super) fn violation(error: &ValidationError<'_>, schema: &Value) -> Violation {
    let pointer = error.instance_path().as_str();
    let (problem, suggestion) = tell(error, schema, &words::label(pointer));
    Violation { pointer: pointer.to_owned(), problem, suggestion: suggestion.or_else(|| examples(schema)) }
}

/// Examples of a field that is missing from an object of `schema`.
pub(super) fn example(schema: &Value, field: &str) -> Option<String> {
    examples(schema.get("properties")?.get(field)?)
}

/// A schema's examples, as a suggestion.
pub(super) fn examples(schema: &Value) -> Option<String> {
    let examples = schema.get("examples")?.as_array()?;
    let shown: Vec<String> = examples.iter().filter(|example| !example.is_object()).take(2).map(literal).collect();
    (!shown.is_empty()).then(|| format!("Use a value such as {}.", words::choice(&shown)))
}

fn literal(value: &Value) -> String {
    if value.is_array() { words::cut(&value.to_string()) } else { words::value(value) }
}

fn tell(error: &ValidationError<'_>, schema: &Value, label: &str) -> (String, Option<String>) {
    let value = error.instance();
    let shown = || words::value(value);
    let problem = match error.kind() {
        Kind::Type { kind } => return wrong_type(label, value, schema, &words::types(kind)),
        Kind::Enum { options } => return not_in(label, value, options),
        Kind::Constant { expected_value } => {
            return (
                format!("{label} must be {}, not {}.", words::value(expected_value), shown()),
                Some(format!("Use {}.", literal(expected_value))),
            );
        }
        Kind::FalseSchema => {
            return (format!("{label} cannot be given here."), Some("Remove it.".to_owned()));
        }
        Kind::UniqueItems => match value.as_array().and_then(|items| repeated(items)) {
            Some(item) => {
                return (
                    format!("{label} has {} more than once.", words::value(item)),
                    Some("Keep one of them.".to_owned()),
                );
            }
            None => format!("{label} has an item more than once."),
        },
        Kind::Pattern { pattern } => {
            let problem = format!("{label} has the wrong form: {}.", shown());
            let described = schema.get("description").and_then(Value::as_str).map(words::sentence);
            let suggestion = examples(schema).or(described);
            return (problem, suggestion.or_else(|| Some(format!("It must match {}", words::cut(pattern)))));
        }
        Kind::Format { format } => {
            let (what, like) = format_words(format);
            return (
                format!("{label} must be {what}, not {}.", shown()),
                examples(schema).or_else(|| (!like.is_empty()).then(|| format!("Write it like \"{like}\"."))),
            );
        }
        Kind::Contains => format!("{label} lacks an item that it must have."),
        Kind::OneOfMultipleValid { .. } => match union::exclusive(schema) {
            Some(fields) => {
                return (
                    format!("Only one of {} can be given.", words::choice(&fields)),
                    Some("Remove all of them but one.".to_owned()),
                );
            }
            None => format!("{label} fits several forms of which it must fit exactly one."),
        },
        Kind::Not { schema: refused } => return refused_form(label, value, refused),
        Kind::UnevaluatedItems { .. } => format!("{label} has more items than are allowed."),
        _ => return (out_of_bounds(error, label), None),
    };
    (problem, None)
}

/// Numbers, lengths and counts outside their limits.
fn out_of_bounds(error: &ValidationError<'_>, label: &str) -> String {
    let value = error.instance();
    let shown = || words::value(value);
    let length = || value.as_str().map_or(0, |text| text.chars().count());
    let items = || value.as_array().map_or(0, Vec::len);
    match error.kind() {
        Kind::Minimum { limit } => format!("{label} must be at least {limit}, not {}.", shown()),
        Kind::Maximum { limit } => format!("{label} must be at most {limit}, not {}.", shown()),
        Kind::ExclusiveMinimum { limit } => format!("{label} must be above {limit}, not {}.", shown()),
        Kind::ExclusiveMaximum { limit } => format!("{label} must be below {limit}, not {}.", shown()),
        Kind::MultipleOf { multiple_of } => {
            format!("{label} must be a multiple of {multiple_of}, not {}.", shown())
        }
        Kind::MinLength { .. } if length() == 0 => format!("{label} must not be empty."),
        Kind::MinLength { limit } => {
            format!("{label} must have at least {}, but has {}.", count(*limit, "character"), length())
        }
        Kind::MaxLength { limit } => {
            format!("{label} must have at most {}, but has {}.", count(*limit, "character"), length())
        }
        Kind::MinItems { .. } if items() == 0 => format!("{label} must not be empty."),
        Kind::MinItems { limit } => {
            format!("{label} must have at least {}, but has {}.", count(*limit, "item"), items())
        }
        Kind::MaxItems { limit } => {
            format!("{label} must have at most {}, but has {}.", count(*limit, "item"), items())
        }
        Kind::AdditionalItems { limit } => {
            format!("{label} must have at most {}, but has {}.", count(*limit as u64, "item"), items())
        }
        Kind::MinProperties { limit } => format!("{label} must have at least {}.", count(*limit, "field")),
        Kind::MaxProperties { limit } => format!("{label} must have at most {}.", count(*limit, "field")),
        // The remaining errors concern encodings and the schema itself; the library's words are the best available.
        _ => format!("{label}: {}.", words::cut(&error.masked().to_string())),
    }
}

fn wrong_type(label: &str, value: &Value, schema: &Value, types: &[JsonType]) -> (String, Option<String>) {
    let names = words::names(types, schema);
    let problem = format!("{label} must be {}, not {}.", words::choice(&names), words::value(value));
    let allows = |kind| types.contains(&kind);
    let suggestion = match value {
        Value::String(text)
            if text.parse::<i64>().is_ok() && (allows(JsonType::Integer) || allows(JsonType::Number)) =>
        {
            Some(format!("Write {text} without quotes."))
        }
        Value::String(text) if allows(JsonType::Number) && is_decimal(text) => {
            Some(format!("Write {} without quotes.", words::cut(text)))
        }
        Value::String(text) if allows(JsonType::Boolean) && matches!(text.as_str(), "true" | "false") => {
            Some(format!("Write {text} without quotes."))
        }
        Value::Number(number) if allows(JsonType::String) && schema.get("format").is_none() => {
            Some(format!("Write \"{number}\" in quotes."))
        }
        Value::String(_) | Value::Number(_) if allows(JsonType::Array) => {
            Some(format!("Write [{}].", words::value(value)))
        }
        _ => None,
    };
    (problem, suggestion)
}

fn is_decimal(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && crate::money::micros_of_decimal(text).is_ok()
}

fn not_in(label: &str, value: &Value, options: &Value) -> (String, Option<String>) {
    let options = options.as_array().map_or(&[][..], Vec::as_slice);
    let problem = format!("{label} must be {}, not {}.", words::members(options), words::value(value));
    let meant = value.as_str().and_then(|word| nearest(word, options.iter().filter_map(Value::as_str)));
    (problem, meant.map(|meant| format!("Use \"{meant}\".")))
}

fn refused_form(label: &str, value: &Value, refused: &Value) -> (String, Option<String>) {
    let fields: Option<Vec<&str>> = refused
        .get("required")
        .and_then(Value::as_array)
        .map(|fields| fields.iter().filter_map(Value::as_str).collect());
    match fields.as_deref() {
        Some([one]) => (format!("{one} cannot be given here."), Some("Remove it.".to_owned())),
        Some(several) => {
            (format!("{} cannot be given together.", words::all(several)), Some("Remove one of them.".to_owned()))
        }
        None => (format!("{label} must not be {}.", words::value(value)), None),
    }
}

fn repeated(items: &[Value]) -> Option<&Value> {
    let mut seen = std::collections::HashSet::new();
    items.iter().find(|item| !seen.insert(item.to_string()))
}

fn count(number: u64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// A format in words, and an example of it.
fn format_words(format: &str) -> (String, &'static str) {
    let (what, like) = match format {
        "date-time" => ("a date and time with its offset from UTC (RFC 3339)", "2026-03-01T09:00:00Z"),
        "date" => ("a date", "2026-03-01"),
        "time" => ("a time with its offset from UTC", "09:00:00Z"),
        "email" => ("an e-mail address", "name@example.com"),
        "uri" => ("an absolute URL", "https://example.com/page"),
        "uuid" => ("a UUID", "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"),
        "ipv4" => ("an IPv4 address", "192.0.2.1"),
        "hostname" => ("a host name", "example.com"),
        other => return (format!("a valid {other}"), ""),
    };
    (what.to_owned(), like)
}

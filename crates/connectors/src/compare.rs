//! What was meant, beside what the platform has. Platforms add defaults and write the same value in other ways, so only what
//! was sent is compared, and by its meaning: `"5000"` is 5000, lists may be in another order, and a time is a moment.

use domain::deployment::{Difference, Outcome, ReadBack};
use serde_json::{Map, Value};

/// The fields of `meant` that `found` has not, or has otherwise. `fields` are those that the platform shows; others cannot
/// be compared.
pub(crate) fn differences(meant: &Map<String, Value>, found: &Value, fields: &[&str]) -> Vec<Difference> {
    let mut differences = Vec::new();
    for (name, value) in meant.iter().filter(|(name, _)| fields.contains(&name.as_str())) {
        compare(name, value, found.get(name).unwrap_or(&Value::Null), &mut differences);
    }
    differences
}

/// A read that failed: only a refusal is final.
pub(crate) fn unread(outcome: &Outcome, why: String) -> ReadBack {
    match outcome {
        Outcome::Refused { .. } | Outcome::Unauthorized(_) => ReadBack::Unread(why),
        _ => ReadBack::Later(why),
    }
}

fn compare(path: &str, meant: &Value, found: &Value, differences: &mut Vec<Difference>) {
    match (meant, found) {
        // Platforms leave out what is empty.
        (meant, Value::Null) if is_empty(meant) => {}
        (Value::Object(fields), Value::Object(_)) => {
            for (name, field) in fields {
                compare(&format!("{path}/{name}"), field, found.get(name).unwrap_or(&Value::Null), differences);
            }
        }
        (meant, found) if same(meant, found) => {}
        (meant, found) => {
            differences.push(Difference { field: path.to_owned(), meant: meant.clone(), found: found.clone() });
        }
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// Whether `found` says at least what `meant` says.
fn same(meant: &Value, found: &Value) -> bool {
    match (meant, found) {
        (meant, Value::Null) => is_empty(meant),
        (Value::Array(meant), Value::Array(found)) => {
            meant.len() == found.len() && meant.iter().all(|one| found.iter().any(|other| same(one, other)))
        }
        (Value::Object(meant), Value::Object(found)) => {
            meant.iter().all(|(name, field)| same(field, found.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Array(_) | Value::Object(_), _) | (_, Value::Array(_) | Value::Object(_)) => false,
        (meant, found) => {
            let (meant, found) = (text(meant), text(found));
            meant == found
                || number(&meant).is_some_and(|meant| number(&found) == Some(meant))
                || moment(&meant, &found)
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A decimal without the zeros that say nothing: `5000`, `5000.00` and `05000` are one amount. Never a float.
fn number(text: &str) -> Option<(bool, String, String)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = !whole.is_empty() && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit());
    let whole = whole.trim_start_matches('0');
    let part = part.trim_end_matches('0');
    is_number.then(|| (negative && !(whole.is_empty() && part.is_empty()), whole.to_owned(), part.to_owned()))
}

/// Meta writes `2027-03-01T00:00:00+0000` where `2027-03-01T00:00:00Z` was sent.
fn moment(meant: &str, found: &str) -> bool {
    let parse = |text: &str| {
        text.parse::<domain::Timestamp>()
            .ok()
            .or_else(|| jiff::fmt::strtime::parse("%Y-%m-%dT%H:%M:%S%z", text).ok()?.to_timestamp().ok())
    };
    parse(meant).is_some_and(|meant| parse(found) == Some(meant))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields_that_differ(meant: Value, found: &Value) -> Vec<String> {
        let Value::Object(meant) = meant else { panic!("an object") };
        let names: Vec<&str> = meant.keys().map(String::as_str).collect();
        differences(&meant, found, &names).into_iter().map(|difference| difference.field).collect()
    }

    #[test]
    fn the_same_value_may_be_written_in_other_ways() {
        let meant = json!({"daily_budget": 5000, "bid": "2.50", "start_time": "2027-03-01T00:00:00Z", "on": false,
            "categories": [], "countries": ["US", "CA"], "id": "007"});
        let found = json!({"daily_budget": "5000", "bid": 2.5, "start_time": "2027-03-01T01:00:00+0100",
            "countries": ["CA", "US"], "id": "007", "more": "is fine"});
        assert_eq!(fields_that_differ(meant, &found), Vec::<String>::new());
    }

    #[test]
    fn each_field_that_differs_is_named_by_its_path() {
        let meant =
            json!({"status": "PAUSED", "targeting": {"geo_locations": {"countries": ["US"]}, "age_min": 21}, "cap": 1});
        let found =
            json!({"status": "ACTIVE", "targeting": {"geo_locations": {"countries": ["US", "MX"]}, "age_min": 21}});
        assert_eq!(fields_that_differ(meant, &found), ["cap", "status", "targeting/geo_locations/countries"]);
    }

    #[test]
    fn amounts_are_compared_to_the_last_digit() {
        for (meant, found) in [("1000000000000000.01", "1000000000000000.02"), ("1", "-1"), ("10", "1")] {
            assert_eq!(fields_that_differ(json!({"a": meant}), &json!({"a": found})), ["a"], "{meant} {found}");
        }
        assert!(fields_that_differ(json!({"a": "-0.0"}), &json!({"a": 0})).is_empty());
    }

    #[test]
    fn what_a_platform_does_not_show_is_not_compared() {
        let Value::Object(meant) = json!({"name": "X", "request_id": "7"}) else { panic!() };
        assert!(differences(&meant, &json!({"name": "X"}), &["name"]).is_empty());
    }
}

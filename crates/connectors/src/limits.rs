//! How much a configuration may hold: what bounds the work of everything that looks at it. A configuration beyond it is
//! refused where it comes in, and is not translated where it was stored before.

use std::collections::BTreeMap;

use domain::{
    Violation,
    count::grouped,
    violation::{ViolationList, pointer_token},
};
use serde_json::{Map, Value};

use crate::{PayloadSchema, schema::PAYLOAD};

/// Items of a list for which the platform's schema names no limit.
const MOST_ITEMS: usize = 10_000;

/// Values and bytes of text in the requests of a whole ticket: what stands at the top counts once for each ad set that it
/// is sent with.
const MOST_VALUES: usize = 100_000;
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// A platform's limits.
#[derive(Debug, Clone, Default)]
pub struct Limits {
    /// The most items of each list, by its field's name: the largest of all places and objectives.
    items: BTreeMap<String, usize>,
    /// The lists whose items share what stands at the top.
    parts: &'static [&'static str],
}

impl Limits {
    /// The limits that a platform's schemas name. `parts` are the lists whose items share what stands at the top.
    pub fn of(schemas: &[PayloadSchema], parts: &'static [&'static str]) -> Self {
        let mut limits = Self { parts, ..Self::default() };
        for schema in schemas {
            limits.read(&schema.schema);
        }
        limits
    }

    fn read(&mut self, schema: &Value) {
        match schema {
            Value::Object(keywords) => {
                for (name, field) in keywords.get("properties").and_then(Value::as_object).into_iter().flatten() {
                    let most =
                        field.get("maxItems").and_then(Value::as_u64).and_then(|most| usize::try_from(most).ok());
                    let aliases = field.get("x-aliases").and_then(Value::as_array).into_iter().flatten();
                    if let Some(most) = most {
                        for name in aliases.filter_map(Value::as_str).chain([name.as_str()]) {
                            let known = self.items.entry(name.to_owned()).or_default();
                            *known = most.max(*known);
                        }
                    }
                }
                keywords.values().for_each(|keyword| self.read(keyword));
            }
            Value::Array(items) => items.iter().for_each(|item| self.read(item)),
            _ => {}
        }
    }

    /// Everything of which `config` has too much; pointers from the ticket's root.
    pub fn check(&self, config: &Map<String, Value>) -> Vec<Violation> {
        let mut violations = ViolationList::default();
        let mut pointer = PAYLOAD.to_owned();
        let (mut shared, mut own, mut sharing) = (Size::default(), Size::default(), 1);
        for (name, value) in config {
            let size = self.measure(name, value, &mut pointer, &mut violations);
            if self.parts.contains(&name.as_str()) {
                own = own.plus(size);
                sharing = sharing.max(value.as_array().map_or(0, Vec::len));
            } else {
                shared = shared.plus(size);
            }
        }
        let whole = own.plus(shared.times(sharing));
        if violations.is_empty() && (whole.values > MOST_VALUES || whole.bytes > MOST_BYTES) {
            violations.push(
                Violation::at(
                    PAYLOAD,
                    format!(
                        "The requests of this configuration would hold {} values and {} bytes of text; the most are {} and {}.",
                        grouped(whole.values),
                        grouped(whole.bytes),
                        grouped(MOST_VALUES),
                        grouped(MOST_BYTES)
                    ),
                )
                .suggest("Split it over several tickets, or target fewer things."),
            );
        }
        violations.into_vec()
    }

    /// Notes lists with too many items, and how much there is in all. Items beyond a limit are not looked at.
    fn measure(&self, name: &str, value: &Value, pointer: &mut String, violations: &mut ViolationList) -> Size {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&pointer_token(name));
        let mut size = Size { values: 1, bytes: name.len() };
        match value {
            Value::String(text) => size.bytes += text.len(),
            Value::Array(items) => {
                let most = self.items.get(name).copied().unwrap_or(MOST_ITEMS);
                if items.len() > most {
                    let problem = format!("{name} has {} items; the most are {}.", grouped(items.len()), grouped(most));
                    violations.push(Violation::at(pointer.clone(), problem).suggest("Split it over several tickets."));
                }
                for (index, item) in items.iter().take(most).enumerate() {
                    size = size.plus(self.measure(&index.to_string(), item, pointer, violations));
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    size = size.plus(self.measure(name, field, pointer, violations));
                }
            }
            _ => {}
        }
        pointer.truncate(length);
        size
    }
}

#[derive(Debug, Clone, Copy, Default)]
struct Size {
    values: usize,
    bytes: usize,
}

impl Size {
    fn plus(self, other: Self) -> Self {
        Self { values: self.values.saturating_add(other.values), bytes: self.bytes.saturating_add(other.bytes) }
    }

    fn times(self, count: usize) -> Self {
        Self { values: self.values.saturating_mul(count), bytes: self.bytes.saturating_mul(count) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn limits() -> Limits {
        let schema = json!({
            "properties": {"ad_sets": {"maxItems": 50, "x-aliases": ["ad_groups"], "items": {"$ref": "#/$defs/ad_set"}}},
            "$defs": {"ad_set": {"properties": {"ads": {"maxItems": 2}, "genders": {"maxItems": 2}}},
                "other": {"properties": {"ads": {"maxItems": 3}}}},
        });
        Limits::of(
            &[PayloadSchema { request_type: "CREATE_CAMPAIGN", objective: None, schema }],
            &["ad_sets", "ad_groups"],
        )
    }

    fn pointers(config: &Value) -> Vec<String> {
        limits().check(config.as_object().unwrap()).into_iter().map(|violation| violation.pointer).collect()
    }

    #[test]
    fn lists_have_the_schemas_limits() {
        let ads = |count| json!({"ads": vec![json!({}); count]});
        assert_eq!(pointers(&json!({"ad_sets": vec![ads(3); 50]})), Vec::<String>::new());
        assert_eq!(pointers(&json!({"ad_sets": vec![ads(1); 51]})), ["/payload_config/ad_sets"]);
        assert_eq!(pointers(&json!({"ad_groups": [ads(3), ads(4)]})), ["/payload_config/ad_groups/1/ads"]);
        let found = limits().check(json!({"ad_sets": vec![1; 30_000]}).as_object().unwrap());
        assert_eq!(found[0].problem, "ad_sets has 30,000 items; the most are 50.");
    }

    #[test]
    fn lists_without_a_limit_of_their_own_have_one_too() {
        assert_eq!(pointers(&json!({"zips": vec![1; 10_000]})), Vec::<String>::new());
        assert_eq!(pointers(&json!({"geo": {"zips": vec![1; 10_001]}})), ["/payload_config/geo/zips"]);
    }

    #[test]
    fn what_every_ad_set_shares_counts_for_each() {
        let config = |count| json!({"interests": vec![json!({"id": 1}); 2_000], "ad_sets": vec![json!({}); count]});
        assert_eq!(pointers(&config(20)), Vec::<String>::new());
        assert_eq!(pointers(&config(40)), ["/payload_config"]);
        let long = json!({"message": "x".repeat(1_000_000), "ad_sets": vec![json!({}); 40]});
        assert_eq!(pointers(&long), ["/payload_config"]);
    }

    #[test]
    fn many_violations_are_counted() {
        let list = vec![json!({"genders": [1, 2, 3]}); 5_000];
        let found = limits().check(json!({"flexible_spec": list}).as_object().unwrap());
        assert_eq!(found.len(), 101);
        assert_eq!(found[100].problem, "And 4,900 more errors, which are not listed.");
    }
}

//! `filtering` and `effective_status` of the list edges (docs/platforms.md 1.8).

use serde_json::Value;

use super::enums::EFFECTIVE_STATUSES;
use super::error::{Refusal, Result};
use super::fields;
use super::params::Params;
use super::time;
use crate::Object;
use crate::store::Store;

const OPERATORS: &[&str] =
    &["EQUAL", "NOT_EQUAL", "CONTAIN", "NOT_CONTAIN", "IN", "NOT_IN", "GREATER_THAN", "LESS_THAN"];

#[derive(Debug)]
pub(super) struct Filter {
    clauses: Vec<Clause>,
    statuses: Option<Vec<String>>,
}

#[derive(Debug)]
struct Clause {
    field: String,
    operator: String,
    values: Vec<String>,
}

impl Filter {
    pub(super) fn read(params: &Params, supported: bool) -> Result<Self> {
        let mut clauses = Vec::new();
        for clause in params.list("filtering")?.unwrap_or_default() {
            if !supported {
                return Err(Refusal::parameter("filtering is not supported on this edge").blame("filtering"));
            }
            clauses.push(Clause::read(&clause)?);
        }
        let statuses = params.list("effective_status")?.map(|list| words(&Value::Array(list)));
        let unknown = |word: &String| !EFFECTIVE_STATUSES.contains(&word.as_str());
        if statuses.iter().flatten().any(unknown) {
            return Err(Refusal::not_one_of("effective_status", EFFECTIVE_STATUSES));
        }
        Ok(Self { clauses, statuses })
    }

    /// The name that every hit has, if the filter asks for one. The index then replaces the scan.
    pub(super) fn exact_name(&self) -> Option<&str> {
        let clause = self.clauses.iter().find(|clause| clause.field == "name" && clause.operator == "EQUAL")?;
        clause.values.first().map(String::as_str)
    }

    pub(super) fn matches(&self, store: &Store, object: &Object) -> bool {
        let by_status = |clause: &Clause| clause.field == "effective_status";
        let seen = match &self.statuses {
            Some(statuses) => statuses.contains(&fields::effective_status(store, object)),
            // Archived and deleted objects are listed only on request.
            None => self.clauses.iter().any(by_status) || !matches!(object.status.as_str(), "ARCHIVED" | "DELETED"),
        };
        seen && self.clauses.iter().all(|clause| clause.matches(store, object))
    }
}

impl Clause {
    fn read(value: &Value) -> Result<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let (Some(field), Some(operator), Some(value)) = (text("field"), text("operator"), value.get("value")) else {
            return Err(Refusal::typed("filtering", "a list of {field, operator, value}"));
        };
        if !OPERATORS.contains(&operator) {
            return Err(Refusal::not_one_of("filtering[operator]", OPERATORS));
        }
        // `campaign.id` and `campaign_id` are the same thing, as is `campaign.name` without its prefix.
        let field = match field {
            "campaign.id" => "campaign_id",
            "adset.id" => "adset_id",
            other => other.rsplit('.').next().unwrap_or(other),
        };
        Ok(Self { field: field.to_owned(), operator: operator.to_owned(), values: words(value) })
    }

    fn matches(&self, store: &Store, object: &Object) -> bool {
        let Some(found) = fields::field(store, object, &self.field) else {
            return self.operator.starts_with("NOT_");
        };
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        let any = |test: &dyn Fn(&str) -> bool| self.values.iter().any(|value| test(value));
        match self.operator.as_str() {
            "EQUAL" | "IN" => any(&|value| value == found),
            "NOT_EQUAL" | "NOT_IN" => !any(&|value| value == found),
            "CONTAIN" => any(&|value| contains(&found, value)),
            "NOT_CONTAIN" => !any(&|value| contains(&found, value)),
            "GREATER_THAN" => any(&|value| rank(&found) > rank(value)),
            _ => any(&|value| rank(&found) < rank(value)),
        }
    }
}

fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

/// Times and numbers compare by size.
fn rank(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| time::parse(text).map(jiff::Timestamp::as_second))
}

fn words(value: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        Value::Array(list) => list.iter().map(word).collect(),
        other => vec![word(other)],
    }
}

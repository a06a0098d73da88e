//! Conditions: rules as data. Each has a sentence of its own, which a failed `if`/`then` of a whole schema lacks.

use domain::{Violation, schema::Schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Report;

/// The weight of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Weight {
    /// It blocks.
    #[default]
    Error,
    /// It does not.
    Warning,
}

/// A condition of a level: in this case, that must hold.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Condition {
    /// The field at fault.
    pub(crate) field: String,
    /// JSON Schema of the case.
    #[serde(rename = "if")]
    pub(crate) case: Value,
    /// JSON Schema of what must hold then.
    #[serde(rename = "then")]
    pub(crate) must: Value,
    /// The problem, as a sentence.
    pub(crate) problem: String,
    /// The advice, as a sentence.
    pub(crate) suggestion: String,
    /// The page of the platform's documentation that it was taken from.
    pub(crate) source: String,
    /// The objectives that it holds for; all when empty.
    #[serde(default)]
    objectives: Vec<String>,
    /// The way of creating that it holds for, where the platform has several; all when none.
    #[serde(default)]
    flow: Option<String>,
    /// It asks for completeness, and so holds only when ad groups are created.
    #[serde(default)]
    pub(crate) complete: bool,
    /// The weight of a finding.
    #[serde(default)]
    pub(crate) severity: Weight,
}

impl Condition {
    /// Returns true if it holds for an objective and a way of creating.
    pub(crate) fn is_for(&self, objective: &str, flow: &str) -> bool {
        let all = self.objectives.is_empty();
        (all || self.objectives.iter().any(|one| one == objective))
            && self.flow.as_deref().is_none_or(|only| only == flow)
    }

    /// The condition as JSON Schema writes it, for publication.
    pub(crate) fn schema(&self) -> Value {
        // Texts and values always serialize.
        serde_json::to_value(ConditionSchema {
            title: &self.problem,
            case: &self.case,
            then: &self.must,
            field: &self.field,
            suggestion: &self.suggestion,
            source: &self.source,
        })
        .unwrap_or_default()
    }
}

#[derive(Debug, Serialize)]
struct ConditionSchema<'a> {
    title: &'a str,
    #[serde(rename = "if")]
    case: &'a Value,
    then: &'a Value,
    #[serde(rename = "x-field")]
    field: &'a str,
    #[serde(rename = "x-suggestion")]
    suggestion: &'a str,
    #[serde(rename = "x-source")]
    source: &'a str,
}

/// A compiled condition.
pub(crate) struct Compiled {
    condition: &'static Condition,
    schema: Schema,
}

impl Compiled {
    /// Compiles a condition.
    pub(super) fn of(condition: &'static Condition) -> Result<Self, String> {
        let schema = Schema::compile(&condition.schema()).map_err(|error| format!("{}: {error}", condition.field))?;
        Ok(Self { condition, schema })
    }
}

/// Checks conditions against an object, and notes each that is broken where its field stands. Conditions that ask for
/// completeness are left out unless the object must be complete.
pub(crate) fn check_conditions(
    conditions: &[Compiled],
    object: &Value,
    complete: bool,
    pointer: &dyn Fn(&str) -> String,
    report: &mut Report,
) {
    for Compiled { condition, schema } in conditions.iter().filter(|one| complete || !one.condition.complete) {
        if !schema.check(object).is_empty() {
            let violation = Violation::at(pointer(&condition.field), condition.problem.as_str());
            report.note(condition.severity, violation.suggest(condition.suggestion.as_str()));
        }
    }
}

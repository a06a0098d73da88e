//! Checking conditions one by one: each has a sentence of its own, which a failed `if`/`then` of a whole schema has not.

use domain::schema::Schema;
use serde::Deserialize;
use serde_json::Value;

use super::data::Condition;

/// Whether a broken condition blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::tiktok) enum Weight {
    /// It blocks.
    #[default]
    Error,
    /// It does not.
    Warning,
}

/// A compiled condition.
pub(in crate::tiktok) struct Rule {
    condition: &'static Condition,
    schema: Schema,
}

/// A condition that does not hold.
#[derive(Debug, Clone, Copy)]
pub(in crate::tiktok) struct Broken {
    /// The field at fault.
    pub(in crate::tiktok) field: &'static str,
    /// What is wrong.
    pub(in crate::tiktok) problem: &'static str,
    /// What would be right.
    pub(in crate::tiktok) suggestion: &'static str,
    /// Whether it blocks.
    pub(in crate::tiktok) weight: Weight,
}

impl Rule {
    /// Compiles a condition.
    pub(super) fn compile(condition: &'static Condition) -> Result<Self, String> {
        let document = super::compose::condition(condition);
        let schema = Schema::compile(&document).map_err(|error| format!("{}: {error}", condition.field))?;
        Ok(Self { condition, schema })
    }

    /// Whether it asks for completeness.
    pub(in crate::tiktok) fn is_about_completeness(&self) -> bool {
        self.condition.complete
    }

    /// What is wrong with `value` by this condition.
    pub(in crate::tiktok) fn check(&self, value: &Value) -> Option<Broken> {
        let broken = !self.schema.check(value).is_empty();
        broken.then_some(Broken {
            field: &self.condition.field,
            problem: &self.condition.problem,
            suggestion: &self.condition.suggestion,
            weight: self.condition.severity,
        })
    }
}

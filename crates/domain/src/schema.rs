//! Checks JSON against a JSON Schema (2020-12): all violations at once, in sentences.
//!
//! The keyword `x-message` in a subschema replaces the sentence of any failing check of that subschema. Missing and
//! unknown fields keep their own sentences: these name a field, which one message for all could not.

mod sentence;
mod union;
mod unknown;
mod words;

use std::collections::HashSet;

use jsonschema::{ValidationError, error::ValidationErrorKind as Kind};
use serde_json::Value;

use crate::{Violation, violation::pointer_token};

/// A compiled schema.
pub struct Schema {
    validator: jsonschema::Validator,
    source: Value,
}

/// The schema itself is wrong.
#[derive(Debug, thiserror::Error)]
#[error("not a valid JSON Schema: {0}")]
pub struct SchemaError(String);

/// More violations than a person reads, and few enough for a small answer.
const MOST_FAULTS: usize = 100;

impl Schema {
    /// Compiles a schema; it may refer only to itself. `format` is checked, not only noted.
    pub fn compile(schema: &Value) -> Result<Self, SchemaError> {
        jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(schema)
            .map(|validator| Self { validator, source: schema.clone() })
            .map_err(|error| SchemaError(error.to_string()))
    }

    /// All violations in `value`, each at the pointer of its field, including missing and unknown fields. A document
    /// with more violations gets the first 100, and one that says so.
    pub fn check(&self, value: &Value) -> Vec<Violation> {
        if self.validator.is_valid(value) {
            return Vec::new();
        }
        let mut report = Report { source: &self.source, document: value, violations: Vec::new(), seen: HashSet::new() };
        for error in self.validator.iter_errors(value) {
            report.add(&error);
            if report.violations.len() > MOST_FAULTS {
                report.violations.truncate(MOST_FAULTS);
                report
                    .violations
                    .push(Violation::at("", format!("More than {MOST_FAULTS} violations; the others are not listed.")));
                break;
            }
        }
        report.violations
    }
}

/// The violations found so far.
struct Report<'s> {
    source: &'s Value,
    document: &'s Value,
    violations: Vec<Violation>,
    /// Pointer and problem of each: two keywords often report the same about one field.
    seen: HashSet<(String, String)>,
}

impl Report<'_> {
    fn add(&mut self, error: &ValidationError<'_>) {
        let pointer = error.instance_path().as_str();
        let schema = self.enclosing(error);
        match error.kind() {
            Kind::Required { property } => {
                let field = property.as_str().unwrap_or_default();
                let pointer = below(pointer, field);
                let label = words::label(&pointer);
                self.push(Violation {
                    suggestion: sentence::example(schema, field),
                    ..Violation::at(pointer, format!("{label} is missing."))
                });
            }
            Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
                self.unknown(error, unexpected.iter().map(String::as_str));
            }
            // A schema that names no field refuses the object as a whole.
            Kind::FalseSchema if error.schema_path().as_str().ends_with("/additionalProperties") => {
                let object = self.document.pointer(pointer).and_then(Value::as_object);
                self.unknown(error, object.into_iter().flatten().map(|(field, _)| field.as_str()));
            }
            kind => {
                if let Some(message) = schema.get("x-message").and_then(Value::as_str) {
                    self.push(Violation { suggestion: sentence::examples(schema), ..Violation::at(pointer, message) });
                    return;
                }
                match kind {
                    Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
                        match union::judge(error, schema, context, &words::label(pointer)) {
                            union::Verdict::Violations(errors) => errors.iter().for_each(|error| self.add(error)),
                            union::Verdict::Sentence(problem) => self.push(Violation::at(pointer, problem)),
                        }
                    }
                    Kind::PropertyNames { error: name } => {
                        let field = name.instance().as_str().unwrap_or_default();
                        let problem = format!("{} is not a valid field name here.", words::value(name.instance()));
                        self.push(Violation::at(below(pointer, field), problem));
                    }
                    _ => self.push(sentence::violation(error, schema)),
                }
            }
        }
    }

    fn unknown<'f>(&mut self, error: &ValidationError<'_>, fields: impl Iterator<Item = &'f str>) {
        let pointer = error.instance_path().as_str();
        let known = unknown::fields_at(self.source, error.schema_path().as_str());
        let given = self.document.pointer(pointer).and_then(Value::as_object);
        for field in fields.take(MOST_FAULTS + 1) {
            self.push(unknown::violation(below(pointer, field), field, &known, given));
        }
    }

    fn push(&mut self, violation: Violation) {
        if self.seen.insert((violation.pointer.clone(), violation.problem.clone())) {
            self.violations.push(violation);
        }
    }

    /// The subschema whose keyword failed; null if it is not known.
    fn enclosing(&self, error: &ValidationError<'_>) -> &Value {
        let path = error.schema_path().as_str();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.source.pointer(parent).unwrap_or(&Value::Null)
    }
}

fn below(pointer: &str, field: &str) -> String {
    format!("{pointer}/{}", pointer_token(field))
}

#[cfg(test)]
mod tests;

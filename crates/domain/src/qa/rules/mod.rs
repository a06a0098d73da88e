//! One rule per file, in the order of the findings.

mod brand_safety;
mod budget;
mod connector;
mod flight;
mod market;
mod payload;
mod taxonomy;

#[cfg(test)]
mod fixture;

use super::{Candidate, Finding, Policy, Severity};

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its stable code; findings begin with it.
    pub code: &'static str,
    /// Its purpose, for an operator.
    pub purpose: &'static str,
    /// Returns all of its findings.
    pub check: fn(&Candidate<'_>, &Policy) -> Vec<Finding>,
}

/// Every rule.
pub const RULES: [Rule; 7] =
    [taxonomy::RULE, brand_safety::RULE, budget::RULE, payload::RULE, market::RULE, flight::RULE, connector::RULE];

fn error(code: &str, pointer: impl Into<String>, message: impl Into<String>) -> Finding {
    Finding {
        code: code.to_owned(),
        severity: Severity::Error,
        pointer: pointer.into(),
        message: message.into(),
        suggestion: None,
    }
}

fn warning(code: &str, pointer: impl Into<String>, message: impl Into<String>) -> Finding {
    Finding { severity: Severity::Warning, ..error(code, pointer, message) }
}

impl Finding {
    fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }
}

//! The violations of an input: place, problem, and accepted values. Inputs are checked completely: all violations, not
//! only the first.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::count::grouped;

/// One violation of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// JSON pointer (RFC 6901) to the field; empty for the whole document.
    pub pointer: String,
    /// The problem, as a sentence for a person.
    pub problem: String,
    /// The accepted values or a fix, if known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub suggestion: Option<String>,
}

impl Violation {
    /// A violation at `pointer`.
    pub fn at(pointer: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), problem: problem.into(), suggestion: None }
    }

    /// Adds the accepted values or a fix.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same violation seen from the document that contains this one at `prefix`.
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

/// All violations of one input; never empty in an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Violations(pub Vec<Violation>);

impl Violations {
    /// `value` if there are no violations, otherwise all of them.
    pub fn none_or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value()) } else { Err(self) }
    }

    /// Returns the value of `result`, or records its violation.
    pub fn take<T>(&mut self, result: Result<T, Violation>) -> Option<T> {
        result.map_err(|violation| self.0.push(violation)).ok()
    }

    /// Records one more.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self(vec![violation])
    }
}

impl std::fmt::Display for Violations {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&violation.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// More violations than a person reads.
const MOST: usize = 100;

impl Violations {
    /// The first hundred, and one that counts the others, for showing, sending and storing.
    #[must_use]
    pub fn capped(mut self) -> Self {
        let more = crate::count::cut(&mut self.0, MOST);
        self.0.extend((more > 0).then(|| not_listed(more)));
        self
    }
}

fn not_listed(more: usize) -> Violation {
    Violation::at("", format!("And {} more errors, which are not listed.", grouped(more)))
}

/// Collects violations, each once; beyond the first hundred it only counts.
#[derive(Debug, Clone, Default)]
pub struct ViolationList {
    first: Vec<Violation>,
    more: usize,
    /// Pointer and problem of each.
    seen: HashSet<(String, String)>,
}

impl ViolationList {
    /// Records a violation, unless it is known.
    pub fn push(&mut self, violation: Violation) {
        // Violations beyond the limit are only counted, not compared: that would need as much memory as a list.
        if self.first.len() >= MOST {
            self.more += 1;
        } else if self.seen.insert((violation.pointer.clone(), violation.problem.clone())) {
            self.first.push(violation);
        }
    }

    /// Returns true if there is none.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The first hundred, and one that counts the others.
    pub fn into_vec(mut self) -> Vec<Violation> {
        self.first.extend((self.more > 0).then(|| not_listed(self.more)));
        self.first
    }
}

/// Escapes one reference token of a JSON pointer.
pub fn pointer_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

//! What is wrong with an input: where, what, and what would be right. Inputs are judged whole: all faults, not the first.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::count::grouped;

/// One fault of an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// JSON pointer (RFC 6901) to the field; empty for the whole document.
    pub pointer: String,
    /// What is wrong, as a sentence for a person.
    pub problem: String,
    /// What would be right, where that can be said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub suggestion: Option<String>,
}

impl Fault {
    /// A fault at `pointer`.
    pub fn at(pointer: impl Into<String>, problem: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), problem: problem.into(), suggestion: None }
    }

    /// Adds what would be right.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same fault seen from the document that contains this one at `prefix`.
    #[must_use]
    pub fn below(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

/// All faults of one input; never empty where it is an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Faults(pub Vec<Fault>);

impl Faults {
    /// `value` if there are no faults, all of them otherwise.
    pub fn none_or<T>(self, value: impl FnOnce() -> T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value()) } else { Err(self) }
    }

    /// Keeps `result`'s value, or notes its fault.
    pub fn take<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.0.push(fault)).ok()
    }

    /// Notes one more.
    pub fn push(&mut self, fault: Fault) {
        self.0.push(fault);
    }
}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&fault.problem)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// More faults than a person reads.
const MOST: usize = 100;

impl Faults {
    /// The first hundred, and one that counts the others: what is shown, sent and stored.
    #[must_use]
    pub fn capped(mut self) -> Self {
        let more = crate::count::cut(&mut self.0, MOST);
        self.0.extend((more > 0).then(|| not_listed(more)));
        self
    }
}

fn not_listed(more: usize) -> Fault {
    Fault::at("", format!("And {} more errors, which are not listed.", grouped(more)))
}

/// Collects faults, each once; beyond the first hundred it only counts.
#[derive(Debug, Clone, Default)]
pub struct FaultList {
    first: Vec<Fault>,
    more: usize,
    /// Pointer and problem of each.
    seen: HashSet<(String, String)>,
}

impl FaultList {
    /// Notes a fault, unless it is known.
    pub fn push(&mut self, fault: Fault) {
        // What is only counted is not compared any more: that would be as much to remember as to list.
        if self.first.len() >= MOST {
            self.more += 1;
        } else if self.seen.insert((fault.pointer.clone(), fault.problem.clone())) {
            self.first.push(fault);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The first hundred, and one that counts the others.
    pub fn into_vec(mut self) -> Vec<Fault> {
        self.first.extend((self.more > 0).then(|| not_listed(self.more)));
        self.first
    }
}

/// Escapes one reference token of a JSON pointer.
pub fn pointer_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

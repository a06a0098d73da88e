//! The findings of rules.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::count::{cut, grouped};

/// The weight of a finding: it blocks the ticket, or warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Severity {
    /// Blocks.
    Error,
    /// Does not block.
    Warning,
}

/// One finding of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable kebab-case code, such as `budget-daily-limit`.
    pub code: String,
    /// Its severity.
    pub severity: Severity,
    /// JSON pointer to the field in the ticket, such as `/payload_config/daily_budget`.
    pub pointer: String,
    /// The problem, as a sentence.
    pub message: String,
    /// The accepted values, or a fix.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub suggestion: Option<String>,
}

/// The code of the finding that counts those that are not listed.
pub const MORE: &str = "more-findings";

/// More findings than a person reads. Lists that are stored, sent or shown have at most this many and one that counts
/// the others.
const MOST: usize = 100;

/// The findings, or the first of many: errors before warnings, so that no error is hidden behind a warning.
pub(super) fn capped(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() <= MOST {
        return findings;
    }
    findings.sort_by_key(|finding| finding.severity);
    let errors = findings.iter().skip(MOST).filter(|finding| finding.severity == Severity::Error).count();
    let dropped = cut(&mut findings, MOST);
    let (severity, message) = match errors {
        0 => (Severity::Warning, format!("And {} more warnings.", grouped(dropped))),
        errors if errors == dropped => (Severity::Error, format!("And {} more errors.", grouped(dropped))),
        errors => {
            (Severity::Error, format!("And {} more findings, {} of them errors.", grouped(dropped), grouped(errors)))
        }
    };
    findings.push(Finding { code: MORE.to_owned(), severity, pointer: String::new(), message, suggestion: None });
    findings
}

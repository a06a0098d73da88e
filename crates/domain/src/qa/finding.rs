//! What a rule found.

use serde::{Deserialize, Serialize};

/// Whether a finding blocks the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Whether it blocks.
    pub severity: Severity,
    /// JSON pointer to the field in the ticket, such as `/payload_config/daily_budget`.
    pub pointer: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What would be right.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub suggestion: Option<String>,
}

//! Attempts: every exchange with a platform, as a person reads it in the timeline. Secrets are redacted before they
//! get here.

use serde_json::Value;

use crate::Timestamp;

/// One exchange with a platform.
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptRecord {
    /// When the request was made.
    pub started_at: Timestamp,
    /// The duration of the exchange, in milliseconds.
    pub elapsed_ms: i64,
    /// HTTP method.
    pub method: String,
    /// The whole URL, without secrets.
    pub url: String,
    /// The request's body; null for none.
    pub request: Value,
    /// HTTP status; none when no answer came.
    pub status: Option<u16>,
    /// The platform's own code, such as `100/4834011`, or what broke.
    pub platform_code: Option<String>,
    /// The word of the [`super::Outcome`], or for a look-up `found`, `nothing`, `several`.
    pub outcome: String,
    /// The answer: its JSON, or its text where it is none; null when no answer came.
    pub response: Value,
}

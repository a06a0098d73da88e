//! The envelope of every answer (docs/platforms.md 2.1, 2.10).

use serde_json::{Value, json};

use crate::Outcome;
use crate::reply::Reply;

pub(super) type Result<T> = std::result::Result<T, Refusal>;

pub(super) const INVALID: i64 = 40_002;

/// The reason for a refusal.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(super) code: i64,
    pub(super) message: String,
    /// 200, except for wrong paths and methods.
    status: u16,
    outcome: Outcome,
}

impl Refusal {
    pub(super) fn new(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), status: 200, outcome: Outcome::Refused }
    }

    /// Code 40002; only the message names the mistake.
    pub(super) fn invalid(message: impl Into<String>) -> Self {
        Self::new(INVALID, message)
    }

    pub(super) fn missing(field: &str) -> Self {
        Self::invalid(format!("{field}: Missing data for required field."))
    }

    pub(super) fn typed(field: &str, expected: &str) -> Self {
        Self::invalid(format!("{field}: Not a valid {expected}."))
    }

    pub(super) fn not_one_of(field: &str, allowed: &[&str]) -> Self {
        Self::invalid(format!("{field}: Must be one of: {}.", allowed.join(", ")))
    }

    pub(super) fn no_such_object(field: &str, id: &str) -> Self {
        Self::new(40_007, format!("{field}: {id} does not exist."))
    }

    pub(super) fn http(status: u16, message: &str) -> Self {
        Self { status, ..Self::new(i64::from(status), message) }
    }

    pub(super) fn throttled(code: i64, message: &str) -> Self {
        Self { outcome: Outcome::Throttled, ..Self::new(code, message) }
    }

    /// The journal cannot be written: nothing was created, and the log has the cause.
    pub(super) fn journal(cause: &std::io::Error) -> Self {
        tracing::error!("the sandbox cannot write its journal: {cause}");
        Self::new(50_000, "System error")
    }

    pub(super) fn into_reply(self, trace: u64) -> Reply {
        envelope(self.status, self.code, &self.message, &json!({}), self.outcome, trace)
    }
}

pub(super) fn ok(data: &Value, outcome: Outcome, trace: u64) -> Reply {
    envelope(200, 0, "OK", data, outcome, trace)
}

/// The `request_id` of an answer is a log id; it is unrelated to the one of a request.
pub(super) fn envelope(status: u16, code: i64, message: &str, data: &Value, outcome: Outcome, trace: u64) -> Reply {
    let body = json!({ "code": code, "message": message, "request_id": log_id(trace), "data": data });
    Reply::json(status, body, outcome).code(code)
}

fn log_id(trace: u64) -> String {
    format!("20261123{trace:024X}")
}

//! `TikTok`'s answers under a fault when the request is not carried out.

use serde_json::json;

use super::error::envelope;
use crate::faults::FaultKind;
use crate::reply::Reply;
use crate::{Outcome, Rule};

pub(crate) fn answer(rule: &Rule) -> Reply {
    let (status, code, message) = match rule.kind {
        FaultKind::RateLimit429 => (429, 40_100, "Too many requests. Please retry in some time."),
        FaultKind::TiktokThrottle | FaultKind::MetaThrottle => {
            (200, 40_100, "Too many requests. Please retry in some time.")
        }
        FaultKind::ServerError => (500, 50_000, "System error"),
        FaultKind::ExpiredToken => (200, 40_102, "Access token has expired."),
        FaultKind::BadRequest => (200, 40_002, "Invalid parameters."),
        FaultKind::NoId
        | FaultKind::MalformedJson
        | FaultKind::PartialBody
        | FaultKind::Slow
        | FaultKind::Alter
        | FaultKind::DropBefore
        | FaultKind::DropAfter => (200, 0, "OK"),
    };
    let message = rule.message.as_deref().unwrap_or(message);
    let (status, code) = (rule.status.unwrap_or(status), rule.code.unwrap_or(code));
    let reply = envelope(status, code, message, &json!({}), Outcome::Faulted, 0);
    match rule.kind {
        FaultKind::RateLimit429 => reply.header("retry-after", &rule.retry_after_s.unwrap_or(30).to_string()),
        _ => reply,
    }
}

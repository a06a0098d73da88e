//! The meaning of an answer. `codes.rs` has the only table; this file reads the envelope and applies it.

mod codes;

use std::time::Duration;

use domain::{
    Timestamp,
    deployment::{Cause, InFlight, ObjectKind, Outcome, PlannedStep, Scope},
    ticket::lifecycle::ExternalId,
};
use serde_json::Value;

use crate::http::{Answer, wait};

use super::wire::{Created, Envelope};

use codes::Meaning;

/// The purpose of a request, which decides the meaning of an unclear answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Purpose<'a> {
    /// It creates: after an unclear answer the object is searched for.
    Create(ObjectKind),
    /// It changes an existing object, and may be repeated. With the body of the request.
    Change(&'a Value),
    /// It only reads.
    Read,
}

impl<'a> Purpose<'a> {
    /// The purpose of a step, whose filled-in body is `body`.
    pub(super) fn of(step: &PlannedStep, body: &'a Value) -> Self {
        if step.kind == ObjectKind::Update { Self::Change(body) } else { Self::Create(step.kind) }
    }

    /// The outcome of a request that may have been accepted.
    pub(super) fn unclear(self, cause: Cause, in_flight: InFlight) -> Outcome {
        if matches!(self, Self::Create(_)) { Outcome::Unknown(cause, in_flight) } else { Outcome::Unavailable(cause) }
    }
}

/// The meaning of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    /// Success, with the envelope's `data`.
    Success(Value),
    /// Anything else.
    Failure(Outcome),
}

/// Reads an answer; the text is the platform's code, or the error of the connection.
pub(super) fn read(answer: &Answer, purpose: Purpose<'_>, now: Timestamp) -> (Reading, String) {
    let envelope = answer.to::<Envelope>();
    let http = format!("http {}", answer.status);
    match (answer.status, envelope) {
        (500.., envelope) => {
            let message = envelope.map(|envelope| envelope.message).filter(|message| !message.is_empty());
            let message = message.unwrap_or_else(|| format!("TikTok answered HTTP {}.", answer.status));
            let cause = Cause::new(http.clone(), message);
            (Reading::Failure(purpose.unclear(cause, InFlight::Answered)), http)
        }
        // TikTok does not document it, but a gateway in front of it may send it. It concerns only the account.
        (429, envelope) => {
            let message = envelope.map(|envelope| envelope.message).filter(|message| !message.is_empty());
            let outcome = Outcome::Throttled {
                retry_after: answer.header("retry-after").and_then(|text| wait::retry_after(text, now)),
                scope: Scope::Account,
                message: message.unwrap_or_else(|| "TikTok answered HTTP 429, too many requests.".to_owned()),
            };
            (Reading::Failure(outcome), http)
        }
        (status, _) if answer.cut => {
            let message = format!("TikTok's answer (HTTP {status}) was larger than any that it documents.");
            let cause = Cause::new("too large", message);
            (Reading::Failure(purpose.unclear(cause, InFlight::Answered)), "too large".to_owned())
        }
        (200..=299, Some(envelope)) if envelope.code == 0 => (Reading::Success(envelope.data), "0".to_owned()),
        (_, Some(envelope)) if envelope.code != 0 => {
            let code = envelope.code.to_string();
            (by_code(&envelope, purpose), code)
        }
        (200..=299, _) => {
            let cause = Cause::new("malformed", "TikTok's answer was no JSON envelope with a code.");
            (Reading::Failure(purpose.unclear(cause, InFlight::Answered)), "malformed".to_owned())
        }
        (status, _) => (Reading::Failure(by_status(status, purpose)), http),
    }
}

/// Returns true if the app sent too many requests.
pub(super) fn is_too_fast(answer: &Answer) -> bool {
    let code = answer.to::<Envelope>().map(|envelope| codes::row_of(envelope.code).meaning);
    code == Some(Meaning::Throttled(Scope::Platform))
}

/// The meaning of an answer to a step's request, and its code.
pub(super) fn outcome(answer: &Answer, purpose: Purpose<'_>, now: Timestamp) -> (Outcome, String) {
    match read(answer, purpose, now) {
        (Reading::Success(data), code) => (done(data, purpose), code),
        (Reading::Failure(outcome), code) => (outcome, code),
    }
}

/// Only an answer with an id is a success.
fn done(data: Value, purpose: Purpose<'_>) -> Outcome {
    let created: Created = serde_json::from_value(data).unwrap_or_default();
    id_of(&created, purpose).map_or_else(
        || {
            let cause = Cause::new("no_id", "TikTok reported success without an id that is one.");
            purpose.unclear(cause, InFlight::Answered)
        },
        Outcome::Done,
    )
}

/// The id in an answer's data. The answer to a change need not name the object: the request did.
fn id_of(created: &Created, purpose: Purpose<'_>) -> Option<ExternalId> {
    match purpose {
        Purpose::Create(ObjectKind::Campaign) => text_id(&created.campaign_id),
        Purpose::Create(ObjectKind::AdSet) => text_id(&created.adgroup_id),
        Purpose::Create(_) => created
            .ad_ids
            .iter()
            .chain(created.creatives.iter().map(|ad| &ad.ad_id))
            .chain([&created.smart_plus_ad_id])
            .find_map(text_id),
        Purpose::Change(body) => [&body["campaign_id"], &body["campaign_ids"][0]].into_iter().find_map(text_id),
        Purpose::Read => None,
    }
}

/// An id: text in v1.3, but a number is read as well.
pub(super) fn text_id(value: &Value) -> Option<ExternalId> {
    match value {
        Value::String(id) => ExternalId::new(id.as_str()),
        Value::Number(id) if id.is_u64() => ExternalId::new(id.to_string()),
        _ => None,
    }
}

/// The meaning of a code other than 0.
fn by_code(envelope: &Envelope, purpose: Purpose<'_>) -> Reading {
    let row = codes::row_of(envelope.code);
    let message = if envelope.message.trim().is_empty() { row.words.to_owned() } else { envelope.message.clone() };
    if row.meaning == Meaning::Partial {
        return partial(envelope, &message, purpose);
    }
    Reading::Failure(by_meaning(row.meaning, envelope.code, message, purpose))
}

fn by_meaning(meaning: Meaning, code: i64, message: String, purpose: Purpose<'_>) -> Outcome {
    let cause = || Cause::new(code.to_string(), message.clone());
    match meaning {
        Meaning::Throttled(scope) => Outcome::Throttled { retry_after: None::<Duration>, scope, message },
        Meaning::Unauthorized => Outcome::Unauthorized(cause()),
        Meaning::Refused => Outcome::Refused { code: code.to_string(), message },
        Meaning::TryLater => Outcome::Unavailable(cause()),
        Meaning::Ambiguous | Meaning::Partial => purpose.unclear(cause(), InFlight::Answered),
    }
}

/// Some items failed. A request has only one item, so either it is in the list of failures or it was made.
fn partial(envelope: &Envelope, message: &str, purpose: Purpose<'_>) -> Reading {
    let created: Created = serde_json::from_value(envelope.data.clone()).unwrap_or_default();
    match created.error_list.first() {
        Some(item) => {
            let code = item.error_code.unwrap_or(envelope.code);
            let words = if item.error_message.is_empty() { message.to_owned() } else { item.error_message.clone() };
            let meaning = match codes::row_of(code).meaning {
                // The list contains this item as failed, so its outcome is known.
                Meaning::Partial => Meaning::Refused,
                meaning => meaning,
            };
            Reading::Failure(by_meaning(meaning, code, words, purpose))
        }
        None if id_of(&created, purpose).is_some() => Reading::Success(envelope.data.clone()),
        None => {
            let cause = Cause::new(envelope.code.to_string(), message);
            Reading::Failure(purpose.unclear(cause, InFlight::Answered))
        }
    }
}

/// An HTTP status without an envelope comes from a server between us and TikTok, so TikTok's own outcome is unknown. It
/// is never a refusal, because after a refusal the request would be sent again (docs/platforms.md 2.10).
fn by_status(status: u16, purpose: Purpose<'_>) -> Outcome {
    let hint = match status {
        401 | 403 | 407 => "a proxy on the way may ask for credentials",
        404 => "the configured address or version may be wrong",
        _ => "a proxy or gateway on the way may have sent it",
    };
    let message = format!("HTTP {status} without TikTok's envelope is no answer of TikTok: {hint}.");
    purpose.unclear(Cause::new(format!("http {status}"), message), InFlight::Answered)
}

#[cfg(test)]
mod tests;

//! The meaning of an answer. Graph API, handling-errors; Marketing API, error-reference and rate-limiting.
//!
//! An HTTP 400 is not always a client error, throttles have no `Retry-After`, and a create that failed on Meta's side
//! may have happened. `table.rs` has the codes; this file has the rules that a table cannot express.

mod table;
#[cfg(test)]
mod tests;
mod usage;
mod words;

use domain::{
    Timestamp,
    deployment::{Cause, InFlight, Outcome, Scope},
    ticket::lifecycle::ExternalId,
};

use crate::http::{Answer, NoAnswer, wait};

use super::wire::answer::{Failed, GraphError, Made};
use table::{Meaning, Wait};

pub(super) use usage::usage_of;

/// The kind of request, which decides the possible meanings of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked<'a> {
    /// A new object.
    Create,
    /// A change of the object with this id, which may be repeated.
    Change(&'a str),
    /// A read.
    Read,
}

/// The place and the time of a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) asked: Asked<'a>,
    /// The account's digits, if the request names it.
    pub(super) account: Option<&'a str>,
    pub(super) now: Timestamp,
}

/// The code of a failed request, and the meaning of its answer.
#[derive(Debug, PartialEq)]
pub(super) struct Verdict {
    /// `100/4834011`, `http 502`; none for success.
    pub(super) code: Option<String>,
    pub(super) outcome: Outcome,
}

/// The meaning of the answer to a create or change.
pub(super) fn classify(answer: &Answer, context: Context<'_>) -> Verdict {
    failure(answer, context).unwrap_or_else(|| success(answer, context))
}

/// The meaning of a failed answer; none if it did not fail.
pub(super) fn failure(answer: &Answer, context: Context<'_>) -> Option<Verdict> {
    let succeeded = (200..300).contains(&answer.status);
    match answer.to::<Failed>() {
        Some(Failed { error }) => Some(judge(answer, &error, context)),
        None if !succeeded || answer.cut => Some(by_status(answer, context)),
        None => None,
    }
}

/// The outcome of a request without an answer.
pub(super) fn no_answer(none: &NoAnswer, asked: Asked<'_>) -> Outcome {
    match (none.outcome(), asked) {
        (Outcome::Unknown(cause, _), Asked::Change(_) | Asked::Read) => Outcome::Unavailable(cause),
        (outcome, _) => outcome,
    }
}

fn success(answer: &Answer, context: Context<'_>) -> Verdict {
    let made = answer.to::<Made>();
    let named = made.as_ref().and_then(|made| made.id.as_deref()).filter(|id| !id.trim().is_empty());
    let changed = made.as_ref().is_some_and(|made| made.success == Some(true));
    let done = match context.asked {
        Asked::Create => named.and_then(ExternalId::new),
        Asked::Change(target) => ExternalId::new(target).filter(|_| changed || named.is_some()),
        Asked::Read => None,
    };
    if let Some(id) = done {
        return Verdict { code: None, outcome: Outcome::Done(id) };
    }
    let (code, message) = match (&made, context.asked) {
        (None, _) => ("malformed", "Meta's answer was not the JSON that it documents."),
        (Some(_), Asked::Create) if named.is_some() => ("malformed id", "Meta answered with an id that is none."),
        // Documented for `validate_only`, which we never send: the object must be searched for.
        (Some(_), Asked::Create) => ("no id", "Meta answered without the new object's id."),
        (Some(_), _) => ("no success", "Meta did not confirm the change."),
    };
    Verdict { code: Some(code.to_owned()), outcome: ambiguous(Cause::new(code, message), context.asked) }
}

fn judge(answer: &Answer, error: &GraphError, context: Context<'_>) -> Verdict {
    let code = words::code(error);
    let message = words::message(error);
    let cause = || Cause::new(code.clone(), message.clone());
    let transient = error.is_transient == Some(true);
    let outcome = match table::meaning(error.code, error.error_subcode) {
        // An error of Meta's own servers may have come after the object was made, with any code.
        _ if answer.status >= 500 => ambiguous(cause(), context.asked),
        Some(Meaning::Throttle { scope, wait }) => throttled(answer, scope, wait, message.clone(), context),
        Some(Meaning::Unauthorized) => Outcome::Unauthorized(cause()),
        Some(Meaning::Ambiguous) => ambiguous(cause(), context.asked),
        Some(Meaning::Again) => Outcome::Unavailable(cause()),
        _ if transient => ambiguous(cause(), context.asked),
        Some(Meaning::Refused) => Outcome::Refused { code: code.clone(), message: message.clone() },
        None => match answer.status {
            429 => throttled(answer, Scope::Account, Wait::Unsaid, message.clone(), context),
            401 => Outcome::Unauthorized(cause()),
            400..=499 => Outcome::Refused { code: code.clone(), message: message.clone() },
            _ => ambiguous(cause(), context.asked),
        },
    };
    Verdict { code: Some(code), outcome }
}

/// An answer without Meta's error: from a proxy, or from a broken server.
fn by_status(answer: &Answer, context: Context<'_>) -> Verdict {
    let code = format!("http {}", answer.status);
    let outcome = match answer.status {
        429 => throttled(answer, Scope::Account, Wait::Unsaid, "Too many calls (HTTP 429).".to_owned(), context),
        401 => Outcome::Unauthorized(Cause::new(code.clone(), "The token was not accepted (HTTP 401).")),
        status if answer.cut => ambiguous(
            Cause::new("too large", format!("Meta's answer (HTTP {status}) was larger than any that it documents.")),
            context.asked,
        ),
        status => ambiguous(
            Cause::new(code.clone(), format!("The answer was HTTP {status} without a reason.")),
            context.asked,
        ),
    };
    Verdict { code: Some(code), outcome }
}

/// Unknown for a request that would make a second object; any other is repeated.
fn ambiguous(cause: Cause, asked: Asked<'_>) -> Outcome {
    match asked {
        Asked::Create => Outcome::Unknown(cause, InFlight::Answered),
        Asked::Change(_) | Asked::Read => Outcome::Unavailable(cause),
    }
}

/// The longest wait of the usage headers, `Retry-After`, and Meta's documents; none if there is none.
fn throttled(answer: &Answer, scope: Scope, wait: Wait, message: String, context: Context<'_>) -> Outcome {
    let said = usage::until_access(answer, context.account)
        .max(answer.header("retry-after").and_then(|header| wait::retry_after(header, context.now)));
    let retry_after = match wait {
        Wait::Unsaid => said,
        Wait::Otherwise(wait) => said.or(Some(wait)),
        Wait::AtLeast(wait) => said.max(Some(wait)),
    };
    Outcome::Throttled { retry_after, scope, message }
}

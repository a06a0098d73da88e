//! What an answer means. Graph API, handling-errors; Marketing API, error-reference and rate-limiting.
//!
//! An HTTP 400 is not always a client error, throttles have no `Retry-After`, and a create that failed on Meta's side may
//! have happened. `table.rs` has the codes; here is what the table cannot say.

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

/// What was asked, and so what an answer can mean.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asked<'a> {
    /// A new object.
    Create,
    /// A change of the object with this id: saying it twice is harmless.
    Change(&'a str),
    /// Nothing but to read.
    Read,
}

/// Where and when it was asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) asked: Asked<'a>,
    /// The account's digits, where the request names it.
    pub(super) account: Option<&'a str>,
    pub(super) now: Timestamp,
}

/// What a failed request's code is, and what its answer means.
#[derive(Debug, PartialEq)]
pub(super) struct Verdict {
    /// `100/4834011`, `http 502`; none for success.
    pub(super) code: Option<String>,
    pub(super) outcome: Outcome,
}

/// What the answer to a create or change means.
pub(super) fn classify(answer: &Answer, context: Context<'_>) -> Verdict {
    failure(answer, context).unwrap_or_else(|| success(answer, context))
}

/// What a failed answer means; none where it is no failure.
pub(super) fn failure(answer: &Answer, context: Context<'_>) -> Option<Verdict> {
    let succeeded = (200..300).contains(&answer.status);
    match answer.to::<Failed>() {
        Some(Failed { error }) => Some(judge(answer, &error, context)),
        None if !succeeded || answer.cut => Some(by_status(answer, context)),
        None => None,
    }
}

/// What it means that no answer came.
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
        // Documented for `validate_only`, which we never ask for: whether the object exists must be looked up.
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
        // A fault of Meta's own servers may have come after the object was made, whatever code it carries.
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

/// An answer without Meta's error: from a proxy, or from a server that broke.
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

/// May have happened where it would make a second object; else it is simply asked again.
fn ambiguous(cause: Cause, asked: Asked<'_>) -> Outcome {
    match asked {
        Asked::Create => Outcome::Unknown(cause, InFlight::Answered),
        Asked::Change(_) | Asked::Read => Outcome::Unavailable(cause),
    }
}

/// The longest of what the usage headers and `Retry-After` say, and what Meta documents; none where none says anything.
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

//! The routes: from path and method to the answer.

use std::cmp::Ordering;

use http::Method;
use serde_json::json;

use super::error::{Refusal, Result, trace_id};
use super::money::Minimums;
use super::quota::{self, Meter};
use super::{Request, create, is_digits, list, read, update};
use crate::pipeline::Token;
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::{Kind, Outcome, Platform, Sandbox};

/// Answers one request.
pub(crate) fn answer(sandbox: &Sandbox, request: &Request) -> Reply {
    let trace = sandbox.trace();
    let behaviour = sandbox.behaviour();
    let mut meter = Meter::default();
    // An update names an object, not an account: its call counts for the object's account.
    let account = request.account().map(str::to_owned).or_else(|| owner(sandbox, request));
    let answered = admit(request, &behaviour).and_then(|()| {
        if let Some(account) = &account {
            let ads = sandbox.store().count(Platform::Meta, Kind::Ad, account);
            let quotas = &behaviour.quotas.meta;
            let counted = sandbox.usage().meta.count(quotas, account, request.is_write(), ads, sandbox.now());
            meter = counted.0;
            if let Some(refusal) = counted.1 {
                return Err(refusal.status(behaviour.meta.throttle_status));
            }
        }
        dispatch(sandbox, &behaviour, request)
    });
    let reply = answered.unwrap_or_else(|refusal| refusal.into_reply(trace));
    let version = request.version.as_deref().unwrap_or("v26.0");
    let reply = reply.header("facebook-api-version", version).header("x-fb-trace-id", &trace_id(trace));
    quota::headers(reply, account.as_deref(), meter)
}

fn owner(sandbox: &Sandbox, request: &Request) -> Option<String> {
    let object = sandbox.store().get(request.segments.first()?)?;
    Some(object.account.clone())
}

/// Checks version, body and token, in this order.
fn admit(request: &Request, behaviour: &Behaviour) -> Result<()> {
    let versions = &behaviour.meta.versions;
    let newest = versions.iter().max_by(|a, b| compare(a, b)).map_or("v26.0", String::as_str);
    match &request.version {
        // The Marketing API has no default version (docs/platforms.md 1.1).
        None if request.segments.is_empty() => return Err(Refusal::unknown_path("/")),
        None => return Err(deprecated(newest)),
        Some(version) if versions.iter().any(|live| compare(live, version).is_eq()) => {}
        Some(version) if compare(version, newest).is_lt() => return Err(deprecated(newest)),
        Some(version) => return Err(Refusal::new(2500, format!("Unknown API version: {version}"))),
    }
    if let Some(refusal) = &request.unreadable {
        return Err(refusal.clone());
    }
    let status = behaviour.meta.token_status;
    match request.token {
        Token::Present => Ok(()),
        Token::Missing => {
            Err(Refusal::new(190, "An access token is required to request this resource.").status(status))
        }
        Token::Expired => {
            let text = "Error validating access token: Session has expired.";
            Err(Refusal::new(190, text).subcode(463).status(status))
        }
    }
}

fn deprecated(newest: &str) -> Refusal {
    Refusal::new(
        2635,
        format!(
            "(#2635) You are calling a deprecated version of the Ads API. Please update to the latest version: {newest}."
        ),
    )
}

/// Compares versions by number: v9.0 is older than v26.0, and v26 equals v26.0.
fn compare(a: &str, b: &str) -> Ordering {
    let parts = |version: &str| {
        let (major, minor) = version.trim_start_matches('v').split_once('.').unwrap_or((version, "0"));
        let number = |text: &str| text.trim_start_matches('v').parse::<u64>().unwrap_or(u64::MAX);
        (number(major), number(minor))
    };
    parts(a).cmp(&parts(b))
}

fn dispatch(sandbox: &Sandbox, behaviour: &Behaviour, request: &Request) -> Result<Reply> {
    let segments: Vec<&str> = request.segments.iter().map(String::as_str).collect();
    let is = |method: Method| request.method == method;
    match segments.as_slice() {
        [account] if account.starts_with("act_") && is(Method::GET) => {
            read::account(behaviour, known_account(request, "get")?, request)
        }
        [account, "minimum_budgets"] if account.starts_with("act_") && is(Method::GET) => {
            known_account(request, "get")?;
            let currency = &behaviour.meta.currency;
            let rows = json!({ "data": [Minimums::of(currency).row(currency)] });
            Ok(Reply::json(200, rows, Outcome::Read))
        }
        [account, edge] if account.starts_with("act_") => {
            let Some(kind) = kind_of(edge) else {
                return Err(Refusal::unknown_path(&format!("/{edge}")));
            };
            if is(Method::POST) {
                create::create(sandbox, behaviour, request, known_account(request, "post")?, kind)
            } else if is(Method::GET) {
                let scope = list::Scope::Account(known_account(request, "get")?);
                list::list(sandbox, behaviour, request, kind, scope)
            } else {
                Err(unsupported(request, account))
            }
        }
        [id] if is_digits(id) && is(Method::GET) => read::object(sandbox, request, id),
        [id] if is_digits(id) && is(Method::POST) => update::update(sandbox, behaviour, request, id),
        [id] if is_digits(id) && is(Method::DELETE) => update::delete(sandbox, id),
        [id, edge] if is_digits(id) && is(Method::GET) => match kind_of(edge) {
            Some(kind) => list::list(sandbox, behaviour, request, kind, list::Scope::Below(id)),
            None => Err(Refusal::unknown_path(&format!("/{edge}"))),
        },
        [id] => Err(unsupported(request, id)),
        _ => Err(Refusal::unknown_path(&format!("/{}", request.segments.join("/")))),
    }
}

fn unsupported(request: &Request, id: &str) -> Refusal {
    Refusal::no_such_object(id, &request.method.as_str().to_ascii_lowercase())
}

/// Returns the account. Every account with a number exists.
fn known_account<'a>(request: &'a Request, verb: &str) -> Result<&'a str> {
    let account = request.account().unwrap_or_default();
    if is_digits(account) { Ok(account) } else { Err(Refusal::no_such_object(&format!("act_{account}"), verb)) }
}

fn kind_of(edge: &str) -> Option<Kind> {
    match edge {
        "campaigns" => Some(Kind::Campaign),
        "adsets" => Some(Kind::AdSet),
        "adcreatives" => Some(Kind::AdCreative),
        "ads" => Some(Kind::Ad),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers() {
        assert!(compare("v9.0", "v26.0").is_lt());
        assert!(compare("v26", "v26.0").is_eq());
        assert!(compare("v26.1", "v26.0").is_gt());
        assert!(compare("v99999999999999999999999", "v26.0").is_gt());
    }
}

//! `GET` on the list edges: newest first, in pages with cursors (docs/platforms.md 1.8).

use std::sync::Arc;

use jiff::SignedDuration;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::Request;
use super::error::{Refusal, Result};
use super::fields::Selection;
use super::filter::Filter;
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::{Kind, Object, Outcome, Platform, Sandbox};

const DEFAULT_LIMIT: i64 = 25;
/// A larger page is "too much data".
const LARGEST_LIMIT: i64 = 5000;

/// The parent of the listed objects.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scope<'a> {
    Account(&'a str),
    /// `/<campaign>/adsets`, `/<adset>/ads`, …
    Below(&'a str),
}

pub(super) fn list(
    sandbox: &Sandbox,
    behaviour: &Behaviour,
    request: &Request,
    kind: Kind,
    scope: Scope<'_>,
) -> Result<Reply> {
    let params = &request.params;
    let selection = Selection::read(params, kind)?;
    let filter = Filter::read(params, behaviour.meta.filtering)?;
    let limit = match params.int("limit")?.unwrap_or(DEFAULT_LIMIT) {
        limit if limit > LARGEST_LIMIT => return Err(Refusal::too_large()),
        limit => usize::try_from(limit.max(1)).unwrap_or(1),
    };
    let cursor =
        |key: &str| params.text(key).filter(|text| !text.is_empty()).map(|text| from_cursor(&text)).transpose();
    let (after, before) = (cursor("after")?, cursor("before")?);
    let delay = SignedDuration::from_millis(behaviour.meta.list_delay_ms.into());
    let listed_until = sandbox.now().checked_sub(delay).unwrap_or_else(|_| sandbox.now());

    let store = sandbox.store();
    let wanted = |object: &&Arc<Object>| {
        let number = object.number();
        object.created_at <= listed_until
            && after.is_none_or(|after| number < after)
            && before.is_none_or(|before| number > before)
            && filter.matches(&store, object)
    };
    // One more than the page, which shows if there is another page.
    let take = limit + 1;
    let mut hits: Vec<Arc<Object>> = match (scope, filter.exact_name()) {
        (Scope::Account(account), Some(name)) => {
            store.of_name(Platform::Meta, kind, account, name).rev().filter(wanted).take(take).cloned().collect()
        }
        (Scope::Account(account), None) => {
            store.of_account(Platform::Meta, kind, account).rev().filter(wanted).take(take).cloned().collect()
        }
        (Scope::Below(id), _) => {
            let Some(parent) = store.get(id).filter(|object| object.platform == Platform::Meta) else {
                return Err(Refusal::no_such_object(id, "get"));
            };
            let below = |object: &&Arc<Object>| {
                object.parent_id.as_deref() == Some(id) || object.campaign_id.as_deref() == Some(id)
            };
            let all = store.of_account(Platform::Meta, kind, &parent.account);
            all.rev().filter(below).filter(wanted).take(take).cloned().collect()
        }
    };
    let has_next = hits.len() > limit;
    hits.truncate(limit);
    let data: Vec<Value> = hits.iter().map(|object| selection.apply(&store, object)).collect();
    drop(store);

    let mut body = json!({ "data": data });
    if let (Some(first), Some(last)) = (hits.first(), hits.last()) {
        let (first, last) = (to_cursor(first), to_cursor(last));
        body["paging"] = json!({ "cursors": { "before": first, "after": last } });
        if has_next {
            body["paging"]["next"] = json!(next_url(request, &last));
        }
        if after.is_some() {
            body["paging"]["previous"] = json!(page_url(request, "before", &first));
        }
    }
    Ok(Reply::json(200, body, Outcome::Read))
}

fn next_url(request: &Request, after: &str) -> String {
    page_url(request, "after", after)
}

fn page_url(request: &Request, key: &str, cursor: &str) -> String {
    let kept = request.query.iter().filter(|(name, _)| name != "after" && name != "before");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept).append_pair(key, cursor);
    format!("{}?{}", request.url, query.finish())
}

/// Cursors are opaque: they must not show an id.
const MASK: u64 = 0x5a5a_0f0f_3c3c_9696;

fn to_cursor(object: &Object) -> String {
    format!("QVFI{:016x}ZD", object.number() ^ MASK)
}

fn from_cursor(text: &str) -> Result<u64> {
    let hex = text.strip_prefix("QVFI").and_then(|text| text.strip_suffix("ZD"));
    hex.and_then(|hex| u64::from_str_radix(hex, 16).ok())
        .map(|masked| masked ^ MASK)
        .ok_or_else(|| Refusal::parameter("Invalid cursors values"))
}

//! Changing and deleting existing objects (docs/platforms.md 1.9).

use std::sync::Arc;

use serde_json::json;

use super::Request;
use super::budget::{both, owns_budget, too_low};
use super::campaign;
use super::enums::{BID_STRATEGIES, STATUSES};
use super::error::{Refusal, Result};
use super::fields;
use super::money::Minimums;
use super::params::Params;
use super::targeting::Targeting;
use crate::reply::Reply;
use crate::settings::Behaviour;
use crate::store::Store;
use crate::{Kind, Object, Outcome, Platform, Sandbox};

/// The fields that can never be changed.
fn immutable(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Campaign => &["objective", "buying_type", "smart_promotion_type"],
        Kind::AdSet => &["campaign_id", "promoted_object", "billing_event"],
        Kind::AdCreative => &["object_story_spec", "object_story_id", "asset_feed_spec", "url_tags"],
        Kind::Ad | Kind::AdGroup => &["adset_id", "campaign_id"],
    }
}

/// `POST /<id>`.
pub(super) fn update(sandbox: &Sandbox, behaviour: &Behaviour, request: &Request, id: &str) -> Result<Reply> {
    let params = &request.params;
    let object = find(sandbox, id, "post")?;
    allowed(&object, params)?;
    params.one_of("bid_strategy", BID_STRATEGIES)?;
    if params.has("special_ad_categories") {
        campaign::categories(params)?;
    }
    if object.kind == Kind::Campaign {
        campaign::spend_cap(params, &behaviour.meta.currency)?;
        params.flag("is_adset_budget_sharing_enabled")?;
    }
    if let Some(targeting) = params.object("targeting")? {
        Targeting::new(&targeting).check()?;
    }
    let budgeted = budget(&sandbox.store(), &object, params, &behaviour.meta.currency)?;
    let name = params.text("name");
    if name.as_deref().is_some_and(|name| name.trim().is_empty() || name.chars().count() > 400) {
        return Err(Refusal::typed("name", "a name of 1 to 400 characters"));
    }
    let success = json!({ "success": true });
    if request.validates_only()? {
        return Ok(Reply::json(200, success, Outcome::Validated));
    }
    if budgeted && object.kind == Kind::AdSet {
        let limit = behaviour.quotas.meta.adset_budget_changes_per_hour;
        sandbox.usage().meta.budget_change(limit, id, sandbox.now())?;
    }
    let status = params.text("status");
    let new_fields = fields::kept(params, object.kind);
    let now = sandbox.now();
    let mut store = sandbox.store();
    let changed = store.update(id, now, |object| {
        if let Some(name) = name {
            object.name = name;
        }
        if let Some(status) = &status {
            object.status.clone_from(status);
        }
        object.fields.extend(new_fields);
    });
    changed.map_err(|cause| Refusal::journal(&cause))?;
    if let Some(status) = status.filter(|status| matches!(status.as_str(), "ARCHIVED" | "DELETED")) {
        store.set_status_below(id, &status, now).map_err(|cause| Refusal::journal(&cause))?;
    }
    Ok(Reply::json(200, success, Outcome::Updated).about(id))
}

/// `DELETE /<id>`: deletes the children too.
pub(super) fn delete(sandbox: &Sandbox, id: &str) -> Result<Reply> {
    find(sandbox, id, "delete")?;
    let now = sandbox.now();
    sandbox.store().set_status_below(id, "DELETED", now).map_err(|cause| Refusal::journal(&cause))?;
    Ok(Reply::json(200, json!({ "success": true }), Outcome::Updated).about(id))
}

fn find(sandbox: &Sandbox, id: &str, verb: &str) -> Result<Arc<Object>> {
    let found = sandbox.store().get(id).filter(|object| object.platform == Platform::Meta);
    found.ok_or_else(|| Refusal::no_such_object(id, verb))
}

fn allowed(object: &Object, params: &Params) -> Result<()> {
    let status = params.one_of("status", STATUSES)?;
    for key in immutable(object.kind) {
        if params.has(key) && params.decoded(key) != object.fields.get(*key).cloned() {
            return Err(Refusal::invalid(key, "Field cannot be changed", format!("{key} cannot be changed.")));
        }
    }
    let refuse = |text: &str| Err(Refusal::invalid("status", "Object cannot be changed", text.to_owned()));
    match object.status.as_str() {
        "DELETED" => refuse("A deleted object cannot be changed."),
        "ARCHIVED" => {
            let others = fields::kept(params, object.kind);
            let good =
                others.is_empty() && status.is_none_or(|status| matches!(status.as_str(), "DELETED" | "ARCHIVED"));
            if good { Ok(()) } else { refuse("An archived object can only be renamed or deleted.") }
        }
        _ => Ok(()),
    }
}

/// Checks a new budget. Returns true if there is one.
fn budget(store: &Store, object: &Object, params: &Params, currency: &str) -> Result<bool> {
    let daily = params.amount("daily_budget")?;
    let lifetime = params.amount("lifetime_budget")?;
    let (field, other, amount) = match (daily, lifetime) {
        (None, None) => return Ok(false),
        (Some(_), Some(_)) => return Err(both("daily_budget")),
        (Some(amount), None) => ("daily_budget", "lifetime_budget", amount),
        (None, Some(amount)) => ("lifetime_budget", "daily_budget", amount),
    };
    let elsewhere = match object.kind {
        Kind::Campaign => store.children(&object.id).any(|child| !child.is_deleted() && owns_budget(child)),
        Kind::AdSet => {
            let campaign = object.campaign_id.as_deref().and_then(|id| store.get(id));
            campaign.is_some_and(|campaign| owns_budget(&campaign))
        }
        _ => return Err(Refusal::parameter(format!("{field} cannot be set on this object")).blame(field)),
    };
    if elsewhere || object.has(other) {
        return Err(both(field));
    }
    if field == "lifetime_budget" && object.kind == Kind::AdSet && !object.has("end_time") && !params.has("end_time") {
        return Err(Refusal::required("end_time"));
    }
    let event = object.text("billing_event").unwrap_or("IMPRESSIONS");
    let minimum = Minimums::of(currency).for_event(event);
    if amount < minimum { Err(too_low(field, minimum)) } else { Ok(true) }
}

//! The common part of the create endpoints: the idempotency key, unique names, and the new object in the answer.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::enums::CREATE_STATUSES;
use super::error::{self, Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::{text, time};
use crate::reply::Reply;
use crate::store::{Created, Draft, Guard, Store};
use crate::{Kind, Object, Outcome, Platform, Replay};

pub(super) const SMART_PLUS: &str = "UPGRADED_SMART_PLUS";

/// A string with a 64-bit integer; a UUID is refused. The code for that is not documented: 40002 is assumed.
pub(super) fn request_id(input: &Input) -> Result<Option<String>> {
    let Some(id) = input.text("request_id")? else {
        return Ok(None);
    };
    match id.parse::<i64>() {
        Ok(_) => Ok(Some(id)),
        Err(_) => Err(Refusal::invalid("request_id: Not a valid 64-bit integer.")),
    }
}

/// The name, checked.
pub(super) fn name(input: &Input, key: &str) -> Result<String> {
    let name = input.required(key)?;
    text::check(key, &name, text::NAME_LIMIT)?;
    Ok(name)
}

/// The status of a new object; without one it is live.
pub(super) fn status(input: &Input) -> Result<String> {
    Ok(input.one_of("operation_status", CREATE_STATUSES)?.unwrap_or_else(|| "ENABLE".to_owned()))
}

/// The fields that an object keeps: those that were sent, without those that it has of its own.
pub(super) fn kept(input: &Input) -> Map<String, Value> {
    let own = [
        "advertiser_id",
        "campaign_id",
        "adgroup_id",
        "campaign_name",
        "adgroup_name",
        "ad_name",
        "operation_status",
        "request_id",
        "creatives",
    ];
    input.fields().iter().filter(|(key, _)| !own.contains(&key.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect()
}

/// Stores one object under its key and answers with the whole object.
pub(super) fn store(call: Call<'_>, draft: Draft) -> Result<Reply> {
    let settings = &call.behaviour.tiktok;
    let now = call.sandbox.now();
    let guard = Guard {
        // The documents say that `request_id` permits duplicate names, so without it they are refused.
        unique_name: draft.request_id.is_none(),
        replay_since: settings
            .replay_window_s
            .and_then(|window| now.checked_sub(jiff::SignedDuration::from_secs(window.into())).ok()),
    };
    let what = match draft.kind {
        Kind::Campaign => "Campaign",
        _ => "Ad group",
    };
    let mut store = call.sandbox.store();
    let created = store.create(draft, guard, now).map_err(|cause| Refusal::journal(&cause))?;
    let (object, outcome) = match created {
        Created::New(object) => (object, Outcome::Created),
        Created::Replayed(object) => match settings.replay {
            Replay::FirstResult => (object, Outcome::Replayed),
            Replay::Duplicate40050 => {
                return Err(Refusal::new(40_050, "Duplicated requests."));
            }
        },
        Created::NameTaken => {
            return Err(Refusal::invalid(format!("{what} name already exists. Please try another one.")));
        }
    };
    Ok(error::ok(&view(&store, &object), outcome, call.trace).about(&object.id))
}

/// An object of this advertiser that can still have children.
pub(super) fn parent(call: Call<'_>, advertiser: &str, kind: Kind, key: &str, id: &str) -> Result<Arc<Object>> {
    let found = call.sandbox.store().get(id);
    let parent = found
        .filter(|object| object.platform == Platform::Tiktok && object.kind == kind && object.account == advertiser);
    match parent {
        Some(parent) if !parent.is_deleted() => Ok(parent),
        Some(_) => Err(Refusal::invalid(format!("{key}: {id} is deleted."))),
        None => Err(Refusal::no_such_object(key, id)),
    }
}

/// An object as `TikTok` shows it.
pub(super) fn view(store: &Store, object: &Object) -> Value {
    let mut all = object.fields.clone();
    let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
    put("advertiser_id", json!(object.account));
    put("operation_status", json!(object.status));
    put("create_time", json!(time::display(object.created_at)));
    put("modify_time", json!(time::display(object.updated_at)));
    let campaign = object.campaign_id.as_deref().and_then(|id| store.get(id));
    if let Some(campaign) = &campaign {
        put("campaign_id", json!(campaign.id));
        put("campaign_name", json!(campaign.name));
    }
    let word = match object.kind {
        Kind::Campaign => {
            put("campaign_id", json!(object.id));
            put("campaign_name", json!(object.name));
            "CAMPAIGN"
        }
        Kind::Ad => {
            let key = if is_smart_plus(object) { "smart_plus_ad_id" } else { "ad_id" };
            put(key, json!(object.id));
            put("ad_name", json!(object.name));
            if let Some(group) = object.parent_id.as_deref().and_then(|id| store.get(id)) {
                put("adgroup_id", json!(group.id));
                put("adgroup_name", json!(group.name));
            }
            "AD"
        }
        _ => {
            put("adgroup_id", json!(object.id));
            put("adgroup_name", json!(object.name));
            "ADGROUP"
        }
    };
    put("secondary_status", json!(secondary_status(word, object)));
    all.entry("campaign_automation_type").or_insert_with(|| json!("MANUAL"));
    Value::Object(all)
}

fn secondary_status(word: &str, object: &Object) -> String {
    match object.status.as_str() {
        "ENABLE" => format!("{word}_STATUS_ENABLE"),
        "DELETE" => format!("{word}_STATUS_DELETE"),
        _ => format!("{word}_STATUS_DISABLE"),
    }
}

pub(super) fn is_smart_plus(object: &Object) -> bool {
    object.text("campaign_automation_type") == Some(SMART_PLUS)
}

/// A draft of a campaign; drafts of its descendants add their parents.
pub(super) fn draft(kind: Kind, account: String, name: String, status: String, fields: Map<String, Value>) -> Draft {
    Draft {
        platform: Platform::Tiktok,
        kind,
        account,
        name,
        status,
        campaign_id: None,
        parent_id: None,
        request_id: None,
        fields,
    }
}

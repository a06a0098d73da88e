//! Changing names, budgets and fields (docs/platforms.md 2.9).

use std::sync::Arc;

use serde_json::{Value, json};

use super::budget::{self, Level};
use super::create::{is_smart_plus, kept, view};
use super::error::{self, Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::status::wrong_flow;
use super::text;
use crate::reply::Reply;
use crate::store::Store;
use crate::{Kind, Object, Outcome, Platform};

const CAMPAIGN_FIXED: &[&str] = &["objective_type", "budget_mode"];
const AD_GROUP_FIXED: &[&str] = &[
    "placements",
    "placement_type",
    "optimization_goal",
    "billing_event",
    "click_attribution_window",
    "view_attribution_window",
];

/// `/campaign/update/` and `/adgroup/update/`.
pub(super) fn update(call: Call<'_>, kind: Kind, smart_plus: bool) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let (id_key, name_key, fixed, level) = match kind {
        Kind::Campaign => ("campaign_id", "campaign_name", CAMPAIGN_FIXED, Level::Campaign),
        _ => ("adgroup_id", "adgroup_name", AD_GROUP_FIXED, Level::AdGroup),
    };
    let id = input.required(id_key)?;
    let name = input.text(name_key)?;
    if let Some(name) = &name {
        if name.is_empty() {
            return Err(Refusal::missing(name_key));
        }
        text::check(name_key, name, text::NAME_LIMIT)?;
    }
    let amount = input.number("budget")?;

    let mut store = call.sandbox.store();
    let object = find(&store, &advertiser, kind, id_key, &id, smart_plus)?;
    if let Some(key) = fixed.iter().find(|key| input.has(key) && input.fields().get(**key) != object.fields.get(**key))
    {
        return Err(Refusal::invalid(format!("{key}: Cannot be changed.")));
    }
    industries(input, &object)?;
    if let Some(amount) = amount {
        budget::check(level, amount, 1, call.currency())?;
        budget::of_change(&object, amount)?;
    }
    if let Some(name) = name.as_ref().filter(|name| **name != object.name) {
        let taken = store
            .of_name(Platform::Tiktok, kind, &advertiser, name)
            .any(|other| !other.is_deleted() && other.parent_id == object.parent_id);
        if taken {
            return Err(Refusal::invalid(format!("{name_key}: The name already exists. Please try another one.")));
        }
    }
    let changed = store.update(&id, call.sandbox.now(), |object| {
        if let Some(name) = name {
            object.name = name;
        }
        object.fields.extend(kept(input));
    });
    let object = changed.map_err(|cause| Refusal::journal(&cause))?.unwrap_or(object);
    Ok(error::ok(&view(&store, &object), Outcome::Updated, call.trace).about(&id))
}

/// Special industries can be removed later, never added or changed (2.3).
fn industries(input: &Input, object: &Object) -> Result<()> {
    let before = object.fields.get("special_industries").and_then(Value::as_array);
    let after = input.list("special_industries")?;
    let added = |word: &Value| !before.is_some_and(|before| before.contains(word));
    if after.is_some_and(|after| after.iter().any(added)) {
        return Err(Refusal::invalid("special_industries: Cannot be added later."));
    }
    Ok(())
}

/// `/adgroup/budget/update/`.
pub(super) fn budgets(call: Call<'_>, smart_plus: bool) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let wanted = input.objects("budget")?;
    if wanted.is_empty() {
        return Err(Refusal::missing("budget"));
    }
    let mut store = call.sandbox.store();
    let mut checked = Vec::new();
    for change in &wanted {
        let id = change.required("adgroup_id")?;
        let amount = change.number("budget")?.ok_or_else(|| Refusal::missing("budget.budget"))?;
        let group = find(&store, &advertiser, Kind::AdGroup, "adgroup_id", &id, smart_plus)?;
        budget::check(Level::AdGroup, amount, 1, call.currency())?;
        budget::of_change(&group, amount)?;
        checked.push((id, change.fields().get("budget").cloned().unwrap_or_default()));
    }
    let ids: Vec<String> = checked.iter().map(|(id, _)| id.clone()).collect();
    for (id, amount) in checked {
        let changed = store.update(&id, call.sandbox.now(), |object| {
            object.fields.insert("budget".to_owned(), amount);
        });
        changed.map_err(|cause| Refusal::journal(&cause))?;
    }
    let first = ids.first().cloned().unwrap_or_default();
    let data = json!({ "adgroup_ids": ids });
    Ok(error::ok(&data, Outcome::Updated, call.trace).about(&first))
}

fn find(store: &Store, advertiser: &str, kind: Kind, key: &str, id: &str, smart_plus: bool) -> Result<Arc<Object>> {
    let found = store
        .get(id)
        .filter(|object| object.platform == Platform::Tiktok && object.kind == kind && object.account == advertiser);
    let object = found.ok_or_else(|| Refusal::no_such_object(key, id))?;
    if object.is_deleted() {
        return Err(Refusal::invalid(format!("{key}: {id} is deleted and cannot be changed.")));
    }
    if is_smart_plus(&object) != smart_plus {
        return Err(wrong_flow(key, id));
    }
    Ok(object)
}

//! `POST /act_<id>/adsets` (docs/platforms.md 1.4).

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::budget::{self, Flight};
use super::create::{Checked, Context};
use super::enums::{BILLING_EVENTS, CUSTOM_EVENT_TYPES, DESTINATION_TYPES, OPTIMIZATION_GOALS, SPECIAL_AD_CATEGORIES};
use super::error::{Refusal, Result};
use super::params::Params;
use super::targeting::{self, Targeting};
use super::{fields, fit, time};
use crate::settings::{DsaLevel, MetaSettings};
use crate::{Kind, Object, Platform};

const NAME_LIMIT: usize = 400;
/// The error for an EU ad set without a beneficiary or a payor.
pub(super) const DSA_MISSING: i64 = 3_858_152;

pub(super) fn check(context: Context<'_>, params: &Params) -> Result<Checked> {
    let settings = &context.behaviour.meta;
    let now = context.sandbox.now();
    if params.required("name")?.chars().count() > NAME_LIMIT {
        return Err(Refusal::invalid(
            "name",
            "Name is too long",
            format!("The name of an ad set can have {NAME_LIMIT} characters at most."),
        ));
    }
    let campaign = campaign(context, params)?;
    let Some(target) = params.object("targeting")? else {
        return Err(Refusal::required("targeting"));
    };
    let billing_event = params.one_of("billing_event", BILLING_EVENTS)?;
    let billing_event = billing_event.ok_or_else(|| Refusal::required("billing_event"))?;
    let goal = params.one_of("optimization_goal", OPTIMIZATION_GOALS)?;
    let goal = goal.ok_or_else(|| Refusal::required("optimization_goal"))?;
    let destination = params.one_of("destination_type", DESTINATION_TYPES)?;
    params.one_of("tune_for_category", SPECIAL_AD_CATEGORIES)?;

    let target = Targeting::new(&target);
    target.check()?;
    if is_limited(&campaign) {
        target.check_special_category()?;
    }
    fit::goal(campaign.text("objective").unwrap_or_default(), destination.as_deref(), &goal)?;
    let promoted = params.object("promoted_object")?.unwrap_or_default();
    fit::promoted_object(&goal, &promoted)?;
    custom_event(&promoted)?;

    let flight = Flight::read(params, now)?;
    budget::of_ad_set(params, &campaign, flight, &billing_event, settings)?;
    budget::bid(params, &campaign, &billing_event, settings)?;
    budget::spend_limits(params, &campaign)?;
    schedule(params, &campaign)?;
    frequency(params, &goal)?;
    attribution(params)?;

    let mut kept = fields::kept(params, Kind::AdSet);
    if settings.dsa_level == DsaLevel::Adset {
        dsa(&kept, settings)?;
    }
    limit(context)?;
    kept.insert("start_time".to_owned(), json!(time::display(flight.start)));
    if flight.end.is_none() {
        kept.remove("end_time");
    }
    targeting::default_advantage_audience(&mut kept);
    let id = campaign.id.clone();
    Ok(Checked { campaign_id: Some(id.clone()), parent_id: Some(id), fields: kept })
}

fn campaign(context: Context<'_>, params: &Params) -> Result<Arc<Object>> {
    let id = params.required("campaign_id")?;
    let found = context.sandbox.store().get(&id).filter(|object| {
        object.platform == Platform::Meta && object.kind == Kind::Campaign && object.account == context.account
    });
    let campaign = found.ok_or_else(|| Refusal::no_such_object(&id, "post").blame("campaign_id"))?;
    if matches!(campaign.status.as_str(), "ARCHIVED" | "DELETED") {
        return Err(Refusal::invalid(
            "campaign_id",
            "Campaign cannot be used",
            format!("The campaign {id} is {}.", campaign.status.to_lowercase()),
        ));
    }
    Ok(campaign)
}

fn is_limited(campaign: &Object) -> bool {
    let categories = campaign.fields.get("special_ad_categories").and_then(Value::as_array);
    categories.is_some_and(|list| {
        list.iter().filter_map(Value::as_str).any(|word| super::enums::LIMITED_CATEGORIES.contains(&word))
    })
}

fn custom_event(promoted: &Map<String, Value>) -> Result<()> {
    match promoted.get("custom_event_type") {
        Some(event) if !event.as_str().is_some_and(|event| CUSTOM_EVENT_TYPES.contains(&event)) => {
            Err(Refusal::not_one_of("promoted_object[custom_event_type]", CUSTOM_EVENT_TYPES))
        }
        _ => Ok(()),
    }
}

/// Dayparting needs a lifetime budget and `pacing_type: ["day_parting"]`.
fn schedule(params: &Params, campaign: &Object) -> Result<()> {
    if params.list("adset_schedule")?.is_none_or(|list| list.is_empty()) {
        return Ok(());
    }
    let lifetime = params.has("lifetime_budget") || campaign.has("lifetime_budget");
    let pacing = params.list("pacing_type")?.unwrap_or_default();
    if lifetime && pacing.iter().any(|word| word == "day_parting") {
        return Ok(());
    }
    Err(Refusal::invalid(
        "adset_schedule",
        "Schedule needs a lifetime budget",
        "adset_schedule needs a lifetime budget and pacing_type [\"day_parting\"].",
    ))
}

fn frequency(params: &Params, goal: &str) -> Result<()> {
    let specs = params.list("frequency_control_specs")?.unwrap_or_default();
    if specs.is_empty() {
        return Ok(());
    }
    if !matches!(goal, "REACH" | "THRUPLAY") {
        return Err(Refusal::parameter("frequency_control_specs is for the goals REACH and THRUPLAY only"));
    }
    let in_range =
        |spec: &Value, key: &str| spec.get(key).and_then(Value::as_i64).is_some_and(|n| (1..=90).contains(&n));
    let good = |spec: &Value| {
        spec.get("event").is_some_and(|event| event == "IMPRESSIONS")
            && in_range(spec, "interval_days")
            && in_range(spec, "max_frequency")
    };
    if specs.iter().all(good) {
        Ok(())
    } else {
        Err(Refusal::typed("frequency_control_specs", "a list of valid specs"))
    }
}

fn attribution(params: &Params) -> Result<()> {
    let good = |spec: &Value| {
        let event = spec.get("event_type").and_then(Value::as_str).unwrap_or_default();
        let days = spec.get("window_days").and_then(Value::as_i64);
        matches!(event, "CLICK_THROUGH" | "VIEW_THROUGH" | "ENGAGED_VIDEO_VIEW") && matches!(days, Some(1 | 7))
    };
    let specs = params.list("attribution_spec")?.unwrap_or_default();
    if specs.iter().all(good) { Ok(()) } else { Err(Refusal::typed("attribution_spec", "a list of valid specs")) }
}

/// Ad sets that target the EU name a beneficiary and a payor; each falls back to the account's own default
/// (docs/platforms.md 1.7).
pub(super) fn dsa(adset: &Map<String, Value>, settings: &MetaSettings) -> Result<()> {
    let empty = Map::new();
    let target = adset.get("targeting").and_then(Value::as_object).unwrap_or(&empty);
    if !Targeting::new(target).reaches_eu() {
        return Ok(());
    }
    let given = |key: &str| adset.get(key).and_then(Value::as_str).is_some_and(|name| !name.trim().is_empty());
    for (key, default) in
        [("dsa_beneficiary", &settings.default_dsa_beneficiary), ("dsa_payor", &settings.default_dsa_payor)]
    {
        if !given(key) && default.is_none() {
            return Err(
                Refusal::new(DSA_MISSING, format!("The parameter {key} is required for ads in the EU.")).blame(key)
            );
        }
    }
    Ok(())
}

fn limit(context: Context<'_>) -> Result<()> {
    let Some(limit) = context.behaviour.quotas.meta.adsets_per_account else {
        return Ok(());
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let store = context.sandbox.store();
    // The scan begins only close to the limit: deleted ad sets do not count.
    let living = || {
        let all = store.of_account(Platform::Meta, Kind::AdSet, context.account);
        all.filter(|object| !object.is_deleted()).count()
    };
    if store.count(Platform::Meta, Kind::AdSet, context.account) < limit || living() < limit {
        return Ok(());
    }
    Err(Refusal::invalid(
        "name",
        "Too many ad sets",
        format!("An ad account can have {limit} ad sets that are not deleted."),
    ))
}

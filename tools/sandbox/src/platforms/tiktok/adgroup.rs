//! `POST /adgroup/create/` (docs/platforms.md 2.4).

use serde_json::json;

use super::budget::precision;
use super::create::{draft, is_smart_plus, kept, name, parent, request_id, status, store};
use super::enums::{
    BID_TYPES, BILLING_EVENTS, MATERIAL_MODES, OPTIMIZATION_GOALS, PACING, PROMOTION_TARGETS, PROMOTION_TYPES,
};
use super::error::{Refusal, Result};
use super::input::Input;
use super::route::Call;
use super::schedule::{self, Schedule};
use super::{fit, targeting};
use crate::Kind;
use crate::reply::Reply;
use crate::store::Draft;

pub(super) fn create(call: Call<'_>) -> Result<Reply> {
    let input = &call.request.input;
    let advertiser = call.advertiser()?;
    let campaign_id = input.required("campaign_id")?;
    let name = name(input, "adgroup_name")?;
    let status = status(input)?;
    let request_id = request_id(input)?;
    let campaign = parent(call, &advertiser, Kind::Campaign, "campaign_id", &campaign_id)?;
    if is_smart_plus(&campaign) {
        return Err(Refusal::invalid("campaign_id: Use /smart_plus/adgroup/create/ for Upgraded Smart+ campaigns."));
    }
    let objective = campaign.text("objective_type").unwrap_or_default();

    let billing = input.required_one_of("billing_event", BILLING_EVENTS)?;
    let goal = input.required_one_of("optimization_goal", OPTIMIZATION_GOALS)?;
    input.required_one_of("pacing", PACING)?;
    fit::check(objective, &goal, &billing)?;
    promotion(input, objective)?;
    let schedule = Schedule::read(input, call.sandbox.now())?;
    schedule::budget(input, &campaign, schedule, call.currency())?;
    targeting::check(input)?;
    targeting::special_industries(input, &campaign)?;
    bid(input, &billing, call.currency())?;
    frequency(input)?;
    input.one_of("creative_material_mode", MATERIAL_MODES)?;
    if matches!(goal.as_str(), "INSTALL" | "IN_APP_EVENT") {
        input.required("app_id")?;
    }

    let mut fields = kept(input);
    fields.entry("placement_type").or_insert(json!("PLACEMENT_TYPE_NORMAL"));
    fields.entry("gender").or_insert(json!("GENDER_UNLIMITED"));
    fields.entry("brand_safety_type").or_insert(json!("NO_BRAND_SAFETY"));
    fields.entry("creative_material_mode").or_insert(json!("CUSTOM"));
    fields.insert("campaign_automation_type".to_owned(), json!("MANUAL"));
    let draft = draft(Kind::AdGroup, advertiser, name, status, fields);
    store(call, Draft { request_id, campaign_id: Some(campaign_id.clone()), parent_id: Some(campaign_id), ..draft })
}

fn promotion(input: &Input, objective: &str) -> Result<()> {
    let given = input.one_of("promotion_type", PROMOTION_TYPES)?;
    let optional = matches!(objective, "REACH" | "VIDEO_VIEWS" | "ENGAGEMENT" | "RF_REACH" | "BRAND_CONSIDERATION");
    if given.is_none() && !optional {
        return Err(Refusal::missing("promotion_type"));
    }
    let target = input.one_of("promotion_target_type", PROMOTION_TARGETS)?;
    if objective == "LEAD_GENERATION" && given.as_deref() == Some("LEAD_GENERATION") && target.is_none() {
        return Err(Refusal::missing("promotion_target_type"));
    }
    Ok(())
}

/// A custom bid needs its price: per conversion under OCPM, else per click, view or thousand impressions.
pub(super) fn bid(input: &Input, billing: &str, currency: &str) -> Result<()> {
    let custom = input.one_of("bid_type", BID_TYPES)?.as_deref() == Some("BID_TYPE_CUSTOM");
    let price = if billing == "OCPM" { "conversion_bid_price" } else { "bid_price" };
    if custom && !input.has(price) {
        return Err(Refusal::missing(price));
    }
    let budget = input.number("budget")?;
    for key in ["bid_price", "conversion_bid_price"] {
        let Some(amount) = input.number(key)? else {
            continue;
        };
        precision(key, amount, currency)?;
        if amount <= 0 || budget.is_some_and(|budget| amount >= budget) {
            return Err(Refusal::invalid(format!("{key}: Must be above 0 and below the budget.")));
        }
    }
    if let Some(roas) = input.number("roas_bid")?
        && !(10_000..=1_000_000_000).contains(&roas)
    {
        return Err(Refusal::invalid("roas_bid: Must lie between 0.01 and 1000."));
    }
    Ok(())
}

fn frequency(input: &Input) -> Result<()> {
    for (key, most) in [("frequency", 1000), ("frequency_schedule", 30)] {
        if input.int(key)?.is_some_and(|number| !(1..=most).contains(&number)) {
            return Err(Refusal::invalid(format!("{key}: Must lie between 1 and {most}.")));
        }
    }
    Ok(())
}

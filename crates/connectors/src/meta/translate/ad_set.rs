//! An ad set, and below it its creatives and ads.

use domain::{
    Violation,
    deployment::{ObjectKind, Pending, PlannedStep, Reference},
    qa::AdFacts,
};
use serde_json::{Map, Value};

use super::{
    super::{
        config::{AdSetView, View},
        schemas,
        wire::{
            Status,
            ad_set::{AdSetCreate, AdSetMoney, AdSetOptions, PromotedObject},
        },
    },
    ad, minor_units,
    names::Names,
    step::{Create, time},
    targeting,
};

/// Appends the steps of one ad set.
pub(super) fn steps(
    view: &View<'_>,
    each: &AdSetView<'_>,
    account: &str,
    names: &mut Names,
    steps: &mut Vec<PlannedStep>,
    facts: &mut AdFacts,
) {
    let number = each.number;
    let name = names.below(&view.brief.ticket.name, &each.own_field("name"), &format!("AdSet{number}"));
    let key = format!("ad_set_{number}");
    let ad_set = match ad_set(view, each, name.clone(), facts) {
        Ok(ad_set) => ad_set,
        // The schema has said what is wrong; this is for what only it and the wire structs could disagree on.
        Err(violation) => {
            if facts.payload_violations.is_empty() {
                facts.payload_violations.push(violation);
            }
            return;
        }
    };
    let create =
        Create { key: key.clone(), kind: ObjectKind::AdSet, account, name: name.clone(), parent: Some("campaign") };
    steps.push(create.step(&ad_set, vec![Reference::id_of("campaign", "/campaign_id")]));
    for (index, ad) in each.own_field("ads").items().iter().enumerate() {
        let place = ad::Place { ad_set: number, number: index + 1, ad_set_name: &name, ad_set_key: &key, account };
        ad::steps(ad, &place, names, steps, facts);
    }
}

fn ad_set(view: &View<'_>, each: &AdSetView<'_>, name: String, facts: &mut AdFacts) -> Result<AdSetCreate, Violation> {
    let mut amount =
        |name: &str| minor_units::of_node(&each.field(name), view.currency(), &mut facts.payload_violations);
    let money = AdSetMoney {
        daily_budget: amount("daily_budget"),
        lifetime_budget: amount("lifetime_budget"),
        bid_amount: amount("bid_amount"),
        daily_min_spend_target: amount("daily_min_spend_target"),
        daily_spend_cap: amount("daily_spend_cap"),
        lifetime_min_spend_target: amount("lifetime_min_spend_target"),
        lifetime_spend_cap: amount("lifetime_spend_cap"),
    };
    Ok(AdSetCreate {
        name,
        campaign_id: Pending,
        status: Status::Paused,
        targeting: targeting::of(view, each)?,
        billing_event: each.field("billing_event").text().unwrap_or("IMPRESSIONS").to_owned(),
        optimization_goal: each.field("optimization_goal").text().unwrap_or_default().to_owned(),
        bid_strategy: bid_strategy(view, each, &money),
        money,
        start_time: each.start().time().map(time),
        end_time: each.end().time().map(time),
        options: options(each)?,
    })
}

/// The strategy of an ad set that has the budget. Left to itself Meta would take a lone `bid_amount` for a bid cap, and
/// some accounts answer "bid amount required" to none at all; so it is always said.
fn bid_strategy(view: &View<'_>, each: &AdSetView<'_>, money: &AdSetMoney) -> Option<String> {
    if view.campaign_has_budget() {
        return None;
    }
    let otherwise = if money.bid_amount.is_some() { "LOWEST_COST_WITH_BID_CAP" } else { "LOWEST_COST_WITHOUT_CAP" };
    Some(each.field("bid_strategy").text().unwrap_or(otherwise).to_owned())
}

/// The fields that go out as they were configured.
fn options(each: &AdSetView<'_>) -> Result<AdSetOptions, Violation> {
    let fields: Map<String, Value> = schemas::shared_fields()
        .map(|name| (name.to_owned(), each.field(name).value().clone()))
        .filter(|(_, value)| !value.is_null())
        .collect();
    let mut options: AdSetOptions = serde_json::from_value(Value::Object(fields)).map_err(|error| {
        Violation::at(each.pointer(), format!("{} cannot be written as Meta takes it: {error}.", each.label()))
    })?;
    // The catalogue is the campaign's; the ad set promotes a product set of it.
    if let Some(promoted) = &mut options.promoted_object {
        promoted.product_catalog_id = None;
    }
    options.promoted_object = options.promoted_object.filter(|promoted| *promoted != PromotedObject::default());
    Ok(options)
}

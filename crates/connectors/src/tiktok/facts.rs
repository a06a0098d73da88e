//! What QA judges, in words that all platforms share.

mod money;
mod terms;

use domain::qa::{AdFacts, Flight, InventoryFilter, Located, once};
use serde_json::Value;

use crate::rules::Report;

use super::{
    config::{AdGroup, Canonical, Scope},
    rules::{Plan, country_of, time},
};

/// What turns the inventory filter on, in `TikTok`'s words.
const REMEDY: &str = "Set \"brand_safety_type\" to \"STANDARD_INVENTORY\" or \"LIMITED_INVENTORY\", with \"placements\": [\"PLACEMENT_TIKTOK\"].";

/// Fields that say when, what for and how much, and nothing of whom or beside what: an ad group that is described by
/// these alone has no inventory to judge yet.
const NO_INVENTORY: [&str; 10] = [
    "schedule_type",
    "schedule_start_time",
    "schedule_end_time",
    "dayparting",
    "pacing",
    "app_id",
    "bid_type",
    "deep_bid_type",
    "roas_bid",
    "optimization_goal",
];

/// The facts of a ticket that creates; pointers from the configuration's root.
pub(super) fn of_creation(plan: &Plan<'_>) -> AdFacts {
    let mut facts = AdFacts::default();
    money::budgets(plan, &mut facts);
    facts.planned = money::planned(plan);
    for group in &plan.groups {
        places(plan, group, &mut facts);
        terms::of(&group.scope, &mut facts.terms);
        flight(&group.scope, &mut facts);
        if has_inventory(plan, group) {
            let filter = Located::at(group.scope.pointer("brand_safety_type"), inventory_filter(plan, group));
            facts.inventory_filters.push(filter);
        }
    }
    // What several ad groups inherit from one default is said once.
    once(&mut facts.countries);
    once(&mut facts.unknown_places);
    once(&mut facts.inventory_filters);
    once(&mut facts.terms);
    if facts.countries.is_empty() && facts.unknown_places.is_empty() && !plan.is_tree() {
        // Nothing is said and nothing is sent: ad groups that are made later lie in the market.
        let market = plan.brief.market.all_countries().into_iter();
        facts.countries = market.map(|country| Located::at("", country)).collect();
    }
    facts
}

/// The facts of a ticket that changes a budget.
pub(super) fn of_budget_change(campaign: &Scope<'_>, brief: &crate::Brief<'_>) -> AdFacts {
    let mut facts = AdFacts::default();
    money::of_change(campaign, brief, &mut facts);
    facts
}

/// Leads every pointer back to what the planner wrote, and adds what was found wrong.
pub(super) fn finish(mut facts: AdFacts, report: Report, canonical: &Canonical) -> AdFacts {
    let lead = |pointer: &mut String| *pointer = canonical.as_written(pointer);
    facts.daily_budgets.iter_mut().chain(&mut facts.lifetime_budgets).for_each(|one| lead(&mut one.pointer));
    facts.countries.iter_mut().for_each(|one| lead(&mut one.pointer));
    facts.unknown_places.iter_mut().for_each(|one| lead(&mut one.pointer));
    facts.terms.iter_mut().for_each(|one| lead(&mut one.pointer));
    facts.inventory_filters.iter_mut().for_each(|one| lead(&mut one.pointer));
    for flight in &mut facts.flights {
        flight.start.iter_mut().chain(&mut flight.end).for_each(|one| lead(&mut one.pointer));
    }
    (facts.payload_violations, facts.payload_warnings) = (report.violations, report.warnings);
    facts.payload_violations.iter_mut().chain(&mut facts.payload_warnings).for_each(|one| lead(&mut one.pointer));
    facts
}

fn places(plan: &Plan<'_>, group: &AdGroup<'_>, facts: &mut AdFacts) {
    for place in ["location_ids", "zipcode_ids"].into_iter().flat_map(|field| group.scope.entries(field)) {
        let Some(id) = place.value.as_str() else { continue };
        match country_of(plan.config, id) {
            Some(country) => facts.countries.push(Located::at(place.pointer, country)),
            None => facts.unknown_places.push(Located::at(place.pointer, id.to_owned())),
        }
    }
}

fn flight(scope: &Scope<'_>, facts: &mut AdFacts) {
    let read = |field: &str| time(scope, field)?.ok();
    let flight = Flight { start: read("schedule_start_time"), end: read("schedule_end_time") };
    if (flight.start.is_some() || flight.end.is_some()) && !facts.flights.contains(&flight) {
        facts.flights.push(flight);
    }
}

/// Whether so much is said of an ad group that the content beside it matters.
fn has_inventory(plan: &Plan<'_>, group: &AdGroup<'_>) -> bool {
    let fields = super::schemas::ad_group().properties.keys();
    plan.config.contains_key("ad_groups")
        || fields.filter(|field| !NO_INVENTORY.contains(&field.as_str())).any(|field| group.scope.get(field).is_some())
}

fn inventory_filter(plan: &Plan<'_>, group: &AdGroup<'_>) -> InventoryFilter {
    if plan.flow == super::settings::Flow::SmartPlus {
        let remedy = "Smart+ ad groups have no inventory filter: use the manual flow, or leave this brand to the ad account's brand safety settings.";
        return InventoryFilter::Off { remedy: remedy.to_owned() };
    }
    let elsewhere = group.text("placement_type") == Some("PLACEMENT_TYPE_AUTOMATIC")
        || group.scope.texts("placements").iter().any(|placement| *placement != "PLACEMENT_TIKTOK");
    let on = match group.scope.text("brand_safety_type") {
        Some("STANDARD_INVENTORY" | "LIMITED_INVENTORY") => true,
        Some("THIRD_PARTY") => {
            group.scope.get("brand_safety_partner").map(|partner| partner.value).is_some_and(Value::is_string)
        }
        _ => false,
    };
    // Outside of TikTok the filter is ignored.
    if on && !elsewhere { InventoryFilter::On } else { InventoryFilter::Off { remedy: REMEDY.to_owned() } }
}

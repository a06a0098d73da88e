//! Targeting: what was configured, with the market's countries where it names no place and the answer that Meta wants on
//! Advantage+ audience.

use std::collections::BTreeMap;

use domain::Violation;
use serde_json::Value;

use super::super::{
    config::{AdSetView, View},
    wire::targeting::{GeoLocations, Targeting, TargetingAutomation},
};

/// An ad set's targeting.
pub(super) fn of(view: &View<'_>, each: &AdSetView<'_>) -> Result<Targeting, Violation> {
    let node = each.targeting();
    let mut targeting: Targeting = if node.exists() {
        serde_json::from_value(node.value().clone())
            .map_err(|error| node.violation(format!("It cannot be written as Meta takes it: {error}.")))?
    } else {
        Targeting::default()
    };
    if targeting.geo_locations.is_none() {
        let countries = view.market_countries().iter().map(ToString::to_string).collect();
        targeting.geo_locations = Some(GeoLocations { countries, rest: BTreeMap::default() });
    }
    for kind in ["interests", "behaviors"] {
        if let Some(listed) = targeting.rest.remove(kind) {
            targeting.flexible_spec.push(BTreeMap::from([(kind.to_owned(), listed)]));
        }
    }
    if targeting.automation.is_none() && is_narrowed(&targeting) {
        // Meta's default of 1 would take what the planner asked for as a mere suggestion, and without an explicit
        // answer some accounts are refused (Meta Marketing API, advantage-audience).
        targeting.automation = Some(TargetingAutomation { advantage_audience: 0 });
    }
    Ok(targeting)
}

/// Whether the audience is narrowed by more than its place.
fn is_narrowed(targeting: &Targeting) -> bool {
    targeting.age_min.is_some()
        || targeting.age_max.is_some()
        || targeting.genders.is_some()
        || targeting.custom_audiences.is_some()
        || targeting.excluded_custom_audiences.is_some()
        || targeting.exclusions.is_some()
        || !targeting.flexible_spec.is_empty()
        || targeting.rest.get("age_range").is_some_and(Value::is_array)
}

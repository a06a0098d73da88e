//! Regulated subjects have a wide audience, and politics none in the EU. Meta Marketing API, special-ad-category.

use domain::CountryCode;

use crate::schema::Node;

use super::{
    super::config::AdSetView,
    Report, View,
    regional::{self, targets_eu},
};

/// The categories whose audience may not be narrowed.
const WIDE: [&str; 4] = ["HOUSING", "EMPLOYMENT", "FINANCIAL_PRODUCTS_SERVICES", "CREDIT"];

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    let categories = view.special_categories();
    let listed = view.root.field("special_ad_categories");
    if categories.contains(&"CREDIT") && concerns_us(view) {
        report.violation(
            listed
                .violation(
                    "Credit and loan ads in the United States are FINANCIAL_PRODUCTS_SERVICES, no longer CREDIT.",
                )
                .suggest("Use \"FINANCIAL_PRODUCTS_SERVICES\"."),
        );
    }
    if categories.contains(&"ISSUES_ELECTIONS_POLITICS") && concerns_eu(view) {
        report.violation(
            listed
                .violation("Meta takes no political, electoral or social-issue ads in the European Union.")
                .suggest("Leave the countries of the EU out."),
        );
    }
    if let Some(category) = categories.iter().find(|category| WIDE.contains(category)) {
        for each in &view.ad_sets {
            wide_audience(view, each, category, report);
        }
    }
}

fn concerns_us(view: &View<'_>) -> bool {
    let us = CountryCode::parse("US");
    view.root.field("special_ad_category_country").holds("US")
        || view.ad_sets.iter().any(|each| regional::countries(view, each).iter().any(|country| Some(*country) == us))
}

fn concerns_eu(view: &View<'_>) -> bool {
    let named = view.root.field("special_ad_category_country").items();
    let in_eu = |item: &Node<'_>| item.text().and_then(CountryCode::parse).is_some_and(regional::is_eu);
    named.iter().any(in_eu) || view.ad_sets.iter().any(|each| targets_eu(view, each))
}

fn wide_audience(view: &View<'_>, each: &AdSetView<'_>, category: &str, report: &mut Report) {
    let targeting = each.targeting();
    let mut refuse = |node: &Node<'_>, problem: &str, advice: &str| {
        report.violation(node.violation(format!("{category} ads {problem}.")).suggest(advice));
    };
    let (age_min, age_max) = (targeting.field("age_min"), targeting.field("age_max"));
    if age_min.integer().is_some_and(|age| age != 18) {
        refuse(&age_min, "reach everyone from 18 years", "Use 18, or remove age_min.");
    }
    if age_max.integer().is_some_and(|age| age != 65) {
        refuse(&age_max, "reach everyone up to 65 years and older", "Use 65, or remove age_max.");
    }
    let genders = targeting.field("genders");
    if genders.items().len() == 1 {
        refuse(&genders, "reach all genders", "Remove genders.");
    }
    for name in ["exclusions", "excluded_geo_locations"] {
        let field = targeting.field(name);
        if field.exists() {
            refuse(&field, "may exclude neither people nor places", &format!("Remove {name}."));
        }
    }
    let geo = targeting.field("geo_locations");
    for name in ["zips", "neighborhoods"] {
        let field = geo.field(name);
        if field.exists() {
            refuse(&field, "may not target small areas", "Target cities with a wide radius, regions or countries.");
        }
    }
    let in_europe = targets_eu(view, each);
    for city in geo.field("cities").items().iter().chain(&geo.field("custom_locations").items()) {
        let radius = city.field("radius");
        let least = least_radius(city, in_europe);
        if radius.value().as_f64().is_some_and(|given| given < least.0) {
            refuse(&radius, &format!("need a radius of at least {} {}s", least.0, least.1), "Use a wider radius.");
        }
    }
}

/// The smallest radius around a city: 15 miles or 25 km, 15 km in Europe.
/// A city that does not say its country lies where the ad set does.
fn least_radius(city: &Node<'_>, in_europe: bool) -> (f64, &'static str) {
    let european = city.field("country").text().and_then(CountryCode::parse).map_or(in_europe, regional::is_eu);
    match city.field("distance_unit").text() {
        Some("kilometer") if european => (15.0, "kilometer"),
        Some("kilometer") => (25.0, "kilometer"),
        // 15 km are 9.3 miles.
        _ if european => (9.4, "mile"),
        _ => (15.0, "mile"),
    }
}

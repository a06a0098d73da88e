//! What `TikTok` allows in some countries only, and how many places an ad group may have.
//! Source: reference page 1739381236849665; codes 40065 and the UK's rules for less healthy food (since 2026-01-01).

use domain::{CountryCode, Violation, qa::Located};

use super::{
    Plan, Report,
    countries::{ADULTS_ONLY, APP_BUNDLE, LITE, countries_of},
};

/// Locations and postal codes together.
const MOST_PLACES: usize = 3_000;

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    location_countries(plan, report);
    for group in &plan.groups {
        let (scope, countries) = (&group.scope, countries_of(plan, group));
        let outside = |allowed: &[&str]| countries.iter().find(|country| !allowed.contains(&country.value.as_str()));
        let inside = |listed: &[&str]| countries.iter().find(|country| listed.contains(&country.value.as_str()));

        let places = scope.entries("location_ids").len() + scope.entries("zipcode_ids").len();
        if places > MOST_PLACES {
            let problem = format!(
                "{places} locations and postal codes are more than the {MOST_PLACES} that TikTok takes together."
            );
            report.violation(
                scope.violation("location_ids", problem).suggest("Use larger places, or several ad groups."),
            );
        }
        if scope.texts("age_groups").contains(&"AGE_13_17")
            && let Some(country) = inside(ADULTS_ONLY)
        {
            let problem = format!("Ages 13 to 17 cannot be targeted in {}.", country.value.name());
            report.violation(scope.violation("age_groups", problem).suggest("Remove AGE_13_17, or the country."));
        }
        if scope.texts("placements").contains(&"PLACEMENT_GLOBAL_APP_BUNDLE")
            && let Some(country) = outside(APP_BUNDLE)
        {
            report.violation(not_served(scope.pointer("placements"), "The Global App Bundle", country, APP_BUNDLE));
        }
        if scope.texts("tiktok_subplacements").contains(&"TIKTOK_LITE")
            && let Some(country) = outside(LITE)
        {
            report.violation(not_served(scope.pointer("tiktok_subplacements"), "TikTok Lite", country, LITE));
        }
        if scope.get("household_income").is_some()
            && let Some(country) = outside(&["US"])
        {
            report.violation(not_served(
                scope.pointer("household_income"),
                "Targeting by household income",
                country,
                &["US"],
            ));
        }
        if scope.is_on("is_hfss") && !scope.is_on("is_lhf_compliance") && inside(&["GB"]).is_some() {
            let problem = "In the United Kingdom, food high in fat, salt or sugar needs the confirmation that its rules are kept.";
            report.violation(
                scope
                    .violation("is_lhf_compliance", problem)
                    .suggest("Set \"is_lhf_compliance\" to true once they are."),
            );
        }
    }
    if plan.campaign.get("special_industries").is_some() {
        let american = plan.brief.market.all_countries().iter().any(|country| matches!(country.as_str(), "US" | "CA"));
        if !american {
            let problem = "Special ad categories are meant for advertisers in the United States and Canada.";
            report.warn(
                plan.campaign
                    .violation("special_industries", problem)
                    .suggest("Remove them unless TikTok asks for them."),
            );
        }
    }
}

fn not_served(pointer: String, what: &str, country: &Located<CountryCode>, allowed: &[&str]) -> Violation {
    Violation::at(pointer, format!("{what} is not available in {}.", country.value.name()))
        .suggest(format!("Keep to {}.", allowed.join(", ")))
}

fn location_countries(plan: &Plan<'_>, report: &mut Report) {
    let given = plan.config.get("location_countries").and_then(serde_json::Value::as_object);
    for (location, country) in given.into_iter().flatten() {
        if let Some(code) = country.as_str().filter(|code| CountryCode::parse(code).is_none()) {
            let problem = format!("{code:?} is no ISO 3166-1 alpha-2 code.");
            report.violation(
                Violation::at(format!("/location_countries/{location}"), problem)
                    .suggest("Use a code such as US or GB."),
            );
        }
    }
}

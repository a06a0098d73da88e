//! Audience and places (docs/platforms.md 2.4), with the limits for special industries.

use super::enums::{
    AGE_GROUPS, BRAND_SAFETY_PARTNERS, BRAND_SAFETY_TYPES, GENDERS, HOUSEHOLD_INCOME, MINORS, NETWORK_TYPES,
    OPERATING_SYSTEMS, PLACEMENT_TYPES, PLACEMENTS, SPENDING_POWER, SUBPLACEMENTS,
};
use super::error::{Refusal, Result};
use super::input::Input;
use super::region;
use crate::Object;

const MOST_LOCATIONS: usize = 3000;
/// The countries in which the Global App Bundle delivers.
const BUNDLE_COUNTRIES: &[&str] = &["BR", "ID", "VN", "PH", "TH", "MY", "MX", "SA", "JP"];
/// The countries in which nobody under 18 may be targeted. The documents say "for some objectives" without naming them,
/// so the sandbox applies it to all.
const NO_MINORS: &[&str] = &[
    "US", "CA", "GB", "CH", "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "ES", "AR", "BR", "CL", "CO",
    "MX", "PE", "UY", "EC", "BO", "PY", "CR", "GT", "HN", "NI", "PA", "SV", "DO",
];

pub(super) fn check(input: &Input) -> Result<()> {
    let countries = locations(input)?;
    input.one_of("gender", GENDERS)?;
    let ages = input.words("age_groups", AGE_GROUPS)?;
    if ages.iter().any(|age| age == MINORS) && countries.iter().any(|code| NO_MINORS.contains(code)) {
        return Err(Refusal::new(40_065, "Age group 13-17 cannot be targeted in the selected locations."));
    }
    input.words("network_types", NETWORK_TYPES)?;
    input.words("operating_systems", OPERATING_SYSTEMS)?;
    let income = input.words("household_income", HOUSEHOLD_INCOME)?;
    if !income.is_empty() && countries.iter().any(|code| *code != "US") {
        return Err(Refusal::invalid("household_income: Only supported for the United States."));
    }
    input.one_of("spending_power", SPENDING_POWER)?;
    if input.has("device_model_ids") && input.has("device_price_ranges") {
        return Err(Refusal::invalid("device_model_ids and device_price_ranges exclude each other."));
    }
    if countries.contains(&"GB")
        && input.flag("is_hfss")? == Some(true)
        && input.flag("is_lhf_compliance")? != Some(true)
    {
        return Err(Refusal::invalid("is_lhf_compliance: Must be true when is_hfss is true in the United Kingdom."));
    }
    placements(input, &countries)
}

/// Returns the codes of the countries that are known.
fn locations(input: &Input) -> Result<Vec<&'static str>> {
    let ids = input.texts("location_ids")?;
    let zips = input.texts("zipcode_ids")?;
    if ids.is_empty() && zips.is_empty() {
        return Err(Refusal::missing("location_ids"));
    }
    if ids.len() + zips.len() > MOST_LOCATIONS {
        return Err(Refusal::new(40_011, format!("location_ids: At most {MOST_LOCATIONS} locations are allowed.")));
    }
    if let Some(wrong) = ids.iter().find(|id| id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(Refusal::invalid(format!("location_ids: {wrong} is not a valid location.")));
    }
    if let Some(twice) = ids.iter().enumerate().find(|(index, id)| ids[..*index].contains(id)) {
        return Err(Refusal::invalid(format!("location_ids: {} overlaps with another location.", twice.1)));
    }
    Ok(ids.iter().filter_map(|id| region::country_of(id)).collect())
}

fn placements(input: &Input, countries: &[&str]) -> Result<()> {
    let automatic = is_automatic(input)?;
    let placements = input.words("placements", PLACEMENTS)?;
    if !automatic && placements.is_empty() {
        return Err(Refusal::missing("placements"));
    }
    input.words("tiktok_subplacements", SUBPLACEMENTS)?;
    if placements.iter().any(|word| word == "PLACEMENT_GLOBAL_APP_BUNDLE") {
        let goal = input.text("optimization_goal")?;
        if goal.as_deref() == Some("TRAFFIC_LANDING_PAGE_VIEW")
            || countries.iter().any(|code| !BUNDLE_COUNTRIES.contains(code))
        {
            return Err(Refusal::invalid(
                "placements: PLACEMENT_GLOBAL_APP_BUNDLE is not supported for this goal or these locations.",
            ));
        }
    }
    brand_safety(input, &placements)
}

/// `PLACEMENT_TYPE_NORMAL` is the default.
pub(super) fn is_automatic(input: &Input) -> Result<bool> {
    Ok(input.one_of("placement_type", PLACEMENT_TYPES)?.as_deref() == Some("PLACEMENT_TYPE_AUTOMATIC"))
}

/// Exclusions need `TikTok` alone and one of the two stricter inventories (docs/platforms.md 5).
fn brand_safety(input: &Input, placements: &[String]) -> Result<()> {
    let kind = input.one_of("brand_safety_type", BRAND_SAFETY_TYPES)?;
    let partner = input.one_of("brand_safety_partner", BRAND_SAFETY_PARTNERS)?;
    if kind.as_deref() == Some("THIRD_PARTY") && partner.is_none() {
        return Err(Refusal::missing("brand_safety_partner"));
    }
    let strict = matches!(kind.as_deref(), Some("STANDARD_INVENTORY" | "LIMITED_INVENTORY"));
    for key in ["category_exclusion_ids", "vertical_sensitivity_id"] {
        if input.has(key) && !(strict && placements == ["PLACEMENT_TIKTOK"]) {
            return Err(Refusal::invalid(format!(
                "{key}: Needs placements [PLACEMENT_TIKTOK] and STANDARD_INVENTORY or LIMITED_INVENTORY."
            )));
        }
    }
    Ok(())
}

/// The targeting that a campaign of a special industry may not narrow.
pub(super) fn special_industries(input: &Input, campaign: &Object) -> Result<()> {
    let special = campaign.fields.get("special_industries").and_then(|list| list.as_array());
    if special.is_none_or(Vec::is_empty) {
        return Ok(());
    }
    let refuse = |field: &str| Err(Refusal::invalid(format!("{field}: Not supported for special industries.")));
    if input.text("gender")?.is_some_and(|gender| gender != "GENDER_UNLIMITED") {
        return refuse("gender");
    }
    let ages = input.texts("age_groups")?;
    let adults = AGE_GROUPS.len() - 1;
    if !ages.is_empty() && (ages.iter().any(|age| age == MINORS) || ages.len() != adults) {
        return refuse("age_groups");
    }
    let hashtags = input
        .objects("actions")?
        .iter()
        .any(|action| action.text("action_scene").ok().flatten().as_deref() == Some("HASHTAG_RELATED"));
    if hashtags {
        return refuse("actions");
    }
    let closed = [
        "zipcode_ids",
        "household_income",
        "device_price_ranges",
        "interest_keyword_ids",
        "saved_audience_id",
        "targeting_expansion",
        "lookalike_audience_ids",
    ];
    match closed.iter().find(|key| input.has(key)) {
        Some(field) => refuse(field),
        None => Ok(()),
    }
}

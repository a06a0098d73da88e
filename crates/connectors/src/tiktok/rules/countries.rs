//! Countries: which one a location lies in, and the groups of them that `TikTok`'s rules name.

use domain::{CountryCode, qa::Located};
use serde_json::{Map, Value};

use super::{super::config::AdGroup, Plan};

/// The one location id that `TikTok`'s documents spell out. Ids look like `GeoNames`', but `TikTok` does not say so: they
/// are never derived, and a planner names the country of others in `location_countries`.
const KNOWN: [(&str, &str); 1] = [("6252001", "US")];

/// The country of a location id, as far as it is known.
pub(in crate::tiktok) fn country_of(config: &Map<String, Value>, location: &str) -> Option<CountryCode> {
    let known = || KNOWN.iter().find(|(id, _)| *id == location).map(|(_, country)| *country);
    let given = config.get("location_countries").and_then(|countries| countries.get(location)).and_then(Value::as_str);
    CountryCode::parse(given.or_else(known)?)
}

/// The countries of an ad group's locations; where none is known, those of the market, which it must lie in anyhow.
pub(super) fn countries_of(plan: &Plan<'_>, group: &AdGroup<'_>) -> Vec<Located<CountryCode>> {
    let locations = ["location_ids", "zipcode_ids"].into_iter().flat_map(|field| group.scope.entries(field));
    let known: Vec<_> = locations
        .filter_map(|location| Some(Located::at(location.pointer, country_of(plan.config, location.value.as_str()?)?)))
        .collect();
    if known.is_empty() {
        let pointer = group.scope.pointer("location_ids");
        return plan.brief.market.all_countries().into_iter().map(|country| Located::at(&pointer, country)).collect();
    }
    known
}

/// Where ages 13 to 17 cannot be targeted: the US, Canada, the UK, Switzerland, the EEA and Latin America (code 40065).
pub(super) const ADULTS_ONLY: &[&str] = &[
    "US", "CA", "GB", "CH", // and the EEA:
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IS", "IE", "IT", "LV", "LI", "LT",
    "LU", "MT", "NL", "NO", "PL", "PT", "RO", "SK", "SI", "ES", "SE", // and Latin America:
    "AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "SV", "GT", "HN", "MX", "NI", "PA", "PY", "PE", "PR", "UY",
    "VE",
];

/// Where the Global App Bundle is served.
pub(super) const APP_BUNDLE: &[&str] = &["BR", "ID", "VN", "PH", "TH", "MY", "MX", "SA", "JP"];

/// Where `TikTok` Lite is served.
pub(super) const LITE: &[&str] = &["JP", "KR"];

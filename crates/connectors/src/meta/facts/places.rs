//! Places, and their countries as far as the configuration tells.

use domain::{
    CountryCode,
    qa::{AdFacts, Located},
};

use crate::schema::Node;

use super::super::config::{AdSetView, View};

/// The kinds of places that are listed with keys. Meta Marketing API, audiences, location targeting.
const KEYED: [&str; 9] = [
    "regions",
    "cities",
    "zips",
    "geo_markets",
    "metro_areas",
    "electoral_districts",
    "neighborhoods",
    "places",
    "custom_locations",
];

/// A place that is targeted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::meta) enum PlaceKind {
    /// A country, or a place in it.
    Country(CountryCode),
    /// A group of countries, such as `eea`.
    Group(String),
    /// A place whose country is not said.
    Unknown(String),
}

/// Every place that an ad set targets; the market's countries where it names none.
pub(in crate::meta) fn targeted(view: &View<'_>, each: &AdSetView<'_>) -> Vec<Located<PlaceKind>> {
    let geo = each.targeting().field("geo_locations");
    if !geo.exists() {
        let countries = view.market_countries().into_iter().map(PlaceKind::Country);
        return countries.map(|country| Located::at(geo.pointer(), country)).collect();
    }
    let mut places = Vec::new();
    for country in geo.field("countries").items() {
        let code = country.text().unwrap_or_default();
        let kind = CountryCode::parse(code).map_or_else(|| PlaceKind::Unknown(code.to_owned()), PlaceKind::Country);
        places.push(Located::at(country.pointer(), kind));
    }
    for group in geo.field("country_groups").items() {
        let name = group.text().unwrap_or_default().to_owned();
        places.push(Located::at(group.pointer(), PlaceKind::Group(name)));
    }
    for kind in KEYED {
        for place in geo.field(kind).items() {
            places.push(Located::at(place.pointer(), keyed(kind, &place)));
        }
    }
    places
}

fn keyed(kind: &str, place: &Node<'_>) -> PlaceKind {
    let said = place.field("country").text().and_then(CountryCode::parse);
    let key = place.field("key").word().unwrap_or_default();
    // A postal code's key begins with its country: `US:94304`.
    let prefix = key.split_once(':').filter(|_| kind == "zips").and_then(|(country, _)| CountryCode::parse(country));
    said.or(prefix).map_or_else(
        || {
            let name = place.field("name").text();
            PlaceKind::Unknown(match (name, key.is_empty()) {
                (Some(name), _) => format!("{name} ({kind})"),
                (None, false) => format!("{kind} {key}"),
                (None, true) => kind.to_owned(),
            })
        },
        PlaceKind::Country,
    )
}

pub(super) fn gather(view: &View<'_>, each: &AdSetView<'_>, facts: &mut AdFacts) {
    for Located { pointer, value } in targeted(view, each) {
        match value {
            PlaceKind::Country(country) => facts.countries.push(Located::at(pointer, country)),
            PlaceKind::Group(name) | PlaceKind::Unknown(name) => {
                facts.unknown_places.push(Located::at(pointer, name));
            }
        }
    }
}

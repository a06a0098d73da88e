//! What some countries want to know of every ad. Meta Marketing API, ad-campaign: Digital Services Act, regional
//! regulation.

use domain::CountryCode;

use super::{
    super::{
        config::AdSetView,
        facts::{PlaceKind, targeted},
    },
    Report, View,
};

/// The European Union, and the territories where its Digital Services Act holds too.
const EU: [&str; 34] = [
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "AX", "GF", "GP", "MF", "MQ", "RE", "YT",
];

/// Meta's groups of countries that hold members of the EU.
const GROUPS_WITH_EU: [&str; 3] = ["worldwide", "eea", "europe"];

/// Countries where Meta wants a declaration for every ad.
const DECLARED: [(&str, &str); 3] = [("SG", "Singapore"), ("TW", "Taiwan"), ("TH", "Thailand")];

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    for each in &view.ad_sets {
        if !view.settings.dsa_defaults {
            digital_services_act(view, each, report);
        }
        let categories = each.field("regional_regulated_categories");
        let countries = countries(view, each);
        for (code, name) in DECLARED {
            let targeted = countries.iter().any(|country| country.as_str() == code);
            let declared = categories
                .items()
                .iter()
                .filter_map(crate::schema::Node::text)
                .any(|category| category.starts_with(&name.to_ascii_uppercase()));
            if view.is_tree() && targeted && !declared {
                report.warn(
                    categories
                        .violation(format!("Meta wants a declaration for ads in {name}, with verified identities."))
                        .suggest(format!(
                            "Add \"{}_UNIVERSAL\" to \"regional_regulated_categories\", and \"regional_regulation_identities\".",
                            name.to_ascii_uppercase()
                        )),
                );
            }
        }
    }
}

fn digital_services_act(view: &View<'_>, each: &AdSetView<'_>, report: &mut Report) {
    if !view.is_tree() || !targets_eu(view, each) {
        return;
    }
    for (field, who) in [("dsa_beneficiary", "who benefits from the ads"), ("dsa_payor", "who pays for the ads")] {
        let given = each.field(field);
        if !given.exists() {
            report.violation(
                given
                    .violation(format!(
                        "{} targets the European Union, where Meta wants to know {who} (error 3858152).",
                        each.label()
                    ))
                    .suggest(format!("Add \"{field}\", such as the advertiser's legal name.")),
            );
        }
    }
}

/// Whether a country is in the EU, or a territory of it.
pub(super) fn is_eu(country: CountryCode) -> bool {
    EU.contains(&country.as_str())
}

/// Whether an ad set reaches the EU, as far as its places tell.
pub(super) fn targets_eu(view: &View<'_>, each: &AdSetView<'_>) -> bool {
    targeted(view, each).iter().any(|place| match &place.value {
        PlaceKind::Country(country) => is_eu(*country),
        PlaceKind::Group(group) => GROUPS_WITH_EU.contains(&group.as_str()),
        PlaceKind::Unknown(_) => false,
    })
}

/// The countries that an ad set reaches, as far as its places tell.
pub(super) fn countries(view: &View<'_>, each: &AdSetView<'_>) -> Vec<CountryCode> {
    let country = |place: domain::qa::Located<PlaceKind>| match place.value {
        PlaceKind::Country(country) => Some(country),
        PlaceKind::Group(_) | PlaceKind::Unknown(_) => None,
    };
    targeted(view, each).into_iter().filter_map(country).collect()
}

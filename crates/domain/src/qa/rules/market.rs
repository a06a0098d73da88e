//! Geo-targeting is within the campaign's market.

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::CountryCode;

pub(super) const RULE: Rule = Rule { code: "market", purpose: "Geo-targeting is within the campaign's market.", check };

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let market = candidate.market;
    let allowed = market.all_countries();
    let known = allowed.iter().map(CountryCode::as_str).collect::<Vec<_>>().join(", ");
    let outside = candidate.facts.countries.iter().filter(|country| !allowed.contains(&country.value)).map(|country| {
        error(
            "market-outside",
            &country.pointer,
            format!(
                "{} ({}) is targeted, but the campaign's market is {} ({known}).",
                country.value.name(),
                country.value,
                market.code
            ),
        )
        .suggest(format!("Target {known} only, or plan a campaign for the other market."))
    });
    let unknown = candidate.facts.unknown_places.iter().map(|place| {
        warning(
            "market-unknown-place",
            &place.pointer,
            format!(
                "The country of {:?} is not known, so it was not checked against the market {}.",
                place.value, market.code
            ),
        )
        .suggest("Check it by hand.")
    });
    outside.chain(unknown).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use crate::{
        CountryCode,
        qa::{Located, Severity},
    };

    fn targeting(codes: &[&str]) -> Fixture {
        let mut fixture = Fixture::default();
        fixture.facts.countries = codes
            .iter()
            .map(|code| Located::at(format!("/payload_config/{code}"), CountryCode::parse(code).unwrap()))
            .collect();
        fixture
    }

    #[test]
    fn countries_outside_of_the_market_are_errors() {
        assert_eq!(targeting(&["US"]).codes(), []);
        assert_eq!(targeting(&["US", "CA"]).codes(), [("market-outside".into(), "/payload_config/CA".into())]);
    }

    #[test]
    fn a_market_of_several_countries_allows_each() {
        let mut fixture = targeting(&["FR", "DE"]);
        fixture.market.country_code = None;
        fixture.market.countries = ["DE", "FR"].map(|code| CountryCode::parse(code).unwrap()).into();
        assert_eq!(fixture.codes(), []);
    }

    #[test]
    fn a_place_of_unknown_country_is_a_warning() {
        let mut fixture = Fixture::default();
        fixture.facts.unknown_places = vec![Located::at("/payload_config/targeting", "2421836".into())];
        assert_eq!(fixture.findings()[0].severity, Severity::Warning);
    }
}

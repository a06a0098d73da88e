//! Countries by ISO 3166-1: names and codes in, alpha-2 out.

mod names;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Violation;

/// An ISO 3166-1 alpha-2 code, upper case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Reads an alpha-2 code, in upper or lower case.
    pub fn parse(code: &str) -> Option<Self> {
        rust_iso3166::from_alpha2(&code.trim().to_ascii_uppercase()).map(|country| Self::of(&country))
    }

    /// Resolves a country's name or code (alpha-2, alpha-3, numeric); the violation points to the field itself.
    pub fn resolve(country: &str) -> Result<Self, Violation> {
        let text = country.trim();
        let upper = text.to_ascii_uppercase();
        let known = match upper.len() {
            2 => rust_iso3166::from_alpha2(&upper),
            3 => rust_iso3166::from_alpha3(&upper).or_else(|| upper.parse().ok().and_then(rust_iso3166::from_numeric)),
            _ => None,
        };
        known.map(|country| Self::of(&country)).or_else(|| names::find(text)).ok_or_else(|| {
            Violation::at("", format!("{country:?} is not an ISO 3166-1 country name or code.")).suggest(
                names::nearest_to(text).map_or_else(
                    || "Use a name such as \"United States\" or a code such as \"US\".".to_owned(),
                    |near| format!("Did you mean {near:?}?"),
                ),
            )
        })
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The country's English short name.
    pub fn name(self) -> &'static str {
        rust_iso3166::from_alpha2(self.as_str()).map_or("", |country| country.name)
    }

    fn of(country: &rust_iso3166::CountryCode) -> Self {
        let mut code = [b'?'; 2];
        code.copy_from_slice(&country.alpha2.as_bytes()[..2]);
        Self(code)
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code)
            .ok_or_else(|| serde::de::Error::custom(format!("{code:?} is not an ISO 3166-1 alpha-2 code")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(country: &str) -> String {
        CountryCode::resolve(country).map_or_else(|violation| violation.problem, |code| code.to_string())
    }

    #[test]
    fn names_and_codes_as_people_write_them_are_resolved() {
        for (country, expected) in [
            ("United States", "US"),
            ("united states of america", "US"),
            ("USA", "US"),
            ("us", "US"),
            ("840", "US"),
            ("UK", "GB"),
            ("The United Kingdom", "GB"),
            ("Germany", "DE"),
            ("deu", "DE"),
            ("Bolivia", "BO"),
            ("South Korea", "KR"),
            ("Russia", "RU"),
            ("Viet Nam", "VN"),
            ("Vietnam", "VN"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Ivory Coast", "CI"),
            ("Côte d'Ivoire", "CI"),
            ("cote d ivoire", "CI"),
            ("Netherlands", "NL"),
            ("Tanzania", "TZ"),
            ("Hong Kong", "HK"),
        ] {
            assert_eq!(code(country), expected, "{country}");
        }
    }

    #[test]
    fn what_is_no_country_is_refused_with_the_nearest_name() {
        let violation = CountryCode::resolve("Germny").unwrap_err();
        assert_eq!(violation.suggestion.as_deref(), Some("Did you mean \"Germany\"?"));
        for nothing in ["", "EMEA", "Atlantis", "XX", "Virgin Islands"] {
            assert!(CountryCode::resolve(nothing).is_err(), "{nothing}");
        }
    }
}

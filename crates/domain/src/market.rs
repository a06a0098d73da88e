//! Markets: countries and groups of countries.

use strum::IntoEnumIterator;

use crate::{
    CountryCode, MarketId, Timestamp, Version, Violation, Violations, channel::Platform, taxonomy::MULTI, text::Field,
};

/// A market: one country, or several under one code (EMEA).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Market {
    /// Identity.
    pub id: MarketId,
    /// Unique, upper case: the market's part of a name.
    pub code: String,
    /// The country or group of countries in the typed form.
    pub country: String,
    /// The country's alpha-2 code; none for a market with several countries.
    pub country_code: Option<CountryCode>,
    /// The countries of a market with several; empty for one.
    pub countries: Vec<CountryCode>,
    /// The sales region.
    pub region: String,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The number of its changes.
    pub version: Version,
}

impl Market {
    /// Every country of the market.
    pub fn all_countries(&self) -> Vec<CountryCode> {
        self.country_code.map_or_else(|| self.countries.clone(), |code| vec![code])
    }
}

/// Reads a market's code: `[A-Za-z0-9_]{1,10}`, stored upper case. It must not be a platform's part of names.
pub fn parse_code(code: &str) -> Result<String, Violation> {
    let code = parse_registry_code(code, "code", 10)?;
    match Platform::iter().find(|platform| platform.token() == code) {
        Some(platform) => Err(is_channel(&code, platform.display_name())),
        None => Ok(code),
    }
}

/// The violation of a market's code that is a channel's part of names.
pub fn is_channel(code: &str, channel: &str) -> Violation {
    Violation::at("/code", format!("{code} cannot be a market's code: in names it stands for the channel {channel}."))
        .suggest("Use another code, such as the country's: \"US\".")
}

/// Reads a code that becomes a part of names.
pub(crate) fn parse_registry_code(code: &str, field: &str, longest: usize) -> Result<String, Violation> {
    let fits = (1..=longest).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let refuse = |problem: String| {
        Violation::at(format!("/{field}"), problem)
            .suggest(format!("Use 1 to {longest} letters, digits or underscores, such as the usual abbreviation."))
    };
    if !fits {
        return Err(refuse(format!("{code:?} is not a valid {field}: it becomes a part of every campaign name.")));
    }
    let upper = code.to_ascii_uppercase();
    if upper.bytes().all(|byte| byte == b'_') {
        return Err(refuse(format!(
            "{code:?} is not a valid {field}: it has no letter and no digit, so names cannot be read."
        )));
    }
    if upper == MULTI {
        return Err(refuse(format!("{MULTI} is not a valid {field}: in names it stands for all channels.")));
    }
    if upper.len() == 4 && upper.parse().is_ok_and(|year: u16| (2000..=2099).contains(&year)) {
        return Err(refuse(format!("{upper} is not a valid {field}: in names it is a year.")));
    }
    Ok(upper)
}

const COUNTRY: Field = Field::line("/country", "The country", 100);
const REGION: Field = Field::line("/region", "The region", 100);

/// Reads `country` as a text: the name of a country or of a group of countries.
pub fn parse_country(typed: &str) -> Result<String, Violation> {
    COUNTRY.read_or_empty(typed)
}

/// Reads a market's region; may be empty.
pub fn parse_region(typed: &str) -> Result<String, Violation> {
    REGION.read_or_empty(typed)
}

/// Reads `country` and `countries` together: a known country has no members, a group lists them.
pub fn parse_countries(
    country: &str,
    countries: &[String],
) -> Result<(Option<CountryCode>, Vec<CountryCode>), Violations> {
    let mut violations = Violations::default();
    let mut members: Vec<CountryCode> = countries
        .iter()
        .enumerate()
        .filter_map(|(index, member)| {
            violations
                .take(CountryCode::resolve(member).map_err(|violation| violation.below(&format!("/countries/{index}"))))
        })
        .collect();
    members.sort_unstable();
    members.dedup();
    let alone = CountryCode::resolve(country);
    if country.trim().is_empty() {
        violations.push(
            Violation::at("/country", "country must not be empty.")
                .suggest("Use a name such as \"United States\" or a code such as \"US\"."),
        );
    } else if countries.is_empty() {
        return match alone {
            Ok(code) => Ok((Some(code), Vec::new())),
            Err(mut violation) => {
                let hint = "A market of several countries, such as EMEA, lists their codes in \"countries\".";
                violation.suggestion =
                    Some(violation.suggestion.map_or_else(|| hint.to_owned(), |near| format!("{near} {hint}")));
                Err(violation.below("/country").into())
            }
        };
    } else if let Ok(code) = alone
        && members.iter().any(|member| *member != code)
    {
        violations.push(
            Violation::at("/countries", format!("{country} is one country, so \"countries\" cannot list others."))
                .suggest("Leave \"countries\" out, or name the market for its group of countries."),
        );
    }
    let result = alone.map_or((None, members), |code| (Some(code), Vec::new()));
    violations.none_or(|| result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_stored_upper_case_and_checked() {
        assert_eq!(parse_code("us"), Ok("US".to_owned()));
        assert_eq!(parse_code("LATAM_N"), Ok("LATAM_N".to_owned()));
        for wrong in ["", "TOO_LONG_CODE", "U S", "Ü", "US-1"] {
            assert!(parse_code(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn codes_that_make_names_ambiguous_are_refused() {
        for wrong in ["_", "__", "multi", "MULTI", "2026", "2000", "META", "tiktok", "GOOGLEADS"] {
            assert!(parse_code(wrong).is_err(), "{wrong}");
        }
        for wrong in ["_", "____", "Multi", "2099"] {
            assert!(crate::brand::parse_internal_code(wrong).is_err(), "{wrong}");
        }
        for right in ["1999", "2100", "20260", "M_", "META"] {
            assert!(crate::brand::parse_internal_code(right).is_ok(), "{right}: a company may be called so");
        }
        assert_eq!(parse_code("METRO"), Ok("METRO".to_owned()));
    }

    #[test]
    fn a_country_stands_alone_and_a_group_lists_its_members() {
        let us = CountryCode::parse("US").unwrap();
        assert_eq!(parse_countries("United States", &[]), Ok((Some(us), vec![])));
        assert_eq!(parse_countries("usa", &[]), Ok((Some(us), vec![])));
        let (code, members) = parse_countries("EMEA", &["France".into(), "DE".into()]).unwrap();
        assert_eq!((code, members.len()), (None, 2));
        assert!(parse_countries("EMEA", &[]).is_err());
        assert_eq!(
            parse_countries("EMEA", &["France".into(), "Atlantis".into()]).unwrap_err().0[0].pointer,
            "/countries/1"
        );
        assert!(parse_countries("US", &["FR".into()]).is_err());
    }
}

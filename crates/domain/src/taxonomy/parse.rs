//! Reads names back into their parts. Codes may contain underscores, so the registry decides where one ends; a name
//! with two readings is reported as ambiguous.

use serde::Serialize;

use super::{MULTI, NameParts, Registry};
use crate::{BrandId, ChannelId, MarketId, nearest::WordList};

/// The reading of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Its parts.
    pub parts: NameParts,
    /// The brand.
    pub brand_id: BrandId,
    /// The market.
    pub market_id: MarketId,
    /// The channel.
    pub channel: ChannelReading,
    /// True if it contains a code that has been changed since.
    pub former: bool,
}

/// The meaning of a name's channel part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelReading {
    /// All of the campaign's channels.
    Multi,
    /// The channels of one platform.
    Channels(Vec<ChannelId>),
}

/// The reason why a name cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParseFailure {
    /// It has several readings.
    Ambiguous(Vec<Reading>),
    /// It cannot be read; with the wrong parts.
    Invalid(Vec<NameViolation>),
}

/// An error in a part of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NameViolation {
    /// The part.
    pub part: NamePart,
    /// The text in that part.
    pub found: String,
    /// The error.
    pub problem: String,
    /// The nearest registered code, or the accepted values.
    pub suggestion: Option<String>,
}

/// A part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NamePart {
    /// The whole name.
    Name,
    /// The brand's code.
    Brand,
    /// The market's code.
    Market,
    /// The channel.
    Channel,
    /// The year.
    Year,
    /// The campaign's name.
    Campaign,
}

impl std::fmt::Display for ParseFailure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Ambiguous(readings) => {
                let ways: Vec<String> = readings
                    .iter()
                    .map(|reading| format!("brand {} in market {}", reading.parts.brand, reading.parts.market))
                    .collect();
                write!(f, "The name can be read in {} ways: {}.", ways.len(), ways.join("; "))
            }
            Self::Invalid(violations) => {
                let problems: Vec<&str> = violations.iter().map(|violation| violation.problem.as_str()).collect();
                f.write_str(&problems.join(" "))
            }
        }
    }
}

/// Reads a name against everything that is registered.
pub fn parse(name: &str, registry: &Registry) -> Result<Reading, ParseFailure> {
    if name.len() > LONGEST_NAME {
        return Err(too_long(name));
    }
    let pieces: Vec<&str> = name.split('_').collect();
    let [codes @ .., channel, year, campaign] = pieces.as_slice() else {
        return Err(too_short(name));
    };
    if codes.len() < 2 {
        return Err(too_short(name));
    }
    let mut violations = Vec::new();
    let year = read_year(year, &mut violations);
    let channel_reading = read_channel(channel, registry, &mut violations);
    check_campaign(campaign, &mut violations);

    let splits = splits(name, codes);
    let mut readings: Vec<Reading> = Vec::new();
    if let (Some(year), Some(channel_reading), true) = (year, channel_reading, violations.is_empty()) {
        for (brand, market) in splits.iter().copied() {
            if let (Some(whose), Some(place)) = (registry.brand(brand), registry.market(market)) {
                readings.push(Reading {
                    parts: NameParts {
                        brand: brand.to_owned(),
                        market: market.to_owned(),
                        channel: (*channel).to_owned(),
                        year,
                        campaign: (*campaign).to_owned(),
                    },
                    brand_id: whose.id,
                    market_id: place.id,
                    channel: channel_reading.clone(),
                    former: whose.former || place.former,
                });
            }
        }
    }
    match readings.len() {
        1 => Ok(readings.remove(0)),
        0 => {
            let mut all = explain_codes(&splits, registry);
            all.append(&mut violations);
            Err(ParseFailure::Invalid(all))
        }
        _ => Err(ParseFailure::Ambiguous(readings)),
    }
}

/// No generated name is longer: codes of 20 and 10, a channel of 40, a year, and a campaign of 120 with a variant of
/// 40. It also limits the number of splits to try.
const LONGEST_NAME: usize = 20 + 10 + 40 + 4 + 120 + 40 + "____".len();

/// All ways to split the beginning of `name` into a brand and a market.
fn splits<'n>(name: &'n str, codes: &[&str]) -> Vec<(&'n str, &'n str)> {
    let whole = codes.iter().map(|code| code.len() + 1).sum::<usize>().saturating_sub(1);
    let mut ends = 0;
    codes[..codes.len() - 1]
        .iter()
        .filter_map(|code| {
            ends += code.len() + 1;
            Some((name.get(..ends - 1)?, name.get(ends..whole)?))
        })
        .collect()
}

fn too_long(name: &str) -> ParseFailure {
    let found: String = name.chars().take(60).chain(['…']).collect();
    ParseFailure::Invalid(vec![NameViolation {
        part: NamePart::Name,
        problem: format!("{found:?} is longer than any name: it has {} characters.", name.chars().count()),
        suggestion: Some(format!("A name has at most {LONGEST_NAME} characters.")),
        found,
    }])
}

fn too_short(name: &str) -> ParseFailure {
    let found: String = name.chars().take(200).collect();
    ParseFailure::Invalid(vec![NameViolation {
        part: NamePart::Name,
        problem: format!("{found:?} has fewer than the five parts of a name."),
        suggestion: Some(
            "A name is Brand_Market_Channel_Year_Campaign, such as DIS_US_META_2026_MoanaLaunch.".to_owned(),
        ),
        found,
    }])
}

fn read_year(text: &str, violations: &mut Vec<NameViolation>) -> Option<i16> {
    let year = text.parse::<i16>().ok().filter(|year| text.len() == 4 && (2000..=2099).contains(year));
    if year.is_none() {
        violations.push(NameViolation {
            part: NamePart::Year,
            found: text.to_owned(),
            problem: format!("{text:?} is not a year."),
            suggestion: Some("Use four digits, 2000 to 2099.".to_owned()),
        });
    }
    year
}

fn read_channel(token: &str, registry: &Registry, violations: &mut Vec<NameViolation>) -> Option<ChannelReading> {
    if token == MULTI {
        return Some(ChannelReading::Multi);
    }
    let known = registry.channel(token).map(|ids| ChannelReading::Channels(ids.to_vec()));
    if known.is_none() {
        violations.push(unregistered(NamePart::Channel, "channel", token, registry.channel_tokens()));
    }
    known
}

fn check_campaign(token: &str, violations: &mut Vec<NameViolation>) {
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let right: String = token.chars().filter(char::is_ascii_alphanumeric).collect();
        violations.push(NameViolation {
            part: NamePart::Campaign,
            found: token.to_owned(),
            problem: format!("{token:?} is not a campaign's part of a name: it has letters and digits only."),
            suggestion: (!right.is_empty()).then_some(right),
        });
    }
}

/// The errors in brand and market, for the split with the fewest.
fn explain_codes(splits: &[(&str, &str)], registry: &Registry) -> Vec<NameViolation> {
    let known = |(brand, market): &(&str, &str)| {
        u8::from(registry.brand(brand).is_some()) + u8::from(registry.market(market).is_some())
    };
    let Some((brand, market)) = splits.iter().copied().rev().max_by_key(known) else {
        return Vec::new();
    };
    let mut violations = Vec::new();
    if registry.brand(brand).is_none() {
        violations.push(unregistered(NamePart::Brand, "brand", brand, registry.brand_codes()));
    }
    if registry.market(market).is_none() {
        violations.push(unregistered(NamePart::Market, "market", market, registry.market_codes()));
    }
    violations
}

fn unregistered(part: NamePart, what: &str, found: &str, codes: &WordList) -> NameViolation {
    NameViolation {
        part,
        found: found.to_owned(),
        problem: format!("There is no {what} {found:?}."),
        suggestion: codes.nearest(found).map(str::to_owned),
    }
}

//! The taxonomy engine: the one correct name of every campaign and ticket, written and read.
//! `[BrandCode]_[MarketCode]_[ChannelPlatform]_[Year]_[CampaignName]`, such as `DIS_US_META_2026_MoanaLaunch`.

mod generate;
mod parse;
mod registry;
mod sanitize;

#[cfg(test)]
mod tests;

pub use generate::NameParts;
pub use parse::{ChannelReading, NamePart, NameViolation, ParseFailure, Reading, parse};
pub use registry::Registry;
pub use sanitize::{Sanitized, Transliteration, campaign_token, channel_token, search_term};

/// The channel part of a campaign that spans channels.
pub const MULTI: &str = "MULTI";

//! Campaigns: a planner's descriptions.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};

use crate::{
    BrandId, CampaignId, Date, MarketId, Money, Timestamp, Version, Violation, Violations, taxonomy::NameParts,
    text::Field,
};

/// The stage of a campaign's life.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum CampaignStatus {
    /// Being planned.
    Draft,
    /// Running.
    Active,
    /// Stopped for now.
    Paused,
    /// Over.
    Completed,
}

/// A campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Identity.
    pub id: CampaignId,
    /// The generated name; unique, and never changed.
    pub name: String,
    /// The parts of the name. Codes may change later; the name keeps the old ones.
    pub parts: NameParts,
    /// The name that the planner typed.
    pub campaign_name: String,
    /// The brand.
    pub brand_id: BrandId,
    /// The market.
    pub market_id: MarketId,
    /// The most that all its tickets may spend.
    pub budget: Money,
    /// Its status.
    pub status: CampaignStatus,
    /// First day of the flight.
    pub start_date: Option<Date>,
    /// Last day of the flight.
    pub end_date: Option<Date>,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The number of its changes.
    pub version: Version,
}

const CAMPAIGN_NAME: Field = Field::line("/campaign_name", "The campaign name", 200);

/// Reads a typed campaign name, which becomes a part of the generated name.
pub fn parse_campaign_name(typed: &str) -> Result<String, Violation> {
    CAMPAIGN_NAME.read_or_empty(typed)
}

/// A campaign's budget must be above zero; the violation points to the field.
pub fn check_budget(budget: Money) -> Result<Money, Violation> {
    if budget.micros > 0 {
        Ok(budget)
    } else {
        Err(Violation::at(
            "/budget",
            format!("budget is {}, but a campaign needs money to spend.", budget.to_decimal()),
        )
        .suggest("Use an amount above 0."))
    }
}

/// A flight starts before, or on the day, it ends.
pub fn check_flight(start: Option<Date>, end: Option<Date>) -> Result<(), Violations> {
    match (start, end) {
        (Some(start), Some(end)) if end < start => {
            Err(Violation::at("/end_date", format!("end_date {end} is before start_date {start}."))
                .suggest(format!("Use {start} or a later day."))
                .into())
        }
        _ => Ok(()),
    }
}

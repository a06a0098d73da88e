//! The types of requests to a platform.

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

/// The request of a ticket to the platform.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    EnumIter,
    strum::VariantNames,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum RequestType {
    /// The campaign alone.
    CreateCampaign,
    /// Campaign, ad sets or ad groups, creatives and ads.
    CreateCampaignTree,
    /// Pause an object that an earlier ticket created.
    Pause,
    /// Resume it.
    Resume,
    /// Change its budget.
    UpdateBudget,
}

impl RequestType {
    /// Returns whether it creates objects, rather than changing one that an earlier ticket created.
    pub fn creates(self) -> bool {
        matches!(self, Self::CreateCampaign | Self::CreateCampaignTree)
    }
}

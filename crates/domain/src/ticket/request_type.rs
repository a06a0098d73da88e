//! The types of requests to a platform.

use serde::{Deserialize, Serialize};

/// The type of a ticket's request to the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
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
    /// Every request type.
    pub const ALL: [Self; 5] =
        [Self::CreateCampaign, Self::CreateCampaignTree, Self::Pause, Self::Resume, Self::UpdateBudget];

    /// The word in the API and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CreateCampaign => "CREATE_CAMPAIGN",
            Self::CreateCampaignTree => "CREATE_CAMPAIGN_TREE",
            Self::Pause => "PAUSE",
            Self::Resume => "RESUME",
            Self::UpdateBudget => "UPDATE_BUDGET",
        }
    }

    /// The request type of a word.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Returns true if it creates objects, instead of changing one that an earlier ticket created.
    pub fn creates(self) -> bool {
        matches!(self, Self::CreateCampaign | Self::CreateCampaignTree)
    }
}

//! What a platform keeps.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The platform that an object or a request belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// Meta Marketing API.
    Meta,
    /// `TikTok` Marketing API.
    Tiktok,
}

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A campaign of either platform.
    Campaign,
    /// Meta's ad set.
    AdSet,
    /// `TikTok`'s ad group.
    AdGroup,
    /// Meta's ad creative.
    AdCreative,
    /// An ad of either platform.
    Ad,
}

/// One object of a platform, as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// A numeric string, unique over both platforms and never given twice.
    pub id: String,
    /// Whose it is.
    pub platform: Platform,
    /// What it is.
    pub kind: Kind,
    /// The ad account (without `act_`) or the advertiser.
    pub account: String,
    /// The name that the caller gave.
    pub name: String,
    /// The platform's own word: `PAUSED`, `DISABLE`, …
    pub status: String,
    /// The campaign above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,
    /// The object directly above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// The idempotency key that it was created with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// The other fields, as the platform returns them.
    pub fields: Map<String, Value>,
    /// The name in lower case: a fuzzy search over an account must not fold every name anew.
    #[serde(skip)]
    pub(super) folded: String,
}

impl Object {
    /// Whether it was deleted, in either platform's word.
    pub fn is_deleted(&self) -> bool {
        matches!(self.status.as_str(), "DELETED" | "DELETE")
    }

    /// A field as text.
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).and_then(Value::as_str)
    }

    /// Whether a field is there and not null.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|value| !value.is_null())
    }

    pub(super) fn folded(mut self) -> Self {
        self.folded = self.name.to_lowercase();
        self
    }

    /// Whether the name contains this text, which must be in lower case.
    pub(crate) fn name_contains(&self, folded: &str) -> bool {
        self.folded.contains(folded)
    }

    pub(crate) fn number(&self) -> u64 {
        self.id.parse().unwrap_or_default()
    }
}

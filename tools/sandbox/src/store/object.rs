//! The objects that a platform stores.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Platform;

/// The kind of an object.
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

/// One object of a platform, in its current state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// A numeric string, unique over both platforms and never used twice.
    pub id: String,
    /// The platform that it belongs to.
    pub platform: Platform,
    /// The kind of object.
    pub kind: Kind,
    /// The ad account (without `act_`) or the advertiser.
    pub account: String,
    /// The name that the caller gave.
    pub name: String,
    /// The platform's own status: `PAUSED`, `DISABLE`, …
    pub status: String,
    /// The campaign that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,
    /// Its direct parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// The idempotency key that it was created with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The other fields, as the platform returns them.
    pub fields: Map<String, Value>,
    /// The name in lower case, so that a fuzzy search does not convert every name again.
    #[serde(skip)]
    pub(super) folded: String,
}

impl Object {
    /// Returns true if it was deleted, by the status of either platform.
    pub fn is_deleted(&self) -> bool {
        matches!(self.status.as_str(), "DELETED" | "DELETE")
    }

    /// A field as text.
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        self.fields.get(field).and_then(Value::as_str)
    }

    /// Returns true if a field exists and is not null.
    pub(crate) fn has(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|value| !value.is_null())
    }

    pub(super) fn folded(mut self) -> Self {
        self.folded = self.name.to_lowercase();
        self
    }

    /// Returns true if the name contains this text, which must be in lower case.
    pub(crate) fn name_contains(&self, folded: &str) -> bool {
        self.folded.contains(folded)
    }

    pub(crate) fn number(&self) -> u64 {
        self.id.parse().unwrap_or_default()
    }
}

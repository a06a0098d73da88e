//! Channels: where a ticket goes, and the platform behind each.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{ChannelId, Fault, Timestamp, Version};

/// An ad platform that has a connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlatformId {
    /// Meta: Facebook and Instagram.
    Meta,
    /// `TikTok`.
    Tiktok,
}

impl PlatformId {
    /// Every platform that has a connector.
    pub const ALL: [Self; 2] = [Self::Meta, Self::Tiktok];

    /// The platform's own spelling of its name.
    pub fn display_name(self) -> &'static str {
        match self {
            Self::Meta => "Meta",
            Self::Tiktok => "TikTok",
        }
    }

    /// The stable key in settings, metrics and stored rows.
    pub fn key(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Tiktok => "tiktok",
        }
    }

    /// The platform of a stored key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|platform| platform.key() == key)
    }

    /// The platform of a channel's `platform_name`, in any case; none for a platform without a connector.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Self::ALL.into_iter().find(|platform| platform.key() == plain)
    }
}

impl fmt::Display for PlatformId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.display_name())
    }
}

/// A channel: a family of accounts on one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Identity.
    pub id: ChannelId,
    /// The platform's name as the admin typed it: `Meta`, `TikTok`, `Google Ads`.
    pub platform_name: String,
    /// Unique; how other systems call the channel.
    pub api_identifier: String,
    /// When it was recorded.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// How often it changed.
    pub version: Version,
}

impl Channel {
    /// The connector's platform; none when the channel is only recorded.
    pub fn platform(&self) -> Option<PlatformId> {
        PlatformId::from_name(&self.platform_name)
    }
}

/// Checks a channel's `platform_name`: it must leave something for a name's channel part.
pub fn parse_platform_name(name: &str) -> Result<String, Fault> {
    let name = name.trim();
    crate::taxonomy::channel_token(name)
        .map(|_| name.to_owned())
        .map_err(|fault| Fault { pointer: "/platform_name".to_owned(), ..fault })
}

/// Checks a channel's `api_identifier`.
pub fn parse_api_identifier(identifier: &str) -> Result<String, Fault> {
    let text = identifier.trim();
    if text.is_empty() || text.chars().count() > 100 || text.chars().any(char::is_control) {
        return Err(Fault::at("/api_identifier", "api_identifier must have 1 to 100 printable characters.")
            .suggest("Use a short identifier such as \"meta_ads\"."));
    }
    Ok(text.to_owned())
}

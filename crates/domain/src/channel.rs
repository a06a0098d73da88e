//! Channels: the destinations of tickets, and their platforms.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr, VariantNames};

use crate::{ChannelId, Timestamp, Version, Violation, taxonomy::channel_token, text::Field};

/// An ad platform that has a connector.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    EnumIter,
    VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PlatformId {
    /// Meta: Facebook and Instagram.
    Meta,
    /// `TikTok`'s code.
    Tiktok,
}

impl PlatformId {
    /// The platform's own spelling of its name.
    pub fn display_name(self) -> &'static str {
        match self {
            Self::Meta => "Meta",
            Self::Tiktok => "TikTok",
        }
    }

    /// The stable key in settings, metrics and stored rows.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The platform of a name, in any case and however it is spaced; none for a platform without a connector.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        Self::iter().find(|platform| platform.key().replace('_', "") == plain)
    }
}

impl fmt::Display for PlatformId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.display_name())
    }
}

/// A platform of a channel. Some have no connector yet.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Platform {
    /// Meta: Facebook and Instagram.
    Meta,
    /// `TikTok`'s code.
    Tiktok,
    /// Google Ads.
    GoogleAds,
}

impl Platform {
    /// The platform's own spelling of its name.
    pub fn display_name(self) -> &'static str {
        match self {
            Self::Meta => "Meta",
            Self::Tiktok => "TikTok",
            Self::GoogleAds => "Google Ads",
        }
    }

    /// The key in the API and in stored rows.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// The channel part of names on this platform.
    pub fn token(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Tiktok => "TIKTOK",
            Self::GoogleAds => "GOOGLEADS",
        }
    }

    /// The platform of exactly this name, ignoring case and spaces; none for any other name.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        Self::iter().find(|platform| platform.token() == plain)
    }

    /// The platform's connector, if there is one.
    pub fn connector(self) -> Option<PlatformId> {
        match self {
            Self::Meta => Some(PlatformId::Meta),
            Self::Tiktok => Some(PlatformId::Tiktok),
            Self::GoogleAds => None,
        }
    }
}

/// A channel: a family of accounts on one platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Identity.
    pub id: ChannelId,
    /// The channel's name for people: `Meta`, `Meta EU`, `TikTok`.
    pub platform_name: String,
    /// Its platform; none for a channel without one.
    pub recorded_platform: Option<Platform>,
    /// Unique; the channel's name in other systems.
    pub api_identifier: String,
    /// The time of its creation.
    pub created_at: Timestamp,
    /// The time of its last change.
    pub updated_at: Timestamp,
    /// The number of its changes.
    pub version: Version,
}

impl Channel {
    /// The platform with a connector; none if the channel has no platform, or the platform has no connector.
    pub fn platform(&self) -> Option<PlatformId> {
        self.recorded_platform.and_then(Platform::connector)
    }

    /// The channel's part of names: its platform's, or, without a platform, its own name's.
    pub fn token(&self) -> Result<String, Violation> {
        channel_part(&self.platform_name, self.recorded_platform)
    }
}

/// The channel part of names for a channel of this name and platform.
pub fn channel_part(platform_name: &str, platform: Option<Platform>) -> Result<String, Violation> {
    platform.map_or_else(|| channel_token(platform_name), |platform| Ok(platform.token().to_owned()))
}

const NAME: Field = Field::line("/platform_name", "The channel's name", 100);
const IDENTIFIER: Field = Field::line("/api_identifier", "api_identifier", 100);

/// Checks a channel's `platform_name`: the channel part of names must not become empty.
pub fn parse_platform_name(name: &str) -> Result<String, Violation> {
    let name = NAME.read_or_empty(name)?;
    match channel_token(&name) {
        Ok(_) => Ok(name),
        Err(violation) => Err(Violation { pointer: "/platform_name".to_owned(), ..violation }),
    }
}

/// Checks that a channel with exactly a platform's name is on that platform, or on none.
pub fn check_platform(platform_name: &str, platform: Option<Platform>) -> Result<(), Violation> {
    match (Platform::from_name(platform_name), platform) {
        (Some(named), Some(on)) if named != on => Err(Violation::at(
            "/platform",
            format!("A channel that is called {platform_name:?} cannot be on {}.", on.display_name()),
        )
        .suggest(format!("Use {:?}, or another name.", named.key()))),
        _ => Ok(()),
    }
}

/// Checks a channel's `api_identifier`.
pub fn parse_api_identifier(identifier: &str) -> Result<String, Violation> {
    IDENTIFIER.read(identifier).map_err(|violation| {
        if violation.suggestion.is_some() {
            violation
        } else {
            violation.suggest("Use a short identifier such as \"meta_ads\".")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_platform_s_exact_name_names_it() {
        for (name, platform) in [
            ("Meta", Some(Platform::Meta)),
            ("tik tok", Some(Platform::Tiktok)),
            ("GOOGLE-ADS", Some(Platform::GoogleAds)),
            ("Meta EU", None),
            ("Metaverse", None),
        ] {
            assert_eq!(Platform::from_name(name), platform, "{name}");
            let token = channel_token(name).unwrap();
            assert_eq!(channel_part(name, platform).unwrap(), token, "the part of names is what it was before: {name}");
        }
        assert_eq!(channel_part("Meta EU", Some(Platform::Meta)).unwrap(), "META");
        assert_eq!(channel_part("Meta EU", None).unwrap(), "METAEU");
    }

    #[test]
    fn a_platform_s_name_is_its_own() {
        assert_eq!("google_ads".parse(), Ok(Platform::GoogleAds));
        assert!("Meta".parse::<Platform>().is_err());
        assert!(check_platform("TikTok", Some(Platform::Meta)).is_err());
        assert!(check_platform("TikTok EU", Some(Platform::Meta)).is_ok());
        assert!(check_platform("TikTok", None).is_ok());
    }
}

//! Markets, brands and channels.

use domain::{Brand, Channel, Market};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rfc3339;
use crate::words::PlatformWord;

/// A market: a country or a group of countries.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Market)]
pub(crate) struct MarketBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// Unique, upper case: the market's part of a name.
    #[schema(example = "US")]
    pub(crate) code: String,
    /// The country, or group of countries, in the typed form.
    #[schema(example = "United States")]
    pub(crate) country: String,
    /// ISO 3166-1 alpha-2; null for a market of several countries.
    #[schema(example = "US")]
    pub(crate) country_code: Option<String>,
    /// The countries of a market with several, as alpha-2 codes.
    pub(crate) countries: Vec<String>,
    /// The sales region.
    #[schema(example = "NA")]
    pub(crate) region: String,
    /// The time of its creation (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// Grows by one with each change; also the `ETag`.
    pub(crate) version: i64,
}

impl From<Market> for MarketBody {
    fn from(market: Market) -> Self {
        Self {
            id: market.id.0,
            code: market.code,
            country: market.country,
            country_code: market.country_code.map(|code| code.to_string()),
            countries: market.countries.iter().map(ToString::to_string).collect(),
            region: market.region,
            created_at: rfc3339(market.created_at),
            updated_at: rfc3339(market.updated_at),
            version: market.version,
        }
    }
}

/// A brand: the owner of campaigns.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Brand)]
pub(crate) struct BrandBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The name for people.
    #[schema(example = "Disney")]
    pub(crate) name: String,
    /// Unique, upper case: the brand's part of a name.
    #[schema(example = "DIS")]
    pub(crate) internal_code: String,
    /// True if brand safety keeps it off sensitive interests and inventory.
    pub(crate) family_friendly: bool,
    /// The time of its creation (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// Grows by one with each change; also the `ETag`.
    pub(crate) version: i64,
}

impl From<Brand> for BrandBody {
    fn from(brand: Brand) -> Self {
        Self {
            id: brand.id.0,
            name: brand.name,
            internal_code: brand.internal_code,
            family_friendly: brand.family_friendly,
            created_at: rfc3339(brand.created_at),
            updated_at: rfc3339(brand.updated_at),
            version: brand.version,
        }
    }
}

/// A channel: the destination of tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Channel)]
pub(crate) struct ChannelBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The channel's name for people.
    #[schema(example = "Meta")]
    pub(crate) platform_name: String,
    /// Unique; the channel's name in other systems.
    #[schema(example = "meta_ads")]
    pub(crate) api_identifier: String,
    /// True if there is a connector for the platform, so that tickets can be deployed.
    pub(crate) supported: bool,
    /// Its platform, and so its connector's key in `/api/v1/platforms`; null for a channel without a platform.
    pub(crate) platform: Option<PlatformWord>,
    /// The time of its creation (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// Grows by one with each change; also the `ETag`.
    pub(crate) version: i64,
}

impl From<Channel> for ChannelBody {
    fn from(channel: Channel) -> Self {
        Self {
            supported: channel.platform().is_some(),
            platform: channel.recorded_platform.map(PlatformWord::from),
            id: channel.id.0,
            platform_name: channel.platform_name,
            api_identifier: channel.api_identifier,
            created_at: rfc3339(channel.created_at),
            updated_at: rfc3339(channel.updated_at),
            version: channel.version,
        }
    }
}

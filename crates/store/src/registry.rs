//! The codes for reading names: the current ones, and those in the names of campaigns.

use domain::{BrandId, ChannelId, MarketId, channel::channel_part};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use uuid::Uuid;

use crate::{
    Result,
    entity::{brand, campaign, channel, market},
};

/// All codes that a name's part can have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// The current codes of brands.
    pub brands: Vec<(String, BrandId)>,
    /// The current codes of markets.
    pub markets: Vec<(String, MarketId)>,
    /// Channels' parts of names.
    pub channels: Vec<(String, ChannelId)>,
    /// Brands' codes in campaigns' names.
    pub brands_in_names: Vec<(String, BrandId)>,
    /// Markets' codes in campaigns' names.
    pub markets_in_names: Vec<(String, MarketId)>,
}

/// Reads them all.
pub async fn codes(connection: &impl ConnectionTrait) -> Result<Codes> {
    let brands: Vec<(String, Uuid)> = brand::Entity::find()
        .select_only()
        .columns([brand::Column::InternalCode, brand::Column::Id])
        .into_tuple()
        .all(connection)
        .await?;
    let markets: Vec<(String, Uuid)> = market::Entity::find()
        .select_only()
        .columns([market::Column::Code, market::Column::Id])
        .into_tuple()
        .all(connection)
        .await?;
    let channels = channels(connection).await?;
    let brands_in_names: Vec<(String, Uuid)> = campaign::Entity::find()
        .select_only()
        .columns([campaign::Column::BrandCode, campaign::Column::BrandId])
        .distinct()
        .into_tuple()
        .all(connection)
        .await?;
    let markets_in_names: Vec<(String, Uuid)> = campaign::Entity::find()
        .select_only()
        .columns([campaign::Column::MarketCode, campaign::Column::MarketId])
        .distinct()
        .into_tuple()
        .all(connection)
        .await?;
    Ok(Codes {
        brands: typed(brands),
        markets: typed(markets),
        channels,
        brands_in_names: typed(brands_in_names),
        markets_in_names: typed(markets_in_names),
    })
}

fn typed<T: From<Uuid>>(rows: Vec<(String, Uuid)>) -> Vec<(String, T)> {
    rows.into_iter().map(|(code, id)| (code, T::from(id))).collect()
}

/// Every channel by its part of names.
pub async fn channels(connection: &impl ConnectionTrait) -> Result<Vec<(String, ChannelId)>> {
    let rows: Vec<(String, Option<String>, Uuid)> = channel::Entity::find()
        .select_only()
        .columns([channel::Column::PlatformName, channel::Column::Platform, channel::Column::Id])
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().filter_map(|(name, platform, id)| part(&name, platform.as_deref(), id)).collect())
}

/// A channel's part of names, and its id.
fn part(name: &str, platform: Option<&str>, id: Uuid) -> Option<(String, ChannelId)> {
    let part = channel_part(name, platform.and_then(|key| key.parse().ok())).ok()?;
    Some((part, ChannelId(id)))
}

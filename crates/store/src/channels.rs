//! Channels.

use domain::{Channel, ChannelId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use uuid::Uuid;

use crate::{
    Aggregate, ListQuery, Listed, Result, Store, aggregate, convert,
    entity::channel::{ActiveModel, Column, Entity, Model},
    list,
};

/// Filters of channels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChannelFilter {
    /// Only this platform name.
    pub platform_name: Option<String>,
    /// Only this identifier.
    pub api_identifier: Option<String>,
    /// Only those whose identifier or platform name contains this, in upper or lower case.
    pub search: Option<String>,
}

/// A channel with that name.
pub async fn find_by_name(connection: &impl ConnectionTrait, name: &str) -> Result<Option<Channel>> {
    let named = Entity::find().filter(Column::PlatformName.eq(name.trim())).order_by_asc(Column::Id);
    named.one(connection).await?.map(Channel::from_row).transpose()
}

/// A page of channels.
pub async fn list(store: &Store, filter: &ChannelFilter, query: &ListQuery) -> Result<Listed<Channel>> {
    let mut select = Entity::find();
    if let Some(name) = &filter.platform_name {
        select = select.filter(Column::PlatformName.eq(name));
    }
    if let Some(identifier) = &filter.api_identifier {
        select = select.filter(Column::ApiIdentifier.eq(identifier));
    }
    if let Some(text) = &filter.search {
        select = select.filter(list::folded_contains(Column::Folded, text));
    }
    aggregate::page(store, select, query).await
}

impl Aggregate for Channel {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = ChannelId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const SORTABLE: &'static [(&'static str, Column)] = &[
        ("platform_name", Column::PlatformName),
        ("api_identifier", Column::ApiIdentifier),
        ("updated_at", Column::UpdatedAt),
    ];

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn to_row(&self) -> Result<ActiveModel> {
        Ok(ActiveModel {
            id: Set(self.id.0),
            platform_name: Set(self.platform_name.clone()),
            platform: Set(self.recorded_platform.map(|platform| platform.key().to_owned())),
            api_identifier: Set(self.api_identifier.clone()),
            folded: Set(list::folded([&self.api_identifier, &self.platform_name])),
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        })
    }

    fn from_row(row: Model) -> Result<Self> {
        Ok(Channel {
            id: ChannelId(row.id),
            recorded_platform: row.platform.map(|key| convert::word(&key)).transpose()?,
            platform_name: row.platform_name,
            api_identifier: row.api_identifier,
            created_at: convert::timestamp(row.created_at),
            updated_at: convert::timestamp(row.updated_at),
            version: row.version,
        })
    }
}

//! Channels.

use domain::{
    Channel, ChannelId,
    list::{ChannelFilter, Filter},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use uuid::Uuid;

use crate::{
    Aggregate, Described, Result, convert,
    entity::channel::{ActiveModel, Column, Entity, Model},
    list,
};

/// A channel with that name.
pub async fn find_by_name(connection: &impl ConnectionTrait, name: &str) -> Result<Option<Channel>> {
    let named = Entity::find().filter(Column::PlatformName.eq(name.trim())).order_by_asc(Column::Id);
    named.one(connection).await?.map(Channel::from_row).transpose()
}

impl Described for Channel {
    type Filter = ChannelFilter;
}

impl Aggregate for Channel {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = ChannelId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn to_row(&self) -> Result<ActiveModel> {
        let row = ActiveModel {
            id: Set(self.id.0),
            platform_name: Set(self.platform_name.clone()),
            platform: Set(self.recorded_platform.map(|platform| platform.key().to_owned())),
            api_identifier: Set(self.api_identifier.clone()),
            folded: NotSet,
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        };
        list::with_folded(row, &ChannelFilter::RESOURCE)
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

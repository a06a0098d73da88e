//! Campaigns.

use domain::Word as _;
use domain::{BrandId, Campaign, CampaignId, Currency, MarketId, Money, list::CampaignFilter, taxonomy::NameParts};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use uuid::Uuid;

use crate::{
    Aggregate, Described, Result, convert,
    entity::campaign::{ActiveModel, Column, Entity, Model},
};

/// Returns true if a campaign has this generated name.
pub async fn is_taken(connection: &impl ConnectionTrait, name: &str) -> Result<bool> {
    Ok(Entity::find().filter(Column::Name.eq(name)).count(connection).await? > 0)
}

impl Described for Campaign {
    type Filter = CampaignFilter;
}

impl Aggregate for Campaign {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = CampaignId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;

    fn key(&self) -> Uuid {
        self.id.0
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn to_row(&self) -> Result<ActiveModel> {
        Ok(ActiveModel {
            id: Set(self.id.0),
            name: Set(self.name.clone()),
            brand_code: Set(self.parts.brand.clone()),
            market_code: Set(self.parts.market.clone()),
            channel_token: Set(self.parts.channel.clone()),
            year: Set(self.parts.year),
            stem: Set(self.parts.campaign.clone()),
            campaign_name: Set(self.campaign_name.clone()),
            brand_id: Set(self.brand_id.0),
            market_id: Set(self.market_id.0),
            budget_micros: Set(self.budget.micros),
            currency: Set(self.budget.currency.code().to_owned()),
            status: Set(self.status.as_str().to_owned()),
            start_date: Set(convert::date_text(self.start_date)),
            end_date: Set(convert::date_text(self.end_date)),
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        })
    }

    fn from_row(row: Model) -> Result<Self> {
        Ok(Campaign {
            id: CampaignId(row.id),
            name: row.name,
            parts: NameParts {
                brand: row.brand_code,
                market: row.market_code,
                channel: row.channel_token,
                year: row.year,
                campaign: row.stem,
            },
            campaign_name: row.campaign_name,
            brand_id: BrandId(row.brand_id),
            market_id: MarketId(row.market_id),
            budget: Money::of_micros(
                row.budget_micros,
                Currency::parse(&row.currency).map_err(|fault| convert::corrupt(fault.problem))?,
            ),
            status: convert::word(&row.status)?,
            start_date: convert::date(row.start_date.as_deref())?,
            end_date: convert::date(row.end_date.as_deref())?,
            created_at: convert::timestamp(row.created_at),
            updated_at: convert::timestamp(row.updated_at),
            version: row.version,
        })
    }
}

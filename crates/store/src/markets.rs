//! Markets.

use domain::{
    CountryCode, Market, MarketId,
    list::{Filter, MarketFilter},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

use uuid::Uuid;

use crate::{
    Aggregate, Described, Result, convert,
    entity::market::{ActiveModel, Column, Entity, Model},
    list,
};

/// Returns true if a market has this code.
pub async fn has_code(connection: &impl ConnectionTrait, code: &str) -> Result<bool> {
    Ok(Entity::find().filter(Column::Code.eq(code)).count(connection).await? > 0)
}

impl Described for Market {
    type Filter = MarketFilter;
}

impl Aggregate for Market {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = MarketId;

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
            code: Set(self.code.clone()),
            country: Set(self.country.clone()),
            country_code: Set(self.country_code.map(|code| code.to_string())),
            countries: Set(convert::countries_json(&self.countries)),
            region: Set(self.region.clone()),
            folded: NotSet,
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        };
        list::with_folded(row, &MarketFilter::RESOURCE)
    }

    fn from_row(row: Model) -> Result<Self> {
        Ok(Market {
            id: MarketId(row.id),
            code: row.code,
            country: row.country,
            country_code: row
                .country_code
                .map(|code| CountryCode::parse(&code).ok_or_else(|| convert::unknown_word(&code)))
                .transpose()?,
            countries: convert::from_json(row.countries)?,
            region: row.region,
            created_at: convert::timestamp(row.created_at),
            updated_at: convert::timestamp(row.updated_at),
            version: row.version,
        })
    }
}

//! Markets.

use domain::{CountryCode, Market, MarketId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use uuid::Uuid;

use crate::{
    Aggregate, ListQuery, Listed, Result, Store, aggregate, convert,
    entity::market::{ActiveModel, Column, Entity, Model},
    list,
};

/// Filters of markets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarketFilter {
    /// Only this code.
    pub code: Option<String>,
    /// Only this region.
    pub region: Option<String>,
    /// Only this country.
    pub country_code: Option<String>,
    /// Only those whose code or country contains this, in upper or lower case.
    pub search: Option<String>,
}

/// Returns true if a market has this code.
pub async fn has_code(connection: &impl ConnectionTrait, code: &str) -> Result<bool> {
    Ok(Entity::find().filter(Column::Code.eq(code)).count(connection).await? > 0)
}

/// A page of markets.
pub async fn list(store: &Store, filter: &MarketFilter, query: &ListQuery) -> Result<Listed<Market>> {
    let mut select = Entity::find();
    if let Some(code) = &filter.code {
        select = select.filter(Column::Code.eq(code.to_ascii_uppercase()));
    }
    if let Some(region) = &filter.region {
        select = select.filter(Column::Region.eq(region));
    }
    if let Some(code) = &filter.country_code {
        select = select.filter(Column::CountryCode.eq(code.to_ascii_uppercase()));
    }
    if let Some(text) = &filter.search {
        select = select.filter(list::folded_contains(Column::Folded, text));
    }
    aggregate::page(store, select, query).await
}

impl Aggregate for Market {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = MarketId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const SORTABLE: &'static [(&'static str, Column)] = &[
        ("code", Column::Code),
        ("country", Column::Country),
        ("region", Column::Region),
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
            code: Set(self.code.clone()),
            country: Set(self.country.clone()),
            country_code: Set(self.country_code.map(|code| code.to_string())),
            countries: Set(convert::countries_json(&self.countries)),
            region: Set(self.region.clone()),
            folded: Set(list::folded([&self.code, &self.country])),
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        })
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

//! Brands.

use domain::{Brand, BrandId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use uuid::Uuid;

use crate::{
    Aggregate, ListQuery, Listed, Result, Store, aggregate, convert,
    entity::brand::{ActiveModel, Column, Entity, Model},
    list,
};

/// Filters of brands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BrandFilter {
    /// Only this code.
    pub internal_code: Option<String>,
    /// Only this name.
    pub name: Option<String>,
    /// Only family-friendly ones, or only others.
    pub family_friendly: Option<bool>,
    /// Only those whose code or name contains this, in upper or lower case.
    pub search: Option<String>,
}

/// A page of brands.
pub async fn list(store: &Store, filter: &BrandFilter, query: &ListQuery) -> Result<Listed<Brand>> {
    let mut select = Entity::find();
    if let Some(code) = &filter.internal_code {
        select = select.filter(Column::InternalCode.eq(code.to_ascii_uppercase()));
    }
    if let Some(name) = &filter.name {
        select = select.filter(Column::Name.eq(name));
    }
    if let Some(flag) = filter.family_friendly {
        select = select.filter(Column::FamilyFriendly.eq(flag));
    }
    if let Some(text) = &filter.search {
        select = select.filter(list::folded_contains(Column::Folded, text));
    }
    aggregate::page(store, select, query).await
}

impl Aggregate for Brand {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = BrandId;

    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
    const SORTABLE: &'static [(&'static str, Column)] =
        &[("name", Column::Name), ("internal_code", Column::InternalCode), ("updated_at", Column::UpdatedAt)];

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
            internal_code: Set(self.internal_code.clone()),
            family_friendly: Set(self.family_friendly),
            folded: Set(list::folded([&self.internal_code, &self.name])),
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        })
    }

    fn from_row(row: Model) -> Result<Self> {
        Ok(Brand {
            id: BrandId(row.id),
            name: row.name,
            internal_code: row.internal_code,
            family_friendly: row.family_friendly,
            created_at: convert::timestamp(row.created_at),
            updated_at: convert::timestamp(row.updated_at),
            version: row.version,
        })
    }
}

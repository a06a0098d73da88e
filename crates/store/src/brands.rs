//! Brands.

use domain::{
    Brand, BrandId,
    list::{BrandFilter, Filter},
};
use sea_orm::ActiveValue::{NotSet, Set};

use uuid::Uuid;

use crate::{
    Aggregate, Described, Result, convert,
    entity::brand::{ActiveModel, Column, Entity, Model},
    list,
};

impl Described for Brand {
    type Filter = BrandFilter;
}

impl Aggregate for Brand {
    type Entity = Entity;
    type Row = Model;
    type Active = ActiveModel;
    type Id = BrandId;

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
            name: Set(self.name.clone()),
            internal_code: Set(self.internal_code.clone()),
            family_friendly: Set(self.family_friendly),
            folded: NotSet,
            created_at: Set(convert::micros(self.created_at)),
            updated_at: Set(convert::micros(self.updated_at)),
            version: Set(self.version),
        };
        list::with_folded(row, &BrandFilter::RESOURCE)
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

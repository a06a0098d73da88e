//! Brands.

use sea_orm::entity::prelude::*;

/// A row of `brands`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "brands")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub internal_code: String,
    pub family_friendly: bool,
    pub folded: String,
    pub created_at: i64,
    pub updated_at: i64,
    pub version: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Markets.

use sea_orm::entity::prelude::*;

/// A row of `markets`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "markets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code: String,
    pub country: String,
    pub country_code: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub countries: Json,
    pub region: String,
    pub folded: String,
    pub created_at: i64,
    pub updated_at: i64,
    pub version: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Exchanges with platforms.

use sea_orm::entity::prelude::*;

/// A row of `attempts`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attempts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: Uuid,
    pub step_id: Uuid,
    pub started_at: i64,
    pub elapsed_ms: i64,
    pub method: String,
    pub url: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub request: Json,
    pub status: Option<i32>,
    pub platform_code: Option<String>,
    pub outcome: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub response: Json,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

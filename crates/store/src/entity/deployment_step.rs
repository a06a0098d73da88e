//! A deployment's steps.

use sea_orm::entity::prelude::*;

/// A row of `deployment_steps`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deployment_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub deployment_id: Uuid,
    pub position: i32,
    pub step_key: String,
    pub kind: String,
    pub name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub request: Json,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub lookup: Option<Json>,
    pub idempotency_key: String,
    pub state: String,
    pub external_id: Option<String>,
    pub sent_at: Option<i64>,
    pub in_flight: Option<String>,
    pub misses: i32,
    pub reason: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub read_back: Option<Json>,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! Worker processes and their heartbeats.

use sea_orm::entity::prelude::*;

/// A row of `workers`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "workers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    pub version: String,
    pub broker: String,
    pub concurrency: i32,
    pub in_hand: i32,
    pub queued: i32,
    pub driven: i64,
    pub started_at: i64,
    pub beat_at: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

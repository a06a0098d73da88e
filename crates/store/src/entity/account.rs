//! Accounts that are or were parked.

use sea_orm::entity::prelude::*;

/// A row of `accounts`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "accounts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub platform: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    pub parked_since: i64,
    pub parked_until: i64,
    pub reason: String,
    pub message: String,
    pub in_a_row: i32,
    pub probe_id: Option<Uuid>,
    pub probe_until: Option<i64>,
    pub updated_at: i64,
    pub version: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

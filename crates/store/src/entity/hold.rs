//! Accounts and platforms that a person has paused.

use sea_orm::entity::prelude::*;

/// A row of `holds`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "holds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub platform: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    pub actor: String,
    pub reason: String,
    pub held_at: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

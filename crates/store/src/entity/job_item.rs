//! The tickets that a job works on.

use sea_orm::entity::prelude::*;

/// A row of `job_items`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "job_items")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub job_id: Uuid,
    pub ticket_id: Uuid,
    pub state: String,
    pub deployment_id: Option<Uuid>,
    pub refusal: Option<String>,
    pub message: Option<String>,
    pub failures: i32,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

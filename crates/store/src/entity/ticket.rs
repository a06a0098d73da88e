//! Tickets.

use sea_orm::entity::prelude::*;

/// A row of `tickets`.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tickets")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: Uuid,
    pub channel_id: Uuid,
    pub brand_id: Option<Uuid>,
    pub market_id: Option<Uuid>,
    pub request_type: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub payload_config: Json,
    pub variant: Option<String>,
    pub name: String,
    pub status: String,
    pub external_platform_id: Option<String>,
    pub qa_digest: Option<String>,
    pub qa_failure_reason: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub qa_findings: Json,
    pub planned_micros: Option<i64>,
    pub planned_currency: Option<String>,
    pub created_at: i64,
    pub updated_at: i64,
    pub version: i64,
}

/// No relation is followed by the ORM: each use case loads what it needs.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

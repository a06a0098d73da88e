//! The operator's view: deployments by status, ticket, platform and account.

use domain::{Deployment, PlatformId, TicketId, deployment::DeploymentStatus};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::deployment;
use crate::{
    ListQuery, Listed, Result,
    entity::deployment::{Column, Entity},
    list as lists,
};

/// Which deployments to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeploymentFilter {
    /// Only in these statuses; empty for all.
    pub status: Vec<DeploymentStatus>,
    /// Only this ticket's.
    pub ticket_id: Option<TicketId>,
    /// Only to this platform.
    pub platform: Option<PlatformId>,
    /// Only to this account.
    pub account_id: Option<String>,
}

/// The fields that a list of deployments can be sorted by, besides `created_at`.
const SORTABLE: &[(&str, Column)] =
    &[("status", Column::Status), ("updated_at", Column::UpdatedAt), ("next_attempt_at", Column::DueAt)];

/// A page of deployments.
pub async fn list(
    connection: &impl ConnectionTrait,
    filter: &DeploymentFilter,
    query: &ListQuery,
) -> Result<Listed<Deployment>> {
    let mut select = Entity::find();
    if !filter.status.is_empty() {
        select = select.filter(Column::Status.is_in(filter.status.iter().map(|status| status.as_str())));
    }
    if let Some(id) = filter.ticket_id {
        select = select.filter(Column::TicketId.eq(id.0));
    }
    if let Some(platform) = filter.platform {
        select = select.filter(Column::Platform.eq(platform.key()));
    }
    if let Some(account) = &filter.account_id {
        select = select.filter(Column::AccountId.eq(account));
    }
    lists::page(connection, select, query, SORTABLE, Column::Id).await?.try_map(deployment)
}

/// How many deployments there are by platform and status.
pub async fn count_by_status(connection: &impl ConnectionTrait) -> Result<Vec<(String, String, i64)>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Platform)
        .column(Column::Status)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Platform)
        .group_by(Column::Status)
        .into_tuple()
        .all(connection)
        .await?)
}

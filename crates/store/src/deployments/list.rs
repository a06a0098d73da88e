//! The operator's view: deployments by status, ticket, platform and account.

use domain::{AccountRef, Deployment, PlatformId, TicketId, deployment::DeploymentStatus};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use super::deployment;
use crate::{
    ListQuery, Listed, Result, convert,
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
    let select = filtered(filter);
    lists::page(connection, select, query, SORTABLE, Column::Id).await?.try_map(deployment)
}

fn filtered(filter: &DeploymentFilter) -> Select<Entity> {
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
    select
}

/// How many deployments there are in each status, of those that the filter lets through.
pub async fn count_filtered(
    connection: &impl ConnectionTrait,
    filter: &DeploymentFilter,
) -> Result<Vec<(String, i64)>> {
    Ok(filtered(filter)
        .select_only()
        .column(Column::Status)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Status)
        .into_tuple()
        .all(connection)
        .await?)
}

/// How many active deployments each account has.
pub async fn active_by_account(connection: &impl ConnectionTrait) -> Result<Vec<(AccountRef, i64)>> {
    let rows: Vec<(String, String, i64)> = Entity::find()
        .select_only()
        .column(Column::Platform)
        .column(Column::AccountId)
        .column_as(Column::Id.count(), "count")
        .filter(Column::Status.is_in(super::ACTIVE))
        .group_by(Column::Platform)
        .group_by(Column::AccountId)
        .into_tuple()
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|(platform, account_id, count)| {
            let platform = convert::word(PlatformId::from_key(&platform), &platform)?;
            Ok((AccountRef { platform, account_id }, count))
        })
        .collect()
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

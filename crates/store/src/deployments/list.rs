//! The operator's view: deployments by status, ticket, platform and account.

use domain::{AccountRef, Deployment, PlatformId, TicketId, deployment::DeploymentStatus};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::deployment;
use crate::{
    ListQuery, Listed, Result, Store, convert,
    entity::deployment::{Column, Entity},
    list::{self as lists, Filtered},
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
pub async fn list(store: &Store, filter: &DeploymentFilter, query: &ListQuery) -> Result<Listed<Deployment>> {
    lists::page(store, filtered(filter, &filter.status), query, SORTABLE, Column::Id).await?.try_map(deployment)
}

fn filtered(filter: &DeploymentFilter, statuses: &[DeploymentStatus]) -> Filtered<Entity> {
    Filtered::<Entity>::all()
        .equal(Column::TicketId, filter.ticket_id.map(|id| id.0))
        .equal(Column::Platform, filter.platform.map(PlatformId::key))
        .equal(Column::AccountId, filter.account_id.as_deref())
        .any_of(Column::Status, statuses.iter().map(|status| status.as_str()).collect())
}

/// How many deployments there are in each status, of those that the filter lets through. Totals above 10,000 may be some
/// seconds old, as those of lists.
pub async fn count_filtered(store: &Store, filter: &DeploymentFilter) -> Result<Vec<(DeploymentStatus, u64)>> {
    let mut counts = Vec::new();
    for status in DeploymentStatus::ALL {
        if filter.status.is_empty() || filter.status.contains(&status) {
            counts.push((status, lists::total::of(store, filtered(filter, &[status]).whole()).await?));
        }
    }
    Ok(counts)
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

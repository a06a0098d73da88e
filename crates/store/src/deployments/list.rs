//! The operator's view: deployments by status, platform and account, and by what their tickets are.

use domain::Word as _;
use domain::{
    AccountRef, Deployment,
    deployment::DeploymentStatus,
    list::{DeploymentFilter, Filter, ListQuery, Listed, TicketFilter},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use strum::IntoEnumIterator;

use super::deployment;
use crate::{
    Result, Store, convert,
    entity::deployment::{Column, Entity},
    list::{self as lists, Filtered},
    tickets,
};

/// The tickets that a filter asks for; none where it takes any.
fn tickets_of(filter: &DeploymentFilter) -> Option<TicketFilter> {
    let tickets = TicketFilter {
        brand_id: filter.brand_id,
        market_id: filter.market_id,
        channel_id: filter.channel_id,
        search: filter.search.clone(),
        ..TicketFilter::default()
    };
    (tickets != TicketFilter::default()).then_some(tickets)
}

/// A page of deployments.
pub async fn list(store: &Store, filter: &DeploymentFilter, query: &ListQuery) -> Result<Listed<Deployment>> {
    let sortable = lists::sortable::<Entity>(&DeploymentFilter::RESOURCE)?;
    let rows = filtered(store, filter).await?;
    lists::page(store, rows, query, &sortable, Column::Id).await?.try_map(deployment)
}

/// The rows that pass the filter.
async fn filtered(store: &Store, filter: &DeploymentFilter) -> Result<Filtered<Entity>> {
    let rows = lists::filtered::<Entity>(filter)?;
    Ok(match tickets_of(filter) {
        Some(wanted) => rows.and(tickets::is_one_of(store, Column::TicketId, &wanted).await?),
        None => rows,
    })
}

/// The number of deployments in each status, of those that match the filter. Totals above 10,000 may be some
/// seconds old, as those of lists.
pub async fn count_filtered(store: &Store, filter: &DeploymentFilter) -> Result<Vec<(DeploymentStatus, u64)>> {
    let rows = filtered(store, &DeploymentFilter { status: Vec::new(), ..filter.clone() }).await?;
    let mut counts = Vec::new();
    for status in DeploymentStatus::iter() {
        if filter.status.is_empty() || filter.status.contains(&status) {
            let rows = rows.clone().equal(Column::Status, Some(status.as_str()));
            counts.push((status, lists::total::of(store, rows.whole()).await?));
        }
    }
    Ok(counts)
}

/// The number of active deployments of each account.
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
            let platform = convert::word(&platform)?;
            Ok((AccountRef { platform, account_id }, count))
        })
        .collect()
}

/// The number of deployments by platform and status.
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

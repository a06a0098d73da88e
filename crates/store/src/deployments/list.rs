//! The operator's view: deployments by status, platform and account, and by what their tickets are.

use domain::{
    AccountRef, BrandId, ChannelId, Deployment, MarketId, PlatformId, TicketId, Word, deployment::DeploymentStatus,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use strum::IntoEnumIterator;

use super::deployment;
use crate::{
    ListQuery, Listed, Result, Store, convert,
    entity::deployment::{Column, Entity},
    list::{self as lists, Filtered},
    tickets::{self, TicketFilter},
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
    /// Only of tickets of this brand's campaigns.
    pub brand_id: Option<BrandId>,
    /// Only of tickets of this market's campaigns.
    pub market_id: Option<MarketId>,
    /// Only of this channel's tickets.
    pub channel_id: Option<ChannelId>,
    /// Only of tickets whose name contains this, in any case.
    pub search: Option<String>,
}

impl DeploymentFilter {
    /// Which tickets it asks for; none where any will do.
    fn tickets(&self) -> Option<TicketFilter> {
        let tickets = TicketFilter {
            brand_id: self.brand_id,
            market_id: self.market_id,
            channel_id: self.channel_id,
            search: self.search.clone(),
            ..TicketFilter::default()
        };
        (tickets != TicketFilter::default()).then_some(tickets)
    }
}

/// The fields that a list of deployments can be sorted by, besides `created_at`.
const SORTABLE: &[(&str, Column)] =
    &[("status", Column::Status), ("updated_at", Column::UpdatedAt), ("next_attempt_at", Column::DueAt)];

/// A page of deployments.
pub async fn list(store: &Store, filter: &DeploymentFilter, query: &ListQuery) -> Result<Listed<Deployment>> {
    let rows = but_for_status(store, filter).await?;
    lists::page(store, in_status(rows, &filter.status), query, SORTABLE, Column::Id).await?.try_map(deployment)
}

/// The deployments that match the filter, in any status.
async fn but_for_status(store: &Store, filter: &DeploymentFilter) -> Result<Filtered<Entity>> {
    let rows = Filtered::<Entity>::all()
        .equal(Column::TicketId, filter.ticket_id.map(|id| id.0))
        .equal(Column::Platform, filter.platform.map(PlatformId::key))
        .equal(Column::AccountId, filter.account_id.as_deref());
    Ok(match filter.tickets() {
        Some(wanted) => rows.and(tickets::is_one_of(store, Column::TicketId, &wanted).await?),
        None => rows,
    })
}

fn in_status(rows: Filtered<Entity>, statuses: &[DeploymentStatus]) -> Filtered<Entity> {
    rows.any_of(Column::Status, statuses.iter().map(Word::as_str).collect())
}

/// The number of deployments in each status, of those that match the filter. Totals above 10,000 may be some
/// seconds old, as those of lists.
pub async fn count_filtered(store: &Store, filter: &DeploymentFilter) -> Result<Vec<(DeploymentStatus, u64)>> {
    let rows = but_for_status(store, filter).await?;
    let mut counts = Vec::new();
    for status in DeploymentStatus::iter() {
        if filter.status.is_empty() || filter.status.contains(&status) {
            let rows = in_status(rows.clone(), &[status]);
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

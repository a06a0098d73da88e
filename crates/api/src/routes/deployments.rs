//! `/deployments`.

use axum::{Json, extract::State};
use domain::{BrandId, ChannelId, DeploymentId, MarketId, PlatformId, TicketId};
use serde::Deserialize;
use store::deployments::DeploymentFilter;
use strum::VariantNames;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::Listing,
    bodies::{DeploymentBody, DeploymentDetailBody},
    extract::{Caller, Id, Page, Query, list_of, words},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(cancel))
}

/// Filters of deployments.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DeploymentQuery {
    /// Only in these statuses, separated by commas.
    status: Option<String>,
    /// Only those of this ticket.
    ticket_id: Option<Uuid>,
    /// Only to this platform, by key or name.
    platform: Option<String>,
    /// Only to this account.
    account: Option<String>,
    /// Only those of tickets of this brand's campaigns.
    brand_id: Option<Uuid>,
    /// Only those of tickets of this market's campaigns.
    market_id: Option<Uuid>,
    /// Only those of this channel's tickets.
    channel_id: Option<Uuid>,
    /// Only those of tickets whose name contains this, in upper or lower case.
    search: Option<String>,
}

/// List deployments, newest first. Sort by `status`, `next_attempt_at`, `created_at` or `updated_at`.
#[utoipa::path(get, path = "/deployments", tag = "deploy", params(DeploymentQuery, Page),
    responses((status = 200, body = Vec<DeploymentBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Query(query): Query<DeploymentQuery>,
) -> Result<Listing<DeploymentBody>, Problem> {
    let filter = filter_of(query)?;
    let sorted = page.sortable_by(&["status", "next_attempt_at", "updated_at"])?;
    Ok(Listing::of(page, state.app.list_deployments(&filter, &sorted).await?))
}

pub(super) fn filter_of(query: DeploymentQuery) -> Result<DeploymentFilter, Problem> {
    let mut platform =
        list_of("platform", query.platform.as_deref(), PlatformId::from_name, &PlatformId::VARIANTS.join(", "))?;
    Ok(DeploymentFilter {
        status: words("status", query.status.as_deref())?,
        ticket_id: query.ticket_id.map(TicketId),
        platform: platform.pop(),
        account_id: query.account,
        brand_id: query.brand_id.map(BrandId),
        market_id: query.market_id.map(MarketId),
        channel_id: query.channel_id.map(ChannelId),
        search: query.search,
    })
}

/// One deployment with its whole history.
#[utoipa::path(get, path = "/deployments/{id}", tag = "deploy", params(Id<DeploymentId>),
    responses((status = 200, body = DeploymentDetailBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<DeploymentId>) -> Result<Json<DeploymentDetailBody>, Problem> {
    Ok(Json(state.app.deployment(id).await?.into()))
}

/// Cancel a deployment, before anything was sent. Its ticket stays `READY_FOR_API`.
#[utoipa::path(post, path = "/deployments/{id}/cancel", tag = "deploy", params(Id<DeploymentId>),
    responses((status = 200, body = DeploymentBody), Problems))]
async fn cancel(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<DeploymentId>,
) -> Result<Json<DeploymentBody>, Problem> {
    let cancelled = state.app.cancel_deployment(&caller.0, id).await?;
    Ok(Json(state.app.with_ticket_name(cancelled).await?.into()))
}

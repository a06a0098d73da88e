//! `/deployments`.

use axum::{Json, extract::State};
use domain::{
    DeploymentId,
    list::{DeploymentFilter, Filter as _},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::Listing,
    bodies::{DeploymentBody, DeploymentDetailBody},
    extract::{Caller, Id, ListOf, summary},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(cancel))
}

/// The list of deployments.
#[utoipa::path(get, path = "/deployments", tag = "deploy", summary = summary(&DeploymentFilter::RESOURCE), params(ListOf<DeploymentFilter>),
    responses((status = 200, body = Vec<DeploymentBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    list: ListOf<DeploymentFilter>,
) -> Result<Listing<DeploymentBody>, Problem> {
    let deployments = state.app.list_deployments(&list.filter, &list.query).await?;
    Ok(list.answer(deployments))
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

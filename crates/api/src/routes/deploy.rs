//! `/deploy`.

use axum::{Json, extract::State, http::StatusCode};
use domain::{DeploymentId, TicketId, job::JobKind};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::Started,
    bodies::{DeployAccepted, DeployAnswer, DeploymentDetailBody, answers},
    extract::{Body, Caller, Id, Patience},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(deploy)).routes(routes!(bulk)).routes(routes!(status))
}

/// The ticket to deploy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeployRequest {
    /// A ticket that is `READY_FOR_API`.
    ticket_id: Uuid,
}

/// The tickets to deploy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeployBulkRequest {
    /// Tickets that are `READY_FOR_API`.
    #[schema(min_items = 1, max_items = 10000)]
    ticket_ids: Vec<Uuid>,
}

/// Deploy a ticket. While a deployment of it is active, the answer is the same task: a double click is harmless.
#[utoipa::path(post, path = "/deploy", tag = "deploy", request_body = DeployRequest,
    responses((status = 202, body = DeployAccepted), Problems))]
async fn deploy(
    State(state): State<ApiState>,
    caller: Caller,
    Body(request): Body<DeployRequest>,
) -> Result<(StatusCode, Json<DeployAccepted>), Problem> {
    let accepted = state.app.request_deployment(&caller.0, TicketId(request.ticket_id)).await?;
    Ok((StatusCode::ACCEPTED, Json(accepted.into())))
}

/// Deploy many tickets: a job, whose id is in `Location` and in each answer. One answer per ticket, in the same order.
/// The first tickets are done before the answer, a few hundred within a second or two; the others are `waiting`, and
/// `/jobs/{id}/items` has the result of each.
#[utoipa::path(post, path = "/deploy/bulk", tag = "deploy", request_body = DeployBulkRequest,
    responses((status = 202, body = Vec<DeployAnswer>), Problems))]
async fn bulk(
    State(state): State<ApiState>,
    caller: Caller,
    Patience(patience): Patience,
    Body(request): Body<DeployBulkRequest>,
) -> Result<Started<Vec<DeployAnswer>>, Problem> {
    let ids: Vec<TicketId> = request.ticket_ids.into_iter().map(TicketId).collect();
    let bulk = state.app.start_job(&caller.0, JobKind::Deploy, &ids, patience).await?;
    Ok(Started { job: Some(bulk.job.id), body: answers(&bulk, &ids) })
}

/// The progress of a deployment; `id` is the `task_id`.
#[utoipa::path(get, path = "/deploy/status/{id}", tag = "deploy", params(Id<DeploymentId>),
    responses((status = 200, body = DeploymentDetailBody), Problems))]
async fn status(
    State(state): State<ApiState>,
    Id(id): Id<DeploymentId>,
) -> Result<Json<DeploymentDetailBody>, Problem> {
    Ok(Json(state.app.deployment(id).await?.into()))
}

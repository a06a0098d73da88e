//! `/deploy`.

use app::{AppError, deployments::Accepted};
use axum::{Json, extract::State, http::StatusCode};
use domain::{DeploymentId, TicketId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    bodies::{DeployAccepted, DeploymentDetailBody},
    extract::{Body, Caller, Id},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(deploy)).routes(routes!(bulk)).routes(routes!(status))
}

/// Which ticket to deploy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeployRequest {
    /// A ticket that is `READY_FOR_API`.
    ticket_id: Uuid,
}

/// Which tickets to deploy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DeployBulkRequest {
    /// Tickets that are `READY_FOR_API`.
    #[schema(max_items = 1000)]
    ticket_ids: Vec<Uuid>,
}

/// What came of one ticket of many.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum DeployAnswer {
    /// It is queued.
    Accepted(DeployAccepted),
    /// It is not.
    Refused {
        /// The ticket.
        ticket_id: Uuid,
        /// Always `refused`.
        status: &'static str,
        /// What a single request would have been answered with.
        code: u16,
        /// Why.
        message: String,
    },
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

/// Deploy many tickets; one answer per ticket, in the same order.
#[utoipa::path(post, path = "/deploy/bulk", tag = "deploy", request_body = DeployBulkRequest,
    responses((status = 202, body = Vec<DeployAnswer>), Problems))]
async fn bulk(
    State(state): State<ApiState>,
    caller: Caller,
    Body(request): Body<DeployBulkRequest>,
) -> Result<(StatusCode, Json<Vec<DeployAnswer>>), Problem> {
    let ids: Vec<TicketId> = request.ticket_ids.into_iter().map(TicketId).collect();
    let answers = state.app.request_deployments(&caller.0, &ids).await;
    Ok((StatusCode::ACCEPTED, Json(answers.into_iter().map(|(id, answer)| answered(id, answer)).collect())))
}

/// What came of one ticket of many.
pub(super) fn answered(id: TicketId, answer: Result<Accepted, AppError>) -> DeployAnswer {
    match answer {
        Ok(accepted) => DeployAnswer::Accepted(accepted.into()),
        Err(error) => {
            let problem = Problem::from(error);
            DeployAnswer::Refused {
                ticket_id: id.0,
                status: "refused",
                code: problem.status.as_u16(),
                message: problem.detail,
            }
        }
    }
}

/// How a deployment goes; `id` is the `task_id`.
#[utoipa::path(get, path = "/deploy/status/{id}", tag = "deploy", params(Id<DeploymentId>),
    responses((status = 200, body = DeploymentDetailBody), Problems))]
async fn status(
    State(state): State<ApiState>,
    Id(id): Id<DeploymentId>,
) -> Result<Json<DeploymentDetailBody>, Problem> {
    Ok(Json(state.app.deployment(id).await?.into()))
}

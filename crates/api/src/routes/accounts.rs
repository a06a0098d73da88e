//! `/accounts`: those that are left alone for a while.

use axum::{Json, extract::State};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    bodies::ParkedAccountBody,
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(parked))
}

/// Accounts that are parked, with reason and until when.
#[utoipa::path(get, path = "/accounts/parked", tag = "deploy",
    responses((status = 200, body = Vec<ParkedAccountBody>), Problems))]
async fn parked(State(state): State<ApiState>) -> Result<Json<Vec<ParkedAccountBody>>, Problem> {
    Ok(Json(state.app.parked_accounts().await?.into_iter().map(ParkedAccountBody::from).collect()))
}

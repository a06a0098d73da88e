//! `/platforms`: the inputs of each platform, as data for forms.

use app::platforms::PlatformView;
use axum::{Json, extract::State, http::HeaderMap, response::Response};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::Id,
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(schemas)).routes(routes!(combinations))
}

/// A platform that has a connector.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Platform)]
struct PlatformBody {
    /// Its key.
    #[schema(example = "meta")]
    platform: &'static str,
    /// Its name.
    #[schema(example = "Meta")]
    name: &'static str,
    /// True if the sandbox is used instead of it.
    sandbox: bool,
    /// True if a token is configured.
    has_credentials: bool,
    /// The version of its API.
    #[schema(example = "v26.0")]
    api_version: String,
    /// The default account of tickets.
    default_account: Option<String>,
}

impl From<PlatformView<'_>> for PlatformBody {
    fn from(platform: PlatformView<'_>) -> Self {
        Self {
            platform: platform.id().key(),
            name: platform.id().display_name(),
            sandbox: platform.sandbox(),
            has_credentials: platform.has_credentials(),
            api_version: platform.api_version().to_owned(),
            default_account: platform.default_account().map(str::to_owned),
        }
    }
}

/// The platforms that have a connector.
#[utoipa::path(get, path = "/platforms", tag = "platforms",
    responses((status = 200, body = Vec<PlatformBody>), Problems))]
async fn list(State(state): State<ApiState>) -> Json<Vec<PlatformBody>> {
    Json(state.app.platforms().map(PlatformBody::from).collect())
}

/// The JSON Schema of `payload_config`, for each request type and objective of a platform.
#[utoipa::path(get, path = "/platforms/{platform}/schemas", tag = "platforms", params(("platform" = String, Path)),
    responses((status = 200, body = Vec<Object>), Problems))]
async fn schemas(
    State(state): State<ApiState>,
    Id(platform): Id<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let platform = state.app.platform(&platform)?;
    let schemas = state.constants.get((platform.id(), "schemas"), || platform.schemas())?;
    Ok(schemas.answer(&headers).await)
}

/// Valid combinations of objective, optimisation goal, billing event and bid strategy, with their source.
#[utoipa::path(get, path = "/platforms/{platform}/combinations", tag = "platforms", params(("platform" = String, Path)),
    responses((status = 200, body = Object), Problems))]
async fn combinations(
    State(state): State<ApiState>,
    Id(platform): Id<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let platform = state.app.platform(&platform)?;
    let combinations = state.constants.get((platform.id(), "combinations"), || platform.combinations())?;
    Ok(combinations.answer(&headers).await)
}

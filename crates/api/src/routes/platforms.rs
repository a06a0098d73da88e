//! `/platforms`: the inputs of each platform, as data for forms.

use axum::{Json, extract::State, http::HeaderMap, response::Response};
use connectors::Connector;
use domain::PlatformId;
use serde::Serialize;
use strum::VariantNames;
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

impl From<&Connector> for PlatformBody {
    fn from(connector: &Connector) -> Self {
        Self {
            platform: connector.platform.key(),
            name: connector.platform.display_name(),
            sandbox: connector.settings.sandbox,
            has_credentials: connector.settings.access_token.is_some(),
            api_version: connector.settings.api_version.clone(),
            default_account: connector.settings.default_account.clone(),
        }
    }
}

/// The platforms that have a connector.
#[utoipa::path(get, path = "/platforms", tag = "platforms",
    responses((status = 200, body = Vec<PlatformBody>), Problems))]
async fn list(State(state): State<ApiState>) -> Json<Vec<PlatformBody>> {
    Json(state.app.connectors().iter().map(PlatformBody::from).collect())
}

/// The JSON Schema of `payload_config`, for each request type and objective of a platform.
#[utoipa::path(get, path = "/platforms/{platform}/schemas", tag = "platforms", params(("platform" = String, Path)),
    responses((status = 200, body = Vec<Object>), Problems))]
async fn schemas(
    State(state): State<ApiState>,
    Id(platform): Id<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let connector = connector(&state, &platform)?;
    let schemas = state.constants.get((connector.platform, "schemas"), || connector.translator.schemas())?;
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
    let connector = connector(&state, &platform)?;
    let combinations =
        state.constants.get((connector.platform, "combinations"), || connector.translator.combinations())?;
    Ok(combinations.answer(&headers).await)
}

fn connector<'a>(state: &'a ApiState, platform: &str) -> Result<&'a Connector, Problem> {
    PlatformId::from_name(platform).and_then(|platform| state.app.connectors().get(platform)).ok_or_else(|| {
        let known = PlatformId::VARIANTS.join(", ");
        Problem::not_found(format!("There is no connector for {platform:?}; there are {known}."))
    })
}

//! `/taxonomy`.

use app::PreviewRequest;
use axum::{Json, extract::State};
use domain::Violation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    bodies::{NamePreviewBody, NameVerdictBody},
    extract::Body,
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(preview)).routes(routes!(validate))
}

/// The parts of a name to preview: brand, market and channel by id, or by code.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NamePreviewRequest {
    brand_id: Option<Uuid>,
    /// Instead of `brand_id`.
    #[schema(example = "DIS")]
    brand_code: Option<String>,
    market_id: Option<Uuid>,
    /// Instead of `market_id`.
    #[schema(example = "US")]
    market_code: Option<String>,
    /// Without a channel, the name is that of a campaign that spans channels.
    channel_id: Option<Uuid>,
    /// Instead of `channel_id`: the platform's name.
    #[schema(example = "Meta")]
    channel: Option<String>,
    /// The current one (UTC) by default.
    #[schema(minimum = 2000, maximum = 2099)]
    year: Option<i16>,
    #[schema(example = "Moana Launch!")]
    campaign_name: String,
    /// A ticket's variant.
    variant: Option<String>,
}

/// One name, or many.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NameValidation {
    /// One name; answered with one verdict.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    name: Option<String>,
    /// Many names; answered with a list of verdicts, in the same order.
    #[schema(max_items = 10_000)]
    names: Option<Vec<String>>,
}

/// A verdict, or a list of them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
enum Verdicts {
    One(Box<NameVerdictBody>),
    Many(Vec<NameVerdictBody>),
}

/// The name of these parts, and the letters of the typed campaign name that were replaced or dropped.
#[utoipa::path(post, path = "/taxonomy/preview", tag = "taxonomy", request_body = NamePreviewRequest,
    responses((status = 200, body = NamePreviewBody), Problems))]
async fn preview(
    State(state): State<ApiState>,
    Body(request): Body<NamePreviewRequest>,
) -> Result<Json<NamePreviewBody>, Problem> {
    let request = PreviewRequest {
        brand_id: request.brand_id.map(Into::into),
        brand_code: request.brand_code,
        market_id: request.market_id.map(Into::into),
        market_code: request.market_code,
        channel_id: request.channel_id.map(Into::into),
        channel: request.channel,
        year: request.year,
        campaign_name: request.campaign_name,
        variant: request.variant,
    };
    Ok(Json(state.app.preview_name(request).await?.into()))
}

/// Check names: the reading of each part, the wrong parts, and the nearest registered code.
#[utoipa::path(post, path = "/taxonomy/validate", tag = "taxonomy", request_body = NameValidation,
    responses((status = 200, body = Verdicts), Problems))]
async fn validate(
    State(state): State<ApiState>,
    Body(request): Body<NameValidation>,
) -> Result<Json<Verdicts>, Problem> {
    let (names, one) = match (request.name, request.names) {
        (Some(name), None) => (vec![name], true),
        (None, Some(names)) => (names, false),
        _ => {
            let violation = Violation::at("", "Give either \"name\" or \"names\".")
                .suggest("Use {\"names\": [\"DIS_US_META_2026_MoanaLaunch\"]}.");
            return Err(Problem::invalid(violation.into()));
        }
    };
    let verdicts = state.app.validate_names(&names).await?;
    let mut bodies: Vec<NameVerdictBody> =
        names.into_iter().zip(verdicts).map(|(name, verdict)| NameVerdictBody::of(name, verdict)).collect();
    Ok(Json(match bodies.pop() {
        Some(verdict) if one => Verdicts::One(Box::new(verdict)),
        last => Verdicts::Many(bodies.into_iter().chain(last).collect()),
    }))
}

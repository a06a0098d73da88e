//! `/events`: the audit trail.

use axum::{Json, extract::State};
use serde::Deserialize;
use store::events::EventFilter;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    bodies::EventBody,
    extract::{Page, Query},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which events.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct EventQuery {
    /// Only this entity's, such as `tickets/<id>`.
    subject: Option<String>,
    /// Only of this type, such as `ticket.status_changed`.
    #[serde(rename = "type")]
    #[param(rename = "type")]
    kind: Option<String>,
    /// Only by this actor.
    actor: Option<String>,
    /// Only those before this `seq`.
    before: Option<i64>,
}

/// Who changed what, when, from what to what; newest first. For older ones, pass the last `seq` as `before`.
#[utoipa::path(get, path = "/events", tag = "events", params(EventQuery, Page),
    responses((status = 200, body = Vec<EventBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Query(query): Query<EventQuery>,
) -> Result<Json<Vec<EventBody>>, Problem> {
    let filter = EventFilter { subject: query.subject, kind: query.kind, actor: query.actor };
    let events = state.app.newest_events(&filter, query.before, page.limit()).await?;
    Ok(Json(events.into_iter().map(EventBody::from).collect()))
}

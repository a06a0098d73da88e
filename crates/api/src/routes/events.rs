//! `/events`: the audit trail.

use axum::{
    Json,
    extract::{Path, State, rejection::PathRejection},
    http::header,
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::list::EventFilter;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::total_count,
    bodies::EventBody,
    extract::{Filters, Page},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get))
}

/// The changes: each with its author, time, and the values before and after; newest first.
///
/// Data of more than 16 KiB is shown without configurations, or not at all, and has `"omitted": true`; the event itself
/// has it. For older ones, follow the `Link` header, or pass the last `seq` as `before`. `X-Total-Count` ignores
/// `before`.
#[utoipa::path(get, path = "/events", tag = "events",
    params(Filters<EventFilter>, ("limit" = Option<u64>, Query, minimum = 1, maximum = 1000, description = "Rows at most; 100 where it is not said.")),
    responses((status = 200, body = Vec<EventBody>), Problems))]
async fn list(
    State(state): State<ApiState>,
    page: Page,
    Filters(filter): Filters<EventFilter>,
) -> Result<Response, Problem> {
    let limit = page.limit_only("before")?;
    let total = state.app.count_events(&filter).await?;
    let events = state.app.newest_events(&filter, limit).await?;
    let full = u64::try_from(events.len()).is_ok_and(|count| count == limit);
    let older =
        events.last().filter(|_| full).map(|last| [(header::LINK, page.link_by("before", &last.seq.to_string()))]);
    let events: Vec<EventBody> = events.into_iter().map(EventBody::from).collect();
    Ok((total_count(total), older.map(AppendHeaders), Json(events)).into_response())
}

/// One event, with all of its data.
#[utoipa::path(get, path = "/events/{seq}", tag = "events", params(("seq" = i64, Path, description = "Its position in the log.")),
    responses((status = 200, body = EventBody), Problems))]
async fn get(State(state): State<ApiState>, seq: Result<Path<i64>, PathRejection>) -> Result<Json<EventBody>, Problem> {
    let Path(seq) = seq.map_err(|_| Problem::not_found("There is no such event: a seq is a whole number."))?;
    Ok(Json(state.app.event_at(seq).await?.into()))
}

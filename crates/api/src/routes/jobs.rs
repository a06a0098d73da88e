//! `/jobs`: bulk work, its progress, and the result of each item.

use axum::{Json, extract::State};
use domain::{
    JobId,
    job::ItemState,
    list::{Filter as _, JobFilter},
};
use serde::Deserialize;
use strum::VariantNames as _;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    answer::Listing,
    bodies::{JobBody, JobItemBody},
    extract::{Caller, Id, ListOf, Page, Query, list_of, summary},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(items)).routes(routes!(stop))
}

/// The list of jobs.
#[utoipa::path(get, path = "/jobs", tag = "jobs", summary = summary(&JobFilter::RESOURCE), params(ListOf<JobFilter>),
    responses((status = 200, body = Vec<JobBody>), Problems))]
async fn list(State(state): State<ApiState>, list: ListOf<JobFilter>) -> Result<Listing<JobBody>, Problem> {
    let jobs = state.app.list_jobs(&list.filter, &list.query).await?;
    Ok(list.answer(jobs))
}

/// One job and its progress.
#[utoipa::path(get, path = "/jobs/{id}", tag = "jobs", params(Id<JobId>),
    responses((status = 200, body = JobBody), Problems))]
async fn get(State(state): State<ApiState>, Id(id): Id<JobId>) -> Result<Json<JobBody>, Problem> {
    Ok(Json(state.app.job(id).await?.into()))
}

/// Filters of items.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ItemQuery {
    /// Only in these states (`waiting`, `accepted`, `refused`, `stopped`), separated by commas.
    state: Option<String>,
}

/// A job's items with the result of each, in the order of their work.
#[utoipa::path(get, path = "/jobs/{id}/items", tag = "jobs", params(Id<JobId>, ItemQuery, Page),
    responses((status = 200, body = Vec<JobItemBody>), Problems))]
async fn items(
    State(state): State<ApiState>,
    Id(id): Id<JobId>,
    page: Page,
    Query(query): Query<ItemQuery>,
) -> Result<Listing<JobItemBody>, Problem> {
    let word = |text: &str| ItemState::VARIANTS.iter().copied().find(|word| *word == text);
    let states = list_of("state", query.state.as_deref(), word, &ItemState::VARIANTS.join(", "))?;
    let query = page.in_one_order("position")?;
    Ok(Listing::of(page, state.app.list_job_items(id, states, &query).await?))
}

/// Stop a job: items without a result are not done. Deployments that it has requested continue; each can be cancelled.
/// Stopping a stopped job changes nothing; a job that is done answers 409.
#[utoipa::path(post, path = "/jobs/{id}/stop", tag = "jobs", params(Id<JobId>),
    responses((status = 200, body = JobBody), Problems))]
async fn stop(State(state): State<ApiState>, caller: Caller, Id(id): Id<JobId>) -> Result<Json<JobBody>, Problem> {
    Ok(Json(state.app.stop_job(&caller.0, id).await?.into()))
}

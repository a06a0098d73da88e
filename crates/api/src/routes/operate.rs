//! How it goes: counts, history, workers; and trying failures again.

use std::time::Duration;

use app::{AppError, operate::Retried};
use axum::{Json, extract::State, http::StatusCode};
use domain::{DeploymentId, PlatformId, TicketId, Timestamp, Violation, Violations};
use serde::{Deserialize, Serialize};
use store::deployments::FailureFilter;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use super::deployments::{DeploymentQuery, filter_of};
use crate::{
    answer::Started,
    bodies::{DeployAccepted, DeployAnswer, OverviewBody, SpanBody, WorkerBody, answers},
    extract::{Body, Caller, Id, Patience, PlainQuery},
    problem::{Problem, Problems},
    state::ApiState,
};

pub(super) fn router() -> OpenApiRouter<ApiState> {
    OpenApiRouter::new()
        .routes(routes!(overview))
        .routes(routes!(history))
        .routes(routes!(workers))
        .routes(routes!(retry_many))
        .routes(routes!(retry))
}

/// How many deployments are in each status, of those that the filter lets through; how long the queue is; who is at work.
#[utoipa::path(get, path = "/deployments/overview", tag = "operate", params(DeploymentQuery),
    responses((status = 200, body = OverviewBody), Problems))]
async fn overview(
    State(state): State<ApiState>,
    PlainQuery(query): PlainQuery<DeploymentQuery>,
) -> Result<Json<OverviewBody>, Problem> {
    Ok(Json(state.app.overview(&filter_of(query)?).await?.into()))
}

/// How far back, and how fine.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct HistoryQuery {
    /// How many minutes back; 60 where it is not said, a week at most.
    #[param(minimum = 1, maximum = 10080)]
    minutes: Option<u64>,
    /// How many spans it is divided into; 60 where it is not said.
    #[param(minimum = 1, maximum = 500)]
    spans: Option<u64>,
}

/// What ended lately, in spans of time, oldest first: for charts of throughput, success rate and time to live.
#[utoipa::path(get, path = "/deployments/history", tag = "operate", params(HistoryQuery),
    responses((status = 200, body = Vec<SpanBody>), Problems))]
async fn history(
    State(state): State<ApiState>,
    PlainQuery(query): PlainQuery<HistoryQuery>,
) -> Result<Json<Vec<SpanBody>>, Problem> {
    let minutes = within("minutes", query.minutes.unwrap_or(60), 10_080)?;
    let spans = within("spans", query.spans.unwrap_or(60), 500)?;
    let reach = Duration::from_secs(minutes * 60);
    let width = Duration::from_secs((minutes * 60 / spans).max(1));
    Ok(Json(state.app.history(reach, width).await?.into_iter().map(SpanBody::from).collect()))
}

fn within(name: &'static str, value: u64, most: u64) -> Result<u64, Problem> {
    if (1..=most).contains(&value) {
        return Ok(value);
    }
    Err(Problem::parameter(name, format!("{name} is a whole number from 1 to {most}, not {value}."), None))
}

/// The workers, with version and load; `alive` tells whether the last heartbeat is fresh.
#[utoipa::path(get, path = "/workers", tag = "operate", responses((status = 200, body = Vec<WorkerBody>), Problems))]
async fn workers(State(state): State<ApiState>) -> Result<Json<Vec<WorkerBody>>, Problem> {
    Ok(Json(state.app.workers().await?.into_iter().map(WorkerBody::from).collect()))
}

/// Which failures to try again; without any condition, all.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RetryRequest {
    /// Only on this platform, by key or name.
    platform: Option<String>,
    /// Only of this account.
    account: Option<String>,
    /// Only those whose reason contains this, in any case.
    reason: Option<String>,
    /// Only those that failed at this moment or later (RFC 3339).
    #[schema(format = DateTime)]
    since: Option<String>,
    /// At most so many; 1000 where it is not said.
    #[schema(minimum = 1, maximum = 10000)]
    limit: Option<u64>,
}

impl RetryRequest {
    fn read(self) -> Result<(FailureFilter, u64), Problem> {
        let mut violations = Violations::default();
        let known = PlatformId::ALL.map(PlatformId::key).join(", ");
        let platform = self.platform.as_deref().map(|name| {
            PlatformId::from_name(name).ok_or_else(|| {
                Violation::at("/platform", format!("There is no connector for {name:?}."))
                    .suggest(format!("Use {known}."))
            })
        });
        let since = self.since.as_deref().map(|text| {
            text.parse::<Timestamp>().map_err(|_| {
                Violation::at("/since", format!("{text:?} is no moment in time."))
                    .suggest("Write it like 2026-03-02T12:00:00Z (RFC 3339).")
            })
        });
        let limit = self.limit.unwrap_or(1000);
        if !(1..=10_000).contains(&limit) {
            violations.push(Violation::at("/limit", format!("{limit} does not lie between 1 and 10000.")));
        }
        let (platform, since) =
            (platform.map(|platform| violations.take(platform)), since.map(|since| violations.take(since)));
        let filter = FailureFilter {
            platform: platform.flatten(),
            account_id: self.account,
            reason: self.reason.filter(|reason| !reason.is_empty()),
            since: since.flatten(),
        };
        violations.none_or(|| (filter, limit)).map_err(|violations| AppError::Invalid(violations).into())
    }
}

/// What came of trying many again.
#[derive(Debug, Serialize, ToSchema)]
struct RetryAnswer {
    /// One answer a ticket, the longest failed first. Those that are `waiting` are done by the job.
    answers: Vec<DeployAnswer>,
    /// The job; left out where nothing matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    job_id: Option<Uuid>,
    /// How many more failures match: ask again for them.
    remaining: u64,
}

/// Try again every failed ticket whose last deployment matches: a job, as with `/deploy/bulk`. QA runs again on each, and it
/// is deployed. What exists on the platform already is found, and not made again.
#[utoipa::path(post, path = "/deployments/retry", tag = "operate", request_body = RetryRequest,
    responses((status = 202, body = RetryAnswer), Problems))]
async fn retry_many(
    State(state): State<ApiState>,
    caller: Caller,
    Patience(patience): Patience,
    Body(request): Body<RetryRequest>,
) -> Result<Started<RetryAnswer>, Problem> {
    let (filter, limit) = request.read()?;
    let Retried { bulk, remaining } = state.app.retry_failed(&caller.0, &filter, limit, patience).await?;
    let job = bulk.as_ref().map(|bulk| bulk.job.id);
    let answers = bulk.map_or_else(Vec::new, |bulk| {
        let tickets: Vec<TicketId> = bulk.items.iter().map(|item| item.ticket_id).collect();
        answers(&bulk, &tickets)
    });
    Ok(Started { job, body: RetryAnswer { answers, job_id: job.map(|id| id.0), remaining } })
}

/// Try the ticket of a failed deployment again. While a deployment of it is active, the answer is that one.
#[utoipa::path(post, path = "/deployments/{id}/retry", tag = "operate", params(Id<DeploymentId>),
    responses((status = 202, body = DeployAccepted), Problems))]
async fn retry(
    State(state): State<ApiState>,
    caller: Caller,
    Id(id): Id<DeploymentId>,
) -> Result<(StatusCode, Json<DeployAccepted>), Problem> {
    let accepted = state.app.retry_deployment(&caller.0, id).await?;
    Ok((StatusCode::ACCEPTED, Json(accepted.into())))
}

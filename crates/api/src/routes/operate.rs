//! The operator's view: counts, history, workers; and retries of failures.

use std::time::Duration;
use strum::VariantNames as _;

use app::{AppError, operate::Retried};
use axum::{Json, extract::State, http::StatusCode};
use domain::{
    DeploymentId, PlatformId, TicketId, Timestamp, Violation, Violations, deployment::FailureFilter,
    list::DeploymentFilter,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

use crate::{
    answer::Started,
    bodies::{DeployAccepted, DeployAnswer, OverviewBody, SpanBody, WorkerBody, answers},
    extract::{Body, Caller, Id, Patience, PlainFilters, PlainQuery},
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

/// The number of deployments in each status that match the filter, the length of the queue, and the number of living
/// workers.
#[utoipa::path(get, path = "/deployments/overview", tag = "operate", params(PlainFilters<DeploymentFilter>),
    responses((status = 200, body = OverviewBody), Problems))]
async fn overview(
    State(state): State<ApiState>,
    PlainFilters(filter): PlainFilters<DeploymentFilter>,
) -> Result<Json<OverviewBody>, Problem> {
    Ok(Json(state.app.overview(&filter).await?.into()))
}

/// The range of the history, and its resolution.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct HistoryQuery {
    /// The number of minutes back; 60 by default, a week at most.
    #[param(minimum = 1, maximum = 10080)]
    minutes: Option<u64>,
    /// The number of spans; 60 by default.
    #[param(minimum = 1, maximum = 500)]
    spans: Option<u64>,
}

/// The deployments that ended recently, in spans of time, oldest first: for charts of throughput, success rate and time
/// to live.
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

/// The workers, with version and load; `alive` is true if the last heartbeat is fresh.
#[utoipa::path(get, path = "/workers", tag = "operate", responses((status = 200, body = Vec<WorkerBody>), Problems))]
async fn workers(State(state): State<ApiState>) -> Result<Json<Vec<WorkerBody>>, Problem> {
    Ok(Json(state.app.workers().await?.into_iter().map(WorkerBody::from).collect()))
}

/// The failures to retry; without any condition, all.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RetryRequest {
    /// Only on this platform, by key or name.
    platform: Option<String>,
    /// Only those of this account.
    account: Option<String>,
    /// Only those whose reason contains this, in upper or lower case.
    reason: Option<String>,
    /// Only those that failed at this time or later (RFC 3339).
    #[schema(format = DateTime)]
    since: Option<String>,
    /// The most failures to retry; 1000 by default.
    #[schema(minimum = 1, maximum = 10000)]
    limit: Option<u64>,
}

impl RetryRequest {
    fn read(self) -> Result<(FailureFilter, u64), Problem> {
        let mut violations = Violations::default();
        let known = PlatformId::VARIANTS.join(", ");
        let platform = self.platform.as_deref().map(|name| {
            PlatformId::from_name(name).ok_or_else(|| {
                Violation::at("/platform", format!("There is no connector for {name:?}."))
                    .suggest(format!("Use {known}."))
            })
        });
        let since = self.since.as_deref().map(|text| {
            text.parse::<Timestamp>().map_err(|_| {
                Violation::at("/since", format!("{text:?} is not a time."))
                    .suggest("Write it like 2026-03-02T12:00:00Z (RFC 3339).")
            })
        });
        let limit = self.limit.unwrap_or(1000);
        if !(1..=10_000).contains(&limit) {
            violations.push(Violation::at("/limit", format!("{limit} is not between 1 and 10000.")));
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

/// The result of a retry of many.
#[derive(Debug, Serialize, ToSchema)]
struct RetryAnswer {
    /// One answer per ticket, the oldest failure first. The job continues with those that are `waiting`.
    answers: Vec<DeployAnswer>,
    /// The job; missing if nothing matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    job_id: Option<Uuid>,
    /// The number of further matching failures: request a retry again for them.
    remaining: u64,
}

/// Retry every failed ticket whose last deployment matches: a job, as with `/deploy/bulk`. QA runs again on each, and
/// it is deployed. Objects that exist on the platform are found, and not made again.
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

/// Retry the ticket of a failed deployment. While a deployment of it is active, the answer is that one.
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

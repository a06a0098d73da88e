//! The metrics for operators, in Prometheus's form.

use std::{fmt::Write as _, time::Duration};

use app::operate::Counts;
use axum::{
    Router,
    extract::State,
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        histogram::{Histogram, exponential_buckets},
    },
    registry::Registry,
};

use crate::{problem::Problem, state::ApiState};

/// Counted as requests pass; other figures are read from the database on demand.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    durations: Family<RouteLabels, Histogram, fn() -> Histogram>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: String,
    route: String,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    method: String,
    route: String,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("omnitraffick");
        let requests = Family::default();
        let durations = Family::new_with_constructor(histogram as fn() -> Histogram);
        registry.register("http_requests", "HTTP requests answered", requests.clone());
        registry.register("http_request_duration_seconds", "Duration of HTTP requests", durations.clone());
        Self { registry, requests, durations }
    }
}

impl Metrics {
    /// Counts an answered request.
    pub(crate) fn request(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let method = known(method).to_owned();
        let route = route.to_owned();
        self.durations
            .get_or_create(&RouteLabels { method: method.clone(), route: route.clone() })
            .observe(took.as_secs_f64());
        self.requests.get_or_create(&RequestLabels { method, route, status: status.as_u16() }).inc();
    }
}

/// From a quarter of a millisecond to eight seconds.
fn histogram() -> Histogram {
    Histogram::new(exponential_buckets(0.000_25, 2.0, 16))
}

/// A caller can invent methods, and each would be a series of its own.
fn known(method: &Method) -> &str {
    match *method {
        Method::GET | Method::POST | Method::PUT | Method::DELETE | Method::HEAD | Method::OPTIONS | Method::PATCH => {
            method.as_str()
        }
        _ => "other",
    }
}

pub(crate) fn router() -> Router<ApiState> {
    Router::new().route("/metrics", get(metrics))
}

async fn metrics(State(state): State<ApiState>) -> Result<Response, Problem> {
    let counts = state.app.counts().await?;
    let mut text = of_database(&counts);
    if encode(&mut text, &state.metrics.registry).is_err() {
        return Err(Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side",
            "The metrics could not be written.",
        ));
    }
    Ok(([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response())
}

fn of_database(counts: &Counts) -> String {
    let mut text = String::new();
    let mut family = |name: &str, kind: &str, help: &str, samples: Vec<(String, String)>| {
        let _ = writeln!(text, "# HELP omnitraffick_{name} {help}\n# TYPE omnitraffick_{name} {kind}");
        for (labels, value) in samples {
            let _ = writeln!(text, "omnitraffick_{name}{labels} {value}");
        }
    };
    let deployments = counts.deployments.iter().map(|(platform, status, count)| {
        (format!("{{platform=\"{platform}\",status=\"{status}\"}}"), count.to_string())
    });
    family("deployments", "gauge", "Deployments by platform and status", deployments.collect());
    let attempts =
        counts.attempts.iter().map(|(outcome, count)| (format!("{{outcome=\"{outcome}\"}}"), count.to_string()));
    family("attempts", "gauge", "Exchanges with platforms by outcome", attempts.collect());
    let one = |value: String| vec![(String::new(), value)];
    family("queue_depth", "gauge", "Deployments that are due and not claimed", one(counts.queue_depth.to_string()));
    family(
        "oldest_due_seconds",
        "gauge",
        "Longest time that one of those has been due",
        one(counts.oldest_due_seconds.to_string()),
    );
    family("parked_accounts", "gauge", "Accounts that are parked now", one(counts.parked_accounts.to_string()));
    let workers = counts.workers;
    family("workers_alive", "gauge", "Workers whose last heartbeat is fresh", one(workers.alive.to_string()));
    family(
        "worker_slots",
        "gauge",
        "Deployments that those workers can drive at once",
        one(workers.concurrency.to_string()),
    );
    family("worker_slots_busy", "gauge", "The number of them that are in use", one(workers.in_flight.to_string()));
    text
}

//! `/_sandbox/requests`: the received requests, in order.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::problem;
use crate::{Outcome, Platform, RequestEntry, Sandbox};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filter {
    platform: Option<Platform>,
    method: Option<String>,
    path_contains: Option<String>,
    account: Option<String>,
    name: Option<String>,
    name_contains: Option<String>,
    status: Option<u16>,
    outcome: Option<Outcome>,
    /// Only requests that a fault hit (or did not hit).
    faulted: Option<bool>,
    /// Only requests with a higher number.
    after: Option<u64>,
    /// Only the newest ones, up to this number, still in order.
    limit: Option<usize>,
}

impl Filter {
    fn matches(&self, entry: &RequestEntry) -> bool {
        let contains = |text: Option<&str>, part: &Option<String>| {
            part.as_deref().is_none_or(|part| text.is_some_and(|text| text.contains(part)))
        };
        self.platform.is_none_or(|platform| platform == entry.platform)
            && self.method.as_deref().is_none_or(|method| method.eq_ignore_ascii_case(&entry.method))
            && (self.account.is_none() || self.account == entry.account)
            && (self.name.is_none() || self.name == entry.name)
            && contains(Some(&entry.path), &self.path_contains)
            && contains(entry.name.as_deref(), &self.name_contains)
            && self.status.is_none_or(|status| entry.status == Some(status))
            && self.outcome.is_none_or(|outcome| outcome == entry.outcome)
            && self.faulted.is_none_or(|faulted| faulted == entry.fault.is_some())
            && self.after.is_none_or(|after| entry.seq > after)
    }
}

pub(super) async fn list(State(sandbox): State<Sandbox>, filter: Result<Query<Filter>, QueryRejection>) -> Response {
    let filter = match filter {
        Ok(Query(filter)) => filter,
        Err(rejection) => return problem(StatusCode::UNPROCESSABLE_ENTITY, &rejection.body_text()),
    };
    let limit = filter.limit.unwrap_or(usize::MAX);
    let log = sandbox.request_log();
    let mut newest: Vec<RequestEntry> =
        log.iter().rev().filter(|entry| filter.matches(entry)).take(limit).cloned().collect();
    drop(log);
    newest.reverse();
    Json(json!({ "count": newest.len(), "requests": newest })).into_response()
}

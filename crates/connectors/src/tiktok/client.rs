//! `TikTok`'s endpoints: one header with the token, every path with a slash at its end, look-ups by exact name.

mod find_by_name;
mod read_back;

use async_trait::async_trait;
use domain::{
    Timestamp, Word,
    deployment::{AttemptRecord, Lookup, Outcome, PlannedStep, RequestTemplate},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde_json::Value;

use crate::{
    ConnectorSettings, Exchange, FoundByName, PlatformClient, Preview, ReadBackReply,
    http::{ANSWER_LIMIT, Answer, HttpClient, NoAnswer, SendGate, WireRequest, pace::Pacer},
};

use super::{
    PLATFORM,
    classify::{self, Purpose},
    settings::Flow,
};

/// Requests to answers.
pub(super) struct TiktokClient {
    settings: ConnectorSettings,
    http: HttpClient,
    /// Its limits are the app's, and no header tells of them (platforms.md 2.11).
    pacer: Pacer,
    root: String,
}

impl TiktokClient {
    /// A client for these settings.
    pub(super) fn new(settings: ConnectorSettings, http: HttpClient) -> Self {
        let root = api_root(&settings.base_url, &settings.api_version);
        Self { settings, http, pacer: Pacer::default(), root }
    }

    fn request(&self, method: Method, path: &str, body: Value, most: usize) -> WireRequest {
        let token = self.settings.access_token.as_ref();
        WireRequest {
            method,
            url: format!("{}{path}", self.root),
            auth: token.and_then(|token| PLATFORM.auth.header(token)),
            body,
            most,
        }
    }

    /// Sends a request when its turn has come.
    async fn exchange(
        &self,
        request: WireRequest,
        gate: SendGate,
        now: Timestamp,
    ) -> (Result<Answer, NoAnswer>, AttemptRecord) {
        let leave = self.pacer.wait(&gate).await;
        let (answer, record) = self.http.exchange(request, gate, now).await;
        if answer.as_ref().is_ok_and(classify::is_too_fast) {
            self.pacer.throttled(leave);
        }
        (answer, record)
    }
}

/// `{base}/open_api/{version}`; a base that already ends with one or both of them is left as it is.
pub(super) fn api_root(base_url: &str, version: &str) -> String {
    let base = base_url.trim_end_matches('/');
    let last = base.rsplit('/').next().unwrap_or_default();
    let before = base.strip_suffix(last).unwrap_or(base).trim_end_matches('/');
    if last == "open_api" {
        format!("{base}/{version}")
    } else if before.ends_with("/open_api") {
        base.to_owned()
    } else {
        format!("{base}/open_api/{version}")
    }
}

/// What a request without an answer means.
fn unanswered(none: &NoAnswer, purpose: Purpose<'_>) -> Outcome {
    match none.outcome() {
        Outcome::Unknown(cause, in_flight) => purpose.unclear(cause, in_flight),
        other => other,
    }
}

fn method_of(request: &RequestTemplate) -> Method {
    if request.method.eq_ignore_ascii_case("GET") { Method::GET } else { Method::POST }
}

#[async_trait]
impl PlatformClient for TiktokClient {
    fn preview(&self, request: &RequestTemplate) -> Preview {
        let mut headers = vec![PLATFORM.auth.shown()];
        if !request.body.is_null() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        Preview {
            method: method_of(request).to_string(),
            url: format!("{}{}", self.root, request.path),
            headers,
            body: request.body.clone(),
            references: request.references.clone(),
        }
    }

    async fn send(&self, step: &PlannedStep, request: &RequestTemplate, gate: SendGate, now: Timestamp) -> Exchange {
        let purpose = Purpose::of(step, &request.body);
        let wire = self.request(method_of(request), &request.path, request.body.clone(), ANSWER_LIMIT);
        let (answer, mut record) = self.exchange(wire, gate, now).await;
        let outcome = match answer {
            Ok(answer) => {
                let (outcome, code) = classify::outcome(&answer, purpose, now);
                record.platform_code = Some(code);
                outcome
            }
            Err(none) => unanswered(&none, purpose),
        };
        outcome.as_str().clone_into(&mut record.outcome);
        // TikTok has no usage headers (platforms.md 2.11).
        Exchange { outcome, usage: None, record }
    }

    async fn find_by_name(
        &self,
        step: &PlannedStep,
        lookup: &Lookup,
        _since: Timestamp,
        now: Timestamp,
    ) -> FoundByName {
        find_by_name::by_name(self, Flow::that_made(&step.request.path), lookup, now).await
    }

    async fn read_back(
        &self,
        step: &PlannedStep,
        request: &RequestTemplate,
        id: &ExternalId,
        now: Timestamp,
    ) -> Option<ReadBackReply> {
        read_back::run(self, step, request, id, now).await
    }
}

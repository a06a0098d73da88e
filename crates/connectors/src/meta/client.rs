//! Requests to answers: addresses, the token, and looking objects up by name.
//! Meta Marketing API, overview/authorization: versioned paths, `Authorization: Bearer`, JSON bodies.

mod find_by_name;
mod read_back;

use async_trait::async_trait;
use domain::Word as _;
use domain::{
    Timestamp,
    deployment::{AttemptRecord, Cause, Lookup, ObjectKind, Outcome, PlannedStep, RequestTemplate},
    ticket::lifecycle::ExternalId,
};
use reqwest::Method;
use serde_json::Value;

use crate::{
    ConnectorSettings, Exchange, FoundByName, PlatformClient, Preview, ReadBackReply,
    http::{ANSWER_LIMIT, HttpClient, SendGate, WireRequest},
};

use super::{
    PLATFORM,
    classify::{self, Asked, Context},
};

/// The client.
pub(super) struct MetaClient {
    settings: ConnectorSettings,
    http: HttpClient,
}

impl MetaClient {
    pub(super) fn new(settings: ConnectorSettings, http: HttpClient) -> Self {
        Self { settings, http }
    }

    /// The whole URL of a path below the version.
    fn url(&self, path: &str) -> String {
        format!(
            "{}/{}{path}",
            self.settings.base_url.trim_end_matches('/'),
            self.settings.api_version.trim_matches('/')
        )
    }

    fn request(&self, method: Method, url: String, body: Value, most: usize) -> Option<WireRequest> {
        let token = self.settings.access_token.as_ref().filter(|token| !token.reveal().trim().is_empty())?;
        Some(WireRequest { method, url, auth: Some(PLATFORM.auth.header(token)?), body, most })
    }
}

#[async_trait]
impl PlatformClient for MetaClient {
    fn preview(&self, request: &RequestTemplate) -> Preview {
        let mut headers = vec![PLATFORM.auth.shown()];
        if !request.body.is_null() {
            headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        }
        Preview {
            method: request.method.clone(),
            url: self.url(&request.path),
            headers,
            body: request.body.clone(),
            references: request.references.clone(),
        }
    }

    async fn send(&self, step: &PlannedStep, request: &RequestTemplate, gate: SendGate, now: Timestamp) -> Exchange {
        let asked = match step.kind {
            ObjectKind::Update => Asked::Change(request.path.trim_start_matches('/')),
            _ => Asked::Create,
        };
        let context = Context { asked, account: account_of(&request.path), now };
        let url = self.url(&request.path);
        let body = request.body.clone();
        let method = if request.method == "GET" { Method::GET } else { Method::POST };
        let Some(wire) = self.request(method, url.clone(), body.clone(), ANSWER_LIMIT) else {
            let (outcome, record) = no_token(&request.method, url, body, now);
            return Exchange { outcome, usage: None, record };
        };
        let (answer, mut record) = self.http.exchange(wire, gate, now).await;
        let mut usage = None;
        let outcome = match answer {
            Ok(answer) => {
                usage = classify::usage_of(&answer, context.account);
                let verdict = classify::classify(&answer, context);
                record.platform_code = verdict.code;
                verdict.outcome
            }
            Err(none) => classify::no_answer(&none, asked),
        };
        outcome.as_str().clone_into(&mut record.outcome);
        Exchange { outcome, usage, record }
    }

    async fn find_by_name(&self, _: &PlannedStep, lookup: &Lookup, _since: Timestamp, now: Timestamp) -> FoundByName {
        find_by_name::run(self, lookup, now).await
    }

    async fn read_back(
        &self,
        step: &PlannedStep,
        request: &RequestTemplate,
        id: &ExternalId,
        now: Timestamp,
    ) -> Option<ReadBackReply> {
        Some(read_back::run(self, step, request, id, now).await)
    }
}

/// The digits in `/act_123/campaigns`.
fn account_of(path: &str) -> Option<&str> {
    path.strip_prefix("/act_")?.split('/').next()
}

/// What comes of a request when no token is configured: nothing is sent.
fn no_token(method: &str, url: String, request: Value, now: Timestamp) -> (Outcome, AttemptRecord) {
    let cause = Cause::new("no token", "No access token for Meta is configured; set META_ACCESS_TOKEN.");
    let outcome = Outcome::Unauthorized(cause.clone());
    let record = AttemptRecord {
        started_at: now,
        elapsed_ms: 0,
        method: method.to_owned(),
        url,
        request,
        status: None,
        platform_code: Some(cause.code),
        outcome: outcome.as_str().to_owned(),
        response: Value::Null,
    };
    (outcome, record)
}

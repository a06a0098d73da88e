//! One HTTP client for all platforms: time-outs, no redirects, no proxy of the environment, and a gate that closes
//! before a request of a lost lease can leave. It is also the only entrance for text from outside: an answer has a
//! largest size, and passes on neither secrets (`redact.rs`) nor characters that break a line or a database
//! (`text.rs`).

mod address;
mod answer;
mod gated_body;
pub(crate) mod pace;
mod redact;
pub(crate) mod text;
pub(crate) mod wait;

use std::{sync::Arc, time::Duration};

use domain::{
    Secret, Timestamp,
    deployment::{AttemptRecord, Cause, InFlight, Outcome},
};
use reqwest::header::{HeaderName, HeaderValue};
use serde_json::Value;
use tokio::sync::Notify;

pub(crate) use address::{path, value};
pub use answer::{ANSWER_LIMIT, Answer, PAGE_LIMIT};
use gated_body::GatedBody;
pub use redact::Redactor;

/// Decides if a request may still leave. Asked at the last moment, when its body is about to be written: a process that
/// was suspended in between must not send a request that another worker may have taken over.
#[derive(Clone)]
pub struct SendGate(Arc<dyn Fn() -> bool + Send + Sync>);

impl SendGate {
    /// A gate that calls `is_open`.
    pub fn new(is_open: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(is_open))
    }

    /// A gate that is always open.
    pub fn open() -> Self {
        Self::new(|| true)
    }

    /// The same gate, with a notification when it lets a request pass.
    pub fn that_tells(self) -> (Self, Arc<Notify>) {
        let told = Arc::new(Notify::new());
        let tell = told.clone();
        let gate = Self::new(move || {
            let open = self.is_open();
            if open {
                tell.notify_one();
            }
            open
        });
        (gate, told)
    }

    /// Returns true if the request may leave now.
    pub fn is_open(&self) -> bool {
        (self.0)()
    }
}

/// An HTTP request to a platform.
#[derive(Debug, Clone)]
pub struct WireRequest {
    /// `GET` or `POST`.
    pub method: reqwest::Method,
    /// The whole URL.
    pub url: String,
    /// The token, and the name of its header.
    pub auth: Option<(HeaderName, Secret)>,
    /// The JSON body; null for none.
    pub body: Value,
    /// The most bytes of its answer that are read.
    pub most: usize,
}

/// The reason why no answer arrived.
#[derive(Debug, Clone)]
pub struct NoAnswer {
    /// True if the request certainly did not leave completely.
    pub not_sent: bool,
    /// Whether it was held back on our side, because too little was left of the worker's lease.
    pub held_back: bool,
    /// True for a time-out, false for a closed connection.
    pub silent: bool,
    /// `connect`, `timeout`, `connection`, `lease`.
    pub code: &'static str,
    /// A sentence for a person, without the URL.
    pub message: String,
}

impl NoAnswer {
    /// The outcome of a create request.
    pub fn outcome(&self) -> Outcome {
        let cause = Cause::new(self.code, self.message.clone());
        match (self.not_sent, self.silent) {
            (true, _) if self.held_back => Outcome::HeldBack(cause),
            (true, _) => Outcome::Unavailable(cause),
            (false, true) => Outcome::Unknown(cause, InFlight::Silent),
            (false, false) => Outcome::Unknown(cause, InFlight::Dropped),
        }
    }
}

/// The client.
#[derive(Debug, Clone)]
pub struct HttpClient {
    inner: reqwest::Client,
    timeout: Duration,
    redactor: Redactor,
}

/// The client could not be set up.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client could not be set up: {0}")]
pub struct HttpSetupError(#[from] reqwest::Error);

impl HttpClient {
    /// A client that waits `timeout` for each answer.
    pub fn new(timeout: Duration) -> Result<Self, HttpSetupError> {
        // Without a crypto provider the builder below would panic. A provider that the binary has chosen stays.
        if rustls::crypto::CryptoProvider::get_default().is_none() {
            let _ = rustls::crypto::ring::default_provider().install_default();
        }
        let inner = reqwest::Client::builder()
            .timeout(timeout)
            .connect_timeout(timeout.min(Duration::from_secs(10)))
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .user_agent(concat!("OmniTraffick/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { inner, timeout, redactor: Redactor::default() })
    }

    /// The same client, which removes these secrets from everything that it passes on.
    #[must_use]
    pub fn redacting<'a>(&self, secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        Self { redactor: Redactor::new(secrets), ..self.clone() }
    }

    /// Sends `request`. Returns the answer with the attempt's record; the connector adds its `platform_code` and
    /// `outcome`. Every secret is redacted from the record and from the platform's text.
    pub async fn exchange(
        &self,
        request: WireRequest,
        gate: SendGate,
        now: Timestamp,
    ) -> (Result<Answer, NoAnswer>, AttemptRecord) {
        let mut record = AttemptRecord {
            started_at: now,
            elapsed_ms: 0,
            method: request.method.to_string(),
            url: self.told(&request.url),
            request: answer::cleaned(request.body.clone(), &self.redactor),
            status: None,
            platform_code: None,
            outcome: String::new(),
            response: Value::Null,
        };
        let started = std::time::Instant::now();
        let answer = self.run(request, gate).await;
        record.elapsed_ms = i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX);
        match &answer {
            Ok(answer) => {
                record.status = Some(answer.status);
                record.response = answer.shown();
            }
            Err(none) => record.platform_code = Some(none.code.to_owned()),
        }
        (answer, record)
    }

    /// A text in the form in which it may be shown.
    fn told(&self, text: &str) -> String {
        text::shortened(&text::printable(&self.redactor.redact(text)), text::MESSAGE)
    }

    async fn run(&self, request: WireRequest, gate: SendGate) -> Result<Answer, NoAnswer> {
        let mut builder = self.inner.request(request.method, &request.url);
        if let Some((name, secret)) = request.auth {
            let mut value = HeaderValue::from_str(secret.reveal()).map_err(|_| NoAnswer {
                not_sent: true,
                held_back: false,
                silent: false,
                code: "token",
                message: "The access token holds characters that no header can carry.".to_owned(),
            })?;
            value.set_sensitive(true);
            builder = builder.header(name, value);
        }
        if !request.body.is_null() {
            let bytes = request.body.to_string().into_bytes();
            builder = builder
                .header(reqwest::header::CONTENT_TYPE, "application/json")
                .body(reqwest::Body::wrap(GatedBody::new(bytes, gate.clone())));
        } else if !gate.is_open() {
            return Err(closed_gate());
        }
        let response = builder.send().await.map_err(|error| self.explain(&error))?;
        Answer::read(response, request.most, &self.redactor).await.map_err(|error| self.explain(&error))
    }

    fn explain(&self, error: &reqwest::Error) -> NoAnswer {
        if gated_body::closed(error) {
            return closed_gate();
        }
        if error.is_connect() {
            return NoAnswer {
                not_sent: true,
                held_back: false,
                silent: false,
                code: "connect",
                message: format!("No connection could be made ({}).", self.told(&root_cause(error))),
            };
        }
        if error.is_timeout() {
            return NoAnswer {
                not_sent: false,
                held_back: false,
                silent: true,
                code: "timeout",
                message: format!("No answer came within {} s.", self.timeout.as_secs_f32()),
            };
        }
        NoAnswer {
            not_sent: error.is_builder(),
            held_back: false,
            silent: false,
            code: "connection",
            message: format!("The connection broke before an answer came ({}).", self.told(&root_cause(error))),
        }
    }
}

fn closed_gate() -> NoAnswer {
    NoAnswer {
        not_sent: true,
        held_back: true,
        silent: false,
        code: "lease",
        message: "It was not sent: too little was left of this worker's lease.".to_owned(),
    }
}

/// The innermost error: the outer ones repeat the URL.
fn root_cause(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests;

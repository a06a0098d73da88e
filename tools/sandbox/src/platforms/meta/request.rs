//! One request in Meta's form.

use bytes::Bytes;
use http::{HeaderMap, Method, header, request};
use url::form_urlencoded;

use super::error::Refusal;
use super::is_digits;
use super::params::Params;
use crate::pipeline::Token;

#[derive(Debug)]
pub(crate) struct Request {
    pub(super) method: Method,
    /// `v26.0`; absent when the path does not begin with one.
    pub(super) version: Option<String>,
    /// The path after the version.
    pub(super) segments: Vec<String>,
    pub(super) params: Params,
    /// The error of an unreadable body.
    pub(super) unreadable: Option<Refusal>,
    pub(super) token: Token,
    /// The URL for the links to the next page.
    pub(super) url: String,
    pub(super) query: Vec<(String, String)>,
    account: Option<String>,
    name: Option<String>,
}

impl Request {
    pub(crate) fn read(parts: &request::Parts, body: Option<&Bytes>) -> Self {
        let query: Vec<(String, String)> =
            form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        let content_type = Token::header(&parts.headers, header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let (params, unreadable) = match Params::read(&query, content_type, body) {
            Ok(params) => (params, None),
            Err(refusal) => (Params::default(), Some(refusal)),
        };

        let mut segments: Vec<String> =
            parts.uri.path().split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let versioned = segments.first().is_some_and(|first| is_version(first));
        let version = versioned.then(|| segments.remove(0));

        let account = segments.first().and_then(|first| first.strip_prefix("act_")).map(str::to_owned);
        let name = params.text("name");
        Self {
            method: parts.method.clone(),
            version,
            segments,
            token: token(&parts.headers, &params),
            params,
            unreadable,
            url: format!("http://{}{}", host(&parts.headers), parts.uri.path()),
            query,
            account,
            name,
        }
    }

    pub(crate) fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(super) fn is_write(&self) -> bool {
        self.method != Method::GET
    }

    /// Returns true if `execution_options` asks for a check only.
    pub(super) fn validates_only(&self) -> Result<bool, Refusal> {
        let options = self.params.list("execution_options")?.unwrap_or_default();
        Ok(options.iter().any(|option| option.as_str() == Some("validate_only")))
    }
}

/// `v26.0`, `v26`.
fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|rest| {
        let (major, minor) = rest.split_once('.').unwrap_or((rest, "0"));
        is_digits(major) && is_digits(minor)
    })
}

/// `Authorization: Bearer …` or the parameter `access_token` (docs/platforms.md 1.2).
fn token(headers: &HeaderMap, params: &Params) -> Token {
    let bearer = Token::header(headers, header::AUTHORIZATION.as_str()).and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(token)
    });
    match Token::of(bearer) {
        Token::Missing => Token::of(params.text("access_token").as_deref()),
        found => found,
    }
}

fn host(headers: &HeaderMap) -> &str {
    Token::header(headers, header::HOST.as_str()).unwrap_or("localhost")
}

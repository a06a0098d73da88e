//! A platform's answer, before it becomes bytes or is spoilt by a fault.

use axum::body::Body;
use axum::response::Response;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_json::Value;

use crate::Outcome;

#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
    pub(crate) outcome: Outcome,
    /// The platform's own code, for the list of requests.
    pub(crate) code: Option<i64>,
    /// The object of the answer, for the list of requests.
    pub(crate) object: Option<String>,
}

impl Reply {
    pub(crate) fn json(status: u16, body: Value, outcome: Outcome) -> Self {
        Self { status, headers: HeaderMap::new(), body, outcome, code: None, object: None }
    }

    pub(crate) fn code(mut self, code: i64) -> Self {
        self.code = Some(code);
        self
    }

    pub(crate) fn about(mut self, id: &str) -> Self {
        self.object = Some(id.to_owned());
        self
    }

    /// Adds a header; ignores a value that HTTP cannot carry.
    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(HeaderName::from_static(name), value);
        }
        self
    }

    pub(crate) fn into_response(self) -> Response {
        let text = self.body.to_string();
        respond(self.status, self.headers, Body::from(text))
    }
}

/// A JSON answer with this body, which may be broken.
pub(crate) fn respond(status: u16, headers: HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.headers_mut() = headers;
    let json = HeaderValue::from_static("application/json; charset=UTF-8");
    response.headers_mut().entry(header::CONTENT_TYPE).or_insert(json);
    response
}

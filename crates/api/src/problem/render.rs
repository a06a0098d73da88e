//! Problems as documents, and errors of the framework as problems.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use serde::Serialize;
use utoipa::{
    IntoResponses, PartialSchema, ToSchema,
    openapi::{ContentBuilder, RefOr, ResponseBuilder, response::Response as DocumentedResponse},
};

use super::{Problem, ProblemItem};
use crate::web::IsAPage;

/// A problem document (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemDocument<'a> {
    /// The type of problem, as a stable URI.
    #[serde(rename = "type")]
    #[schema(example = "urn:omnitraffick:problem:invalid")]
    kind: String,
    /// The type in words.
    title: &'a str,
    /// The HTTP status.
    status: u16,
    /// The problem, as a sentence for a person.
    detail: &'a str,
    /// All violations, if the request has several.
    errors: &'a [ProblemItem],
    /// The request's id in the server's log.
    request_id: &'a str,
}

/// A problem as the text of its document.
pub(crate) fn text(problem: &Problem, request_id: &str) -> String {
    let document = ProblemDocument {
        kind: format!("urn:omnitraffick:problem:{}", problem.code),
        title: problem.title,
        status: problem.status.as_u16(),
        detail: &problem.detail,
        errors: &problem.errors,
        request_id,
    };
    serde_json::to_string(&document).unwrap_or_default()
}

/// `response` with its problem document.
pub(crate) fn render(mut response: Response, problem: &Problem, request_id: &str) -> Response {
    let text = text(problem, request_id);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    *response.body_mut() = Body::from(text);
    response
}

/// The problem of an error response: its own, or one for an answer of the framework.
pub(crate) fn of_response(response: &Response, method: &Method, path: &str) -> Option<Problem> {
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let status = response.status();
    if response.extensions().get::<IsAPage>().is_some() {
        return None;
    }
    if !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    Some(match status {
        StatusCode::NOT_FOUND => {
            Problem::not_found(format!("There is nothing at {path}. The API is described at /docs."))
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            let allowed = response.headers().get(header::ALLOW).and_then(|value| value.to_str().ok());
            let allowed = allowed.map_or_else(|| "other methods".to_owned(), |methods| methods.replace(',', ", "));
            Problem::new(
                status,
                "method-not-allowed",
                "Method not allowed",
                format!("{path} does not take {method}; it takes {allowed}."),
            )
        }
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(status, "too-large", "Too large", "The request's body is too large.")
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::new(
            status,
            "unsupported-media-type",
            "Unsupported media type",
            "Send JSON, with Content-Type: application/json.",
        ),
        _ if status.is_server_error() => Problem::new(
            status,
            "internal",
            "Something went wrong on our side",
            "Something went wrong on our side. The log has the cause under this request's id.",
        ),
        _ => Problem::new(
            status,
            "bad-request",
            "The request was refused",
            status.canonical_reason().unwrap_or("The request was refused."),
        ),
    })
}

/// The problem responses of every operation, for the OpenAPI document.
pub(crate) struct Problems;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<DocumentedResponse>> {
        let all = [
            ("400", "A name, code or identifier is taken, or the ticket is not ready"),
            ("404", "It does not exist"),
            ("409", "It is not possible in the current state"),
            ("412", "It has changed since it was read (`If-Match`)"),
            ("413", "The body is too large"),
            ("415", "The body is not JSON"),
            ("422", "The request is not valid; `errors` lists every violation"),
            ("503", "The database does not answer at the moment"),
        ];
        all.into_iter()
            .map(|(status, description)| {
                let content = ContentBuilder::new().schema(Some(schema_reference())).build();
                let response = ResponseBuilder::new()
                    .description(description)
                    .content("application/problem+json", content)
                    .build();
                (status.to_owned(), RefOr::T(response))
            })
            .collect()
    }
}

fn schema_reference() -> RefOr<utoipa::openapi::Schema> {
    // The schema itself is registered once, in `docs.rs`.
    let _ = ProblemDocument::schema;
    RefOr::Ref(utoipa::openapi::Ref::from_schema_name("Problem"))
}

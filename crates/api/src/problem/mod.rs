//! Every error as a problem document (RFC 9457). The only place that maps meanings to status codes.

mod from_app;
mod render;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{Violation, Violations, count::grouped};
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) use render::{ProblemDocument, Problems, of_response, render, text};

/// An error on its way to the caller.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(crate) status: StatusCode,
    /// Stable kebab-case word; the last part of `type`.
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    pub(crate) detail: String,
    pub(crate) errors: Vec<ProblemItem>,
}

/// A longer list in a sentence is not read.
const MOST_TOLD: usize = 20;

/// One violation of a request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProblemItem {
    /// JSON pointer to the field in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/budget")]
    pub(crate) pointer: Option<String>,
    /// The query parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) parameter: Option<String>,
    /// The problem, as a sentence.
    pub(crate) detail: String,
    /// The accepted values, or a fix.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) suggestion: Option<String>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { status, code, title, detail: detail.into(), errors: Vec::new() }
    }

    /// The body, or a reference in it, is wrong; with all violations.
    pub(crate) fn invalid(violations: Violations) -> Self {
        let count = violations.0.len();
        let violations = violations.capped();
        let told = violations
            .0
            .iter()
            .take(MOST_TOLD)
            .map(|violation| violation.problem.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let detail = match count {
            1 => told,
            count if count > MOST_TOLD => {
                format!("The request has {} errors: {told} And {} more.", grouped(count), grouped(count - MOST_TOLD))
            }
            count => format!("The request has {count} errors: {told}"),
        };
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "The request is not valid", detail);
        problem.errors = violations.0.into_iter().map(ProblemItem::from).collect();
        problem
    }

    /// A query parameter is wrong.
    pub(crate) fn parameter(name: &str, detail: impl Into<String>, suggestion: Option<String>) -> Self {
        let detail = detail.into();
        let mut problem =
            Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "The request is not valid", detail.clone());
        problem.errors = vec![ProblemItem { pointer: None, parameter: Some(name.to_owned()), detail, suggestion }];
        problem
    }

    /// The resource does not exist.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", detail)
    }
}

impl From<Violation> for ProblemItem {
    fn from(violation: Violation) -> Self {
        Self {
            pointer: Some(violation.pointer),
            parameter: None,
            detail: violation.problem,
            suggestion: violation.suggestion,
        }
    }
}

impl IntoResponse for Problem {
    /// The body is written by the outermost layer, which knows the request's id.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

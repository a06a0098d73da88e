//! The forms of success: created, changed, deleted, a page of a list.

use axum::{
    Json,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{JobId, Version, list::Listed};
use serde::Serialize;

use crate::extract::Page;

/// 201 with the entity, its `Location` and its `ETag`.
pub(crate) struct Created<T> {
    location: String,
    version: Version,
    body: T,
}

impl<T> Created<T> {
    /// The entity at `/api/v1/{resource}/{id}`.
    pub(crate) fn at(resource: &str, id: impl std::fmt::Display, version: Version, body: T) -> Self {
        Self { location: format!("/api/v1/{resource}/{id}"), version, body }
    }
}

impl<T: Serialize> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        let headers = [(header::LOCATION, text(&self.location)), (header::ETAG, etag(self.version))];
        (StatusCode::CREATED, headers, Json(self.body)).into_response()
    }
}

/// 202 with the `Location` of the job that does the work, if there is any.
pub(crate) struct Started<T> {
    pub(crate) job: Option<JobId>,
    pub(crate) body: T,
}

impl<T: Serialize> IntoResponse for Started<T> {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::ACCEPTED, Json(self.body)).into_response();
        if let Some(id) = self.job {
            response.headers_mut().insert(header::LOCATION, text(&format!("/api/v1/jobs/{id}")));
        }
        response
    }
}

/// 200 with the entity and its `ETag`.
pub(crate) struct Changed<T> {
    version: Version,
    body: T,
}

impl<T> Changed<T> {
    /// The entity at `version`.
    pub(crate) fn to(version: Version, body: T) -> Self {
        Self { version, body }
    }
}

impl<T: Serialize> IntoResponse for Changed<T> {
    fn into_response(self) -> Response {
        ([(header::ETAG, etag(self.version))], Json(self.body)).into_response()
    }
}

/// 204.
pub(crate) struct Deleted;

impl IntoResponse for Deleted {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into_response()
    }
}

/// 200 with a page of a list, its total, and links to the neighbouring pages.
pub(crate) struct Listing<T> {
    page: Page,
    listed: Listed<T>,
}

impl<T> Listing<T> {
    /// A page in the API's form.
    pub(crate) fn of<U: Into<T>>(page: Page, listed: Listed<U>) -> Self {
        Self { page, listed: listed.map(Into::into) }
    }
}

impl<T: Serialize> IntoResponse for Listing<T> {
    fn into_response(self) -> Response {
        let mut response = (total_count(self.listed.total), Json(&self.listed.items)).into_response();
        let links = self.page.links(self.listed.next.as_ref());
        if !links.is_empty() {
            response.headers_mut().insert(header::LINK, text(&links));
        }
        response
    }
}

/// The number of rows that match the filters, for a list that is not a [`Listing`].
pub(crate) fn total_count(total: u64) -> [(HeaderName, HeaderValue); 1] {
    [(HeaderName::from_static("x-total-count"), HeaderValue::from(total))]
}

fn etag(version: Version) -> HeaderValue {
    text(&format!("\"{version}\""))
}

/// Only ASCII arrives here: ids, numbers and percent-encoded queries.
fn text(value: &str) -> HeaderValue {
    HeaderValue::from_str(value).unwrap_or_else(|_| HeaderValue::from_static(""))
}

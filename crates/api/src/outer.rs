//! The outermost layer: gives each request an id, counts and logs it, writes the problem document of an error, and
//! compresses.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use tracing::{Instrument, debug, info_span};
use uuid::Uuid;

use crate::{compress, drain_body::drained, problem, state::ApiState, web::IsOfTheWebApp};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Runs a request with an id, which every answer contains.
pub(crate) async fn layer(State(state): State<ApiState>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let id = request_id(&request);
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let span = info_span!("request", request.id = %id);
    let accepted = request.headers().get(header::ACCEPT_ENCODING).cloned();
    let mut response = next.run(request.map(drained)).instrument(span).await;
    if let Some(problem) = problem::of_response(&response, &method, &path) {
        response = problem::render(response, &problem, &id);
    }
    response = compress::for_caller(accepted, response).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let route = match (response.extensions().get::<MatchedPath>(), response.extensions().get::<IsOfTheWebApp>()) {
        (Some(template), _) => template.as_str(),
        // Its files are many, and an operator need not distinguish them.
        (None, Some(_)) => "web",
        (None, None) => "none",
    };
    state.metrics.request(&method, route, response.status(), began.elapsed());
    let elapsed_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    debug!(request.id = %id, %method, route, status = response.status().as_u16(), elapsed_ms, "{method} {path} answered {}", response.status());
    response
}

/// Passes the route's template to the layers that count by it: raw paths would be unlimited.
pub(crate) async fn tell_route(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(route) = route {
        response.extensions_mut().insert(route);
    }
    response
}

/// The caller's id for the request, if it is valid; otherwise a new one.
fn request_id(request: &Request) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok());
    match given {
        Some(id)
            if (1..=100).contains(&id.len())
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)) =>
        {
            id.to_owned()
        }
        _ => Uuid::now_v7().to_string(),
    }
}

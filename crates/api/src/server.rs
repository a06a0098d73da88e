//! The whole router with its layers.

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    handler::Handler as _,
    http::{StatusCode, Uri, uri::PathAndQuery},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use tower::ServiceExt as _;
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    WebApp, docs, extract::Patience, guard, health, home, large::LargePlaces, metrics, outer, problem::Problem, routes,
    state::ApiState, web, ws,
};

/// The options of a server.
#[derive(Debug, Clone)]
pub struct Options {
    /// Host names of this server besides the loopback ones.
    pub allowed_hosts: Vec<String>,
    /// The largest accepted body, in bytes.
    pub body_limit: usize,
    /// The time-out of a request.
    pub request_timeout: Duration,
    /// The web app at `/`; without files, a page that explains the product.
    pub web: WebApp,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allowed_hosts: Vec::new(),
            body_limit: BodyLimit::DEFAULT.0,
            request_timeout: Duration::from_secs(30),
            web: WebApp::default(),
        }
    }
}

/// The largest accepted body, in the request's extensions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BodyLimit(pub(crate) usize);

impl BodyLimit {
    pub(crate) const DEFAULT: Self = Self(1024 * 1024);
}

/// The router with all its layers. From the outside in: id, log and problem documents; the guard; the time-out; panics.
pub fn router(state: ApiState, options: Options) -> Router {
    let (api, openapi) = docs::split(routes::v1());
    let timeout = options.request_timeout;
    let limit = BodyLimit(options.body_limit);
    let patience = Patience::within(timeout);
    let places = LargePlaces::default();
    let web = options.web;
    let home = if web.is_empty() { home::router() } else { Router::new() };
    let inner = Router::new()
        .nest("/api/v1", api)
        .route("/api/v1/ws", axum::routing::get(ws::connect))
        .merge(health::router())
        .merge(metrics::router())
        .merge(home)
        .merge(docs::router(&openapi))
        .route_layer(from_fn(outer::tell_route))
        .fallback_service(web::fallback.with_state(web.clone()))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(move |mut request: Request, next: Next| {
            let large = places.for_request();
            async move {
                request.extensions_mut().insert(limit);
                request.extensions_mut().insert(patience);
                request.extensions_mut().insert(large.clone());
                let safe = request.method().is_safe();
                let answer = tokio::time::timeout(timeout, next.run(request)).await;
                drop(large);
                answer.unwrap_or_else(|_| too_slow(timeout, safe))
            }
        }))
        .layer(from_fn_with_state(guard::Hosts::and(options.allowed_hosts), guard::check))
        .with_state(state.clone());
    Router::new()
        .fallback_service(inner.map_request(move |request| without_trailing_slash(&web, request)))
        .layer(from_fn_with_state(state, outer::layer))
}

/// `/api/v1/markets/` is `/api/v1/markets`; only the interactive docs and the pages of the web app end with a slash.
fn without_trailing_slash(web: &WebApp, mut request: Request) -> Request {
    let uri = request.uri();
    let path = uri.path();
    if path.len() < 2 || !path.ends_with('/') || path.starts_with("/docs") || web.has_say(path) {
        return request;
    }
    let trimmed = path.trim_end_matches('/');
    let path = if trimmed.is_empty() { "/" } else { trimmed };
    let path_and_query = uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let mut parts = uri.clone().into_parts();
    if let Ok(path_and_query) = path_and_query.parse::<PathAndQuery>() {
        parts.path_and_query = Some(path_and_query);
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
    request
}

#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let message =
        panic.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    tracing::error!("a request panicked: {}", message.as_deref().unwrap_or("without a message"));
    Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong on our side",
        "Something went wrong on our side. The log has the cause under this request's id.",
    )
    .into_response()
}

/// The request took too long. Only requests that change nothing can say that nothing was changed.
fn too_slow(timeout: Duration, safe: bool) -> Response {
    let seconds = timeout.as_secs();
    let (title, detail) = if safe {
        (
            "Try again in a moment",
            format!("The request took longer than {seconds} s and was given up. It changes nothing: ask again."),
        )
    } else {
        (
            "It is not known whether it was done",
            format!(
                "The request took longer than {seconds} s, and it is not known whether it was carried out. Read what it \
                 concerns again. If it is not there, repeat the request with the same content: names are unique, so a \
                 repetition is refused rather than done twice."
            ),
        )
    };
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "timeout", title, detail).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_of_a_request_that_changes_nothing_is_that_said() {
        let told = |safe| too_slow(Duration::from_secs(30), safe).extensions().get::<Problem>().unwrap().detail.clone();
        assert_eq!(told(true), "The request took longer than 30 s and was given up. It changes nothing: ask again.");
        assert!(told(false).contains("it is not known whether it was carried out"), "{}", told(false));
    }
}

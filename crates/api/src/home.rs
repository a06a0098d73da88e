//! The page `/` of a binary without the web app: it explains how to build one with it.

use axum::{
    Router,
    http::header,
    response::{Html, IntoResponse, Response},
    routing::get,
};

use crate::state::ApiState;

pub(crate) fn router() -> Router<ApiState> {
    Router::new().route("/", get(home))
}

async fn home() -> Response {
    let policy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(include_str!("home.html"))).into_response()
}

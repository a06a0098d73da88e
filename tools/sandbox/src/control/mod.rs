//! `/_sandbox`: the control paths for tests and people. They need no token.

mod faults;
mod objects;
mod page;
mod requests;
mod settings;

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use http::StatusCode;
use serde_json::{Value, json};

use crate::Sandbox;

pub(crate) use self::settings::patch as patch_settings;

pub(crate) fn router() -> Router<Sandbox> {
    Router::new()
        .route("/", get(page::home))
        .route("/_sandbox/health", get(health))
        .route("/_sandbox/faults", get(faults::list).post(faults::add).put(faults::replace).delete(faults::clear))
        .route("/_sandbox/faults/{id}", delete(faults::remove))
        .route("/_sandbox/objects", get(objects::list))
        .route("/_sandbox/requests", get(requests::list))
        .route("/_sandbox/reset", post(reset))
        .route("/_sandbox/settings", get(settings::show).put(settings::change))
        .route("/_sandbox/{*path}", axum::routing::any(unknown))
}

async fn health(State(sandbox): State<Sandbox>) -> Json<Value> {
    let objects = sandbox.store().len();
    Json(json!({ "status": "healthy", "service": "sandbox: not a real ad platform", "objects": objects }))
}

async fn reset(State(sandbox): State<Sandbox>) -> Response {
    match sandbox.reset() {
        Ok(()) => Json(json!({ "reset": true })).into_response(),
        Err(cause) => problem(StatusCode::INTERNAL_SERVER_ERROR, &format!("the journal cannot be written: {cause}")),
    }
}

async fn unknown() -> Response {
    problem(StatusCode::NOT_FOUND, "no such control path; GET / lists them")
}

/// An error in one sentence.
fn problem(status: StatusCode, sentence: &str) -> Response {
    (status, Json(json!({ "error": sentence }))).into_response()
}

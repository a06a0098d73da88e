//! `/_sandbox/faults`.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use serde_json::{Value, json};

use super::problem;
use crate::Sandbox;
use crate::faults::{Active, Change};

pub(super) async fn list(State(sandbox): State<Sandbox>) -> Json<Value> {
    Json(view(&sandbox))
}

/// Adds rules to the existing ones. A seed restarts the dice of all rules.
pub(super) async fn add(State(sandbox): State<Sandbox>, body: Bytes) -> Response {
    set(&sandbox, &body, false)
}

/// Replaces all rules.
pub(super) async fn replace(State(sandbox): State<Sandbox>, body: Bytes) -> Response {
    set(&sandbox, &body, true)
}

pub(super) async fn clear(State(sandbox): State<Sandbox>) -> Json<Value> {
    sandbox.faults().clear();
    Json(view(&sandbox))
}

pub(super) async fn remove(State(sandbox): State<Sandbox>, Path(id): Path<String>) -> Response {
    if id.parse().is_ok_and(|id| sandbox.faults().remove(id)) {
        return Json(view(&sandbox)).into_response();
    }
    problem(StatusCode::NOT_FOUND, &format!("there is no fault rule {id}"))
}

fn set(sandbox: &Sandbox, body: &[u8], instead: bool) -> Response {
    let change = match Change::read(body) {
        Ok(change) => change,
        Err(sentence) => return problem(StatusCode::UNPROCESSABLE_ENTITY, &sentence),
    };
    let mut faults = sandbox.faults();
    if instead {
        faults.clear();
    }
    if let Some(seed) = change.seed {
        faults.reseed(seed);
    }
    for rule in change.rules {
        faults.add(rule);
    }
    drop(faults);
    (StatusCode::CREATED, Json(view(sandbox))).into_response()
}

fn view(sandbox: &Sandbox) -> Value {
    let faults = sandbox.faults();
    let rules: &[Active] = faults.rules();
    json!({ "seed": faults.seed(), "rules": rules })
}

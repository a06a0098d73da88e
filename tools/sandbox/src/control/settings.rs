//! `/_sandbox/settings`: `PUT` takes only the settings that change.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use super::problem;
use crate::settings::Behaviour;
use crate::{InvalidSettings, Sandbox};

pub(super) async fn show(State(sandbox): State<Sandbox>) -> Json<Behaviour> {
    Json(Behaviour::clone(&sandbox.behaviour()))
}

pub(super) async fn change(State(sandbox): State<Sandbox>, body: Bytes) -> Response {
    let patched = serde_json::from_slice(&body)
        .map_err(|cause| InvalidSettings(format!("not JSON: {cause}")))
        .and_then(|value: Value| patch(&sandbox, &value));
    match patched {
        Ok(now) => Json(now).into_response(),
        Err(invalid) => problem(StatusCode::UNPROCESSABLE_ENTITY, &invalid.to_string()),
    }
}

/// Applies a patch to the settings. Either all of it takes effect or nothing.
pub(crate) fn patch(sandbox: &Sandbox, patch: &Value) -> Result<Behaviour, InvalidSettings> {
    let invalid = |cause: serde_json::Error| InvalidSettings(cause.to_string());
    if !patch.is_object() {
        return Err(InvalidSettings("expected an object with any of quotas, meta, tiktok".to_owned()));
    }
    let mut all = serde_json::to_value(&*sandbox.behaviour()).map_err(invalid)?;
    lay_over(&mut all, patch);
    let behaviour: Behaviour = serde_json::from_value(all).map_err(invalid)?;
    sandbox.change(|now| now.clone_from(&behaviour));
    Ok(behaviour)
}

/// Objects are merged, everything else is replaced. A null is a value: it removes a limit.
fn lay_over(base: &mut Value, patch: &Value) {
    match (base, patch) {
        (Value::Object(base), Value::Object(patch)) => {
            for (key, value) in patch {
                lay_over(base.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (base, patch) => base.clone_from(patch),
    }
}

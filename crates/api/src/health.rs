//! The health checks: alive, and ready.

use app::{BrokerHealth, operate::DatabaseHealth};
use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

use crate::{problem::Problem, state::ApiState};

pub(crate) fn router() -> Router<ApiState> {
    Router::new().route("/health", get(alive)).route("/health/live", get(alive)).route("/health/ready", get(ready))
}

async fn alive() -> Response {
    Json(json!({"status": "healthy"})).into_response()
}

/// Without a writable database a server cannot work. Without its broker it can: deployments only start later.
async fn ready(State(state): State<ApiState>) -> Response {
    let health = state.app.health().await;
    let database = match health.database {
        DatabaseHealth::Up => json!({"status": "up"}),
        DatabaseHealth::Crowded => json!({
            "status": "degraded",
            "detail": "It answers, but every connection of this process is in use; perhaps statements wait for a lock.",
        }),
        DatabaseHealth::Down { why, cause } => {
            tracing::warn!(error = %cause, "not ready: the database cannot be written: {cause}");
            let detail = format!(
                "The database cannot be written ({why}): nothing can be changed, and nothing is sent to a platform."
            );
            return Problem::new(StatusCode::SERVICE_UNAVAILABLE, "unavailable", "Not ready", detail).into_response();
        }
    };
    let broker = match health.broker {
        BrokerHealth::Up => json!({"status": "up"}),
        BrokerHealth::Degraded(why) => json!({"status": "degraded", "detail": why}),
    };
    let all_up = database["status"] == "up" && broker["status"] == "up";
    let status = if all_up { "ready" } else { "degraded" };
    Json(json!({"status": status, "database": database, "broker": broker})).into_response()
}

//! Whether the server is alive, and whether it can work.

use app::BrokerHealth;
use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

use crate::state::ApiState;

pub(crate) fn router() -> Router<ApiState> {
    Router::new().route("/health", get(alive)).route("/health/live", get(alive)).route("/health/ready", get(ready))
}

async fn alive() -> Response {
    Json(json!({"status": "healthy"})).into_response()
}

/// Without its database a server cannot work. Without its broker it still does: deployments only start later.
async fn ready(State(state): State<ApiState>) -> Response {
    let health = state.app.health().await;
    let broker = match health.broker {
        BrokerHealth::Up => json!({"status": "up"}),
        BrokerHealth::Degraded(why) => json!({"status": "degraded", "detail": why}),
    };
    let (code, status, database) = match health.database {
        Ok(()) if broker["status"] == "up" => (StatusCode::OK, "ready", json!({"status": "up"})),
        Ok(()) => (StatusCode::OK, "degraded", json!({"status": "up"})),
        Err(cause) => {
            tracing::warn!(error = %cause, "not ready: the database does not answer: {cause}");
            // The cause may name hosts and users; it is for the log.
            (StatusCode::SERVICE_UNAVAILABLE, "unavailable", json!({"status": "down"}))
        }
    };
    let body = json!({"status": status, "database": database, "broker": broker});
    if code == StatusCode::OK {
        return Json(body).into_response();
    }
    crate::problem::Problem::new(code, "unavailable", "Not ready", "The database does not answer at the moment.")
        .into_response()
}

//! The platforms' faults, which the sandbox injects by chance.

use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

use serde_json::{Value, json};

use crate::{Result, api::unexpected, http::Request};

const PATIENCE: Duration = Duration::from_secs(10);

/// Some of each kind of fault: about a fifth of the create requests are hit.
fn rules() -> Value {
    json!([
        {"kind": "rate_limit_429", "probability": 0.02, "retry_after_s": 1},
        {"kind": "meta_throttle", "probability": 0.02, "minutes": 0},
        {"kind": "tiktok_throttle", "probability": 0.02},
        {"kind": "server_error", "probability": 0.02, "status": 503},
        {"kind": "server_error", "probability": 0.02, "after_create": true},
        {"kind": "slow", "probability": 0.02, "delay_ms": 700},
        // Slower than our time-out: the object appears after the request was given up.
        {"kind": "slow", "probability": 0.01, "delay_ms": 3500},
        {"kind": "drop_before", "probability": 0.02},
        {"kind": "drop_after", "probability": 0.03},
        {"kind": "malformed_json", "probability": 0.02},
        {"kind": "partial_body", "probability": 0.02},
        {"kind": "no_id", "probability": 0.02},
        {"kind": "expired_token", "probability": 0.002},
        // The only fault from which a deployment may fail.
        {"kind": "bad_request", "probability": 0.004, "message": "Chaos says no."},
        // Requests that find objects have faults of their own.
        {"kind": "server_error", "method": "GET", "probability": 0.02, "status": 502},
        {"kind": "malformed_json", "method": "GET", "probability": 0.02},
        {"kind": "drop_before", "method": "GET", "probability": 0.02},
        {"kind": "slow", "method": "GET", "probability": 0.02, "delay_ms": 500},
    ])
}

/// Turns on the platforms' faults, and turns off their quotas.
pub(crate) async fn begin(sandbox: SocketAddr, seed: u64) -> Result<()> {
    let none = json!({"qps": null, "qpm": null, "qpd": null});
    let quotas = json!({"quotas": {
        "meta": {"max_score": null, "mutations_per_second": null, "calls_per_hour": null},
        "tiktok": {"app": none, "ad_create": none},
    }});
    control(sandbox, "PUT", "/_sandbox/settings", Some(&quotas)).await?;
    control(sandbox, "PUT", "/_sandbox/faults", Some(&json!({"seed": seed, "rules": rules()}))).await?;
    Ok(())
}

/// Turns off all faults. Returns the hits of each kind.
pub(crate) async fn end(sandbox: SocketAddr) -> Result<BTreeMap<String, u64>> {
    let faults = control(sandbox, "GET", "/_sandbox/faults", None).await?;
    control(sandbox, "DELETE", "/_sandbox/faults", None).await?;
    let mut hits = BTreeMap::new();
    for rule in faults["rules"].as_array().into_iter().flatten() {
        let kind = rule["kind"].as_str().unwrap_or_default().to_owned();
        *hits.entry(kind).or_default() += rule["hits"].as_u64().unwrap_or_default();
    }
    Ok(hits)
}

/// Everything that exists on the platforms.
pub(crate) async fn objects(sandbox: SocketAddr) -> Result<Vec<Value>> {
    let answer = control(sandbox, "GET", "/_sandbox/objects", None).await?;
    Ok(answer["objects"].as_array().cloned().unwrap_or_default())
}

async fn control(sandbox: SocketAddr, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    let request = Request { method, path, body, if_match: None };
    let answer = request.send(sandbox, PATIENCE).await.ok_or_else(|| format!("{method} {path}: no answer"))?;
    if answer.status < 300 { Ok(answer.body) } else { Err(unexpected(method, path, &answer)) }
}

//! A token is in no log line, error, preview, attempt, event or metric.

use std::time::Duration;

use crate::common::{Api, Sandbox, TOKEN, meta_config, request, up};
use serde_json::json;

fn everything_that_can_be_read(api: &Api) -> String {
    let mut text = String::new();
    let mut paths = vec![
        "/api/v1/platforms".to_owned(),
        "/api/v1/accounts/parked".to_owned(),
        "/api/v1/events?limit=1000".to_owned(),
        "/api/v1/tickets".to_owned(),
        "/api/v1/deployments".to_owned(),
        "/metrics".to_owned(),
        "/openapi.json".to_owned(),
        "/health/ready".to_owned(),
    ];
    for deployment in api.get("/api/v1/deployments").as_array().expect("a list") {
        paths.push(format!("/api/v1/deploy/status/{}", deployment["id"].as_str().expect("an id")));
    }
    for ticket in api.get("/api/v1/tickets").as_array().expect("a list") {
        paths.push(format!("/api/v1/tickets/{}/preview", ticket["id"].as_str().expect("an id")));
    }
    for path in paths {
        let (status, body) = request(api.0, "GET", &path, None).expect("an answer");
        assert_eq!(status, 200, "{path}");
        text.push_str(&body.to_string());
    }
    text
}

#[test]
fn a_token_turns_up_nowhere() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (process, api) =
        up(directory.path(), &sandbox, &[("LOG_LEVEL", "trace,hyper_util=trace,reqwest=trace".to_owned())]);
    let catalog = api.catalog("Meta");
    let echo = format!("The token {TOKEN} is not good enough");
    for (n, fault) in [
        json!({"kind": "bad_request", "message": echo, "times": 1}),
        json!({"kind": "server_error", "times": 1}),
        json!({"kind": "drop_before", "times": 1}),
        json!({"kind": "malformed_json", "times": 1}),
        json!({"kind": "slow", "delay_ms": 1, "times": 1}),
    ]
    .into_iter()
    .enumerate()
    {
        sandbox.control("PUT", "/_sandbox/faults", &json!({"rules": [fault]}));
        let ticket = api.ready_ticket(&catalog, &format!("Secret {n}"), &meta_config());
        api.deploy(&ticket);
        api.ended(&ticket, Duration::from_mins(1));
    }
    let parked = api.ready_ticket(&catalog, "Parked", &meta_config());
    sandbox.control("PUT", "/_sandbox/faults", &json!({"rules": [{"kind": "expired_token", "message": echo}]}));
    api.deploy(&parked);
    crate::common::eventually("the account is parked", Duration::from_secs(30), || {
        (!api.get("/api/v1/accounts/parked").as_array().expect("a list").is_empty()).then_some(())
    });
    let readable = everything_that_can_be_read(&api);
    assert!(readable.contains("[redacted]"), "the platform did echo it");
    assert!(!readable.contains(TOKEN), "the token is in an answer");
    let log = process.read_log();
    assert!(log.len() > 1_000, "the log was on");
    assert!(!log.contains(TOKEN), "the token is in the log");
}

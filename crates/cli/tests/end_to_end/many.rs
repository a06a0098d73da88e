//! Servers and workers as separate processes: the list of living ones, the release of claims at a stop, and a live feed
//! across servers.

use std::{path::Path, time::Duration};

use crate::common::{Api, Process, Sandbox, environment, eventually, free_address, meta_config};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_mins(1);

/// The environment of processes that share one database.
fn shared(sandbox: &Sandbox, directory: &Path) -> Vec<(&'static str, String)> {
    let mut variables = environment(sandbox);
    variables.push(("DATABASE_URL", format!("sqlite://{}", directory.join("shared.db").display())));
    variables
}

fn server(variables: &[(&'static str, String)], log: &Path) -> (Process, Api) {
    let api = Api(free_address());
    let process = Process::start(&["serve", "--listen", &api.0.to_string()], variables, log);
    api.wait_until_healthy();
    (process, api)
}

fn alive(api: &Api) -> Vec<Value> {
    let workers = api.get("/api/v1/workers");
    workers.as_array().expect("a list").iter().filter(|worker| worker["alive"] == true).cloned().collect()
}

#[test]
fn workers_are_seen_while_they_live_and_leave_when_they_stop() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let variables = shared(&sandbox, directory.path());
    let (_server, api) = server(&variables, &directory.path().join("serve.log"));
    let first = Process::start(&["worker"], &variables, &directory.path().join("first.log"));
    let mut second = Process::start(&["worker"], &variables, &directory.path().join("second.log"));
    let both = eventually("both are alive", PATIENCE, || Some(alive(&api)).filter(|alive| alive.len() == 2));
    assert!(
        both.iter().all(|worker| worker["version"] == env!("CARGO_PKG_VERSION") && worker["concurrency"] == 64),
        "{both:?}"
    );

    second.signal("TERM");
    assert_eq!(second.wait(PATIENCE), Some(0));
    assert_eq!(alive(&api).len(), 1, "one that stops takes itself off the list");
    drop(first);
}

#[test]
fn what_a_stop_cuts_off_is_given_back_at_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let mut variables = shared(&sandbox, directory.path());
    // A lease that would outlast the test's patience, and a request that outlasts the stop's.
    variables.retain(|(name, _)| *name != "WORKER_LEASE_S" && *name != "WORKER_HTTP_TIMEOUT_S");
    variables.push(("WORKER_LEASE_S", "600".to_owned()));
    variables.push(("WORKER_HTTP_TIMEOUT_S", "20".to_owned()));
    variables.push(("SERVER_SHUTDOWN_TIMEOUT_S", "1".to_owned()));
    let (_server, api) = server(&variables, &directory.path().join("serve.log"));
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Cut off", &meta_config());
    sandbox.control(
        "POST",
        "/_sandbox/faults",
        &json!({"kind": "slow", "delay_ms": 15000, "delay_after": true, "times": 1}),
    );
    let mut first = Process::start(&["worker"], &variables, &directory.path().join("first.log"));
    api.deploy(&ticket);
    eventually("the request is out", PATIENCE, || (sandbox.creates() == 1).then_some(()));
    first.signal("TERM");
    assert_eq!(first.wait(PATIENCE), Some(0));

    let _second = Process::start(&["worker"], &variables, &directory.path().join("second.log"));
    let ended = api.ended(&ticket, PATIENCE);
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    assert_eq!((sandbox.objects().len(), sandbox.creates()), (1, 1), "found by its name");
}

#[test]
fn several_servers_may_start_on_an_empty_database_at_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let variables = shared(&sandbox, directory.path());
    let servers: Vec<(Process, Api)> = (0..4)
        .map(|number| {
            let api = Api(free_address());
            let log = directory.path().join(format!("serve-{number}.log"));
            (Process::start(&["serve", "--listen", &api.0.to_string()], &variables, &log), api)
        })
        .collect();
    for (process, api) in &servers {
        eventually(&format!("a server is healthy: {}", process.read_log()), PATIENCE, || {
            crate::common::request(api.0, "GET", "/health/ready", None).filter(|(status, _)| *status == 200)
        });
    }
    let catalog = servers[0].1.catalog("Meta");
    let ticket = servers[1].1.ready_ticket(&catalog, "Shared", &meta_config());
    assert_eq!(servers[3].1.ticket(&ticket)["status"], "READY_FOR_API");
}

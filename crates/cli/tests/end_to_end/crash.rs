//! `kill -9` and `SIGSTOP` of the real binary at bad moments: every ticket ends, and each name exists exactly once.

use std::time::Duration;

use crate::common::{Api, Process, Sandbox, environment, eventually, free_address, meta_config, up};
use serde_json::json;

const PATIENCE: Duration = Duration::from_mins(1);

/// Kills the server while its request is out, restarts it, and checks the ticket.
fn killed_while_a_request_is_out(created_before_the_answer: bool) {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Moana", &meta_config());
    let slow = json!({"kind": "slow", "delay_ms": 2000, "delay_after": created_before_the_answer, "times": 1});
    sandbox.control("POST", "/_sandbox/faults", &slow);
    api.deploy(&ticket);
    eventually("the request is out", PATIENCE, || (sandbox.creates() == 1).then_some(()));
    process.kill();

    let (_process, api) = up(directory.path(), &sandbox, &[]);
    let ended = api.ended(&ticket, PATIENCE);
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    let objects = sandbox.objects();
    assert_eq!(objects.len(), 1, "{objects:?}");
    assert_eq!(ended["external_platform_id"], objects[0].1.as_str());
    assert_eq!(sandbox.creates(), 1, "it was found, and not sent again");
}

#[test]
fn a_kill_after_the_platform_s_yes_adopts_the_object() {
    killed_while_a_request_is_out(true);
}

#[test]
fn a_kill_before_the_platform_s_yes_waits_for_what_the_platform_is_still_at() {
    killed_while_a_request_is_out(false);
}

#[test]
fn a_queue_of_200_survives_kills() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (mut process, mut api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let tickets: Vec<String> =
        (0..200).map(|n| api.ready_ticket(&catalog, &format!("Queue {n}"), &meta_config())).collect();
    sandbox.control("POST", "/_sandbox/faults", &json!({"kind": "slow", "delay_ms": 40, "delay_after": true}));
    for ticket in &tickets {
        api.deploy(ticket);
    }
    for kill in 1..=3 {
        eventually("some are through", PATIENCE, || (sandbox.creates() >= kill * 40).then_some(()));
        process.kill();
        (process, api) = up(directory.path(), &sandbox, &[]);
    }
    let mut written: Vec<(String, String)> = tickets
        .iter()
        .map(|ticket| {
            let ended = api.ended(ticket, PATIENCE);
            assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
            let text = |field: &str| ended[field].as_str().expect("text").to_owned();
            (text("name"), text("external_platform_id"))
        })
        .collect();
    written.sort();
    assert_eq!(written, sandbox.objects(), "each name exactly once, and the id written is the object's");
}

#[test]
fn a_suspended_server_that_wakes_up_after_its_lease_creates_nothing_twice() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let tickets: Vec<String> =
        (0..8).map(|n| api.ready_ticket(&catalog, &format!("Sleep {n}"), &meta_config())).collect();
    sandbox.control("POST", "/_sandbox/faults", &json!({"kind": "slow", "delay_ms": 1000, "times": 4}));
    for ticket in &tickets {
        api.deploy(ticket);
    }
    eventually("requests are out", PATIENCE, || (sandbox.creates() >= 4).then_some(()));
    process.signal("STOP");
    std::thread::sleep(Duration::from_secs(10)); // longer than the lease of 9 s: the length of the sleep is the test
    process.signal("CONT");
    for ticket in &tickets {
        let ended = api.ended(ticket, PATIENCE);
        assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    }
    assert_eq!(sandbox.objects().len(), 8, "{:?}", sandbox.objects());
}

#[test]
fn a_worker_that_lost_its_lease_while_suspended_touches_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let api = Api(free_address());
    let mut variables = environment(&sandbox);
    variables.push(("DATABASE_URL", format!("sqlite://{}", directory.path().join("shared.db").display())));
    let listen = api.0.to_string();
    let log = |name: &str| directory.path().join(name);
    let _server = Process::start(&["serve", "--listen", &listen], &variables, &log("serve.log"));
    api.wait_until_healthy();
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Fenced", &meta_config());
    sandbox.control("POST", "/_sandbox/faults", &json!({"kind": "slow", "delay_ms": 1500, "times": 1}));
    let first = Process::start(&["worker"], &variables, &log("first.log"));
    api.deploy(&ticket);
    eventually("the first worker's request is out", PATIENCE, || (sandbox.creates() == 1).then_some(()));
    first.signal("STOP");
    let _second = Process::start(&["worker"], &variables, &log("second.log"));
    let ended = api.ended(&ticket, PATIENCE);
    first.signal("CONT");
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    eventually("the first worker finds its lease lost", PATIENCE, || {
        first.read_log().contains("was lost on the way").then_some(())
    });
    assert_eq!(sandbox.objects().len(), 1);
    assert_eq!(api.ticket(&ticket), ended, "nothing changed any more");
}

#[test]
fn a_polite_stop_finishes_work_in_flight() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (mut process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Polite", &meta_config());
    sandbox.control("POST", "/_sandbox/faults", &json!({"kind": "slow", "delay_ms": 500, "times": 1}));
    api.deploy(&ticket);
    eventually("the request is out", PATIENCE, || (sandbox.creates() == 1).then_some(()));
    process.signal("TERM");
    assert_eq!(process.wait(PATIENCE), Some(0));
    let (_process, api) = up(directory.path(), &sandbox, &[]);
    assert_eq!(api.ticket(&ticket)["status"], "TRAFFICKED_SUCCESS", "it was written down before the end");
    assert_eq!(sandbox.creates(), 1);
}

#[test]
fn a_server_that_joins_a_working_worker_leaves_its_lease_alone() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let database = ("DATABASE_URL", format!("sqlite://{}", directory.path().join("shared.db").display()));
    let (first, api) = up(directory.path(), &sandbox, std::slice::from_ref(&database));
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Shared", &meta_config());
    sandbox.control("POST", "/_sandbox/faults", &json!({"kind": "slow", "delay_ms": 2000, "times": 1}));
    api.deploy(&ticket);
    eventually("the request is out", PATIENCE, || (sandbox.creates() == 1).then_some(()));

    let elsewhere = directory.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("a directory");
    let (_second, _) = up(&elsewhere, &sandbox, &[database]);
    let ended = api.ended(&ticket, PATIENCE);
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    assert!(!first.read_log().contains("was lost on the way"), "the first kept its claim");
    assert_eq!((sandbox.creates(), sandbox.objects().len()), (1, 1));
}

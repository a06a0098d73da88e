//! Jobs whose process dies: every item gets an answer, and no ticket is deployed twice.

use std::{collections::HashSet, time::Duration};

use crate::common::{Api, Process, Sandbox, environment, eventually, free_address, meta_config, up};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_mins(2);

/// A request time-out so short that a job of some hundred tickets outlasts it.
fn hurried() -> (&'static str, String) {
    ("SERVER_REQUEST_TIMEOUT_S", "1".to_owned())
}

fn bulk(api: &Api, tickets: &[String]) -> String {
    let answers = api.post("/api/v1/deploy/bulk", &json!({"ticket_ids": tickets}));
    answers[0]["job_id"].as_str().unwrap().to_owned()
}

fn accepted(api: &Api, job: &str) -> i64 {
    api.get(&format!("/api/v1/jobs/{job}"))["accepted"].as_i64().unwrap()
}

fn done(api: &Api, job: &str) -> Value {
    eventually("the job is done", PATIENCE, || {
        Some(api.get(&format!("/api/v1/jobs/{job}"))).filter(|job| job["status"] == "done")
    })
}

#[test]
fn a_job_survives_kills_and_deploys_nothing_twice() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (mut process, mut api) = up(directory.path(), &sandbox, &[hurried()]);
    let catalog = api.catalog("Meta");
    let count = 300;
    let tickets: Vec<String> =
        (0..count).map(|n| api.ready_ticket(&catalog, &format!("Bulk {n}"), &meta_config())).collect();
    let job = bulk(&api, &tickets);
    let mut killed_in_the_middle = false;
    for _ in 0..3 {
        let before = accepted(&api, &job);
        killed_in_the_middle |= (1..count).contains(&before);
        process.kill();
        (process, api) = up(directory.path(), &sandbox, &[hurried()]);
        eventually("it goes on", PATIENCE, || {
            let now = accepted(&api, &job);
            (now > before || now == count).then_some(())
        });
    }
    assert!(killed_in_the_middle, "the kills came too late to say anything");

    let ended = done(&api, &job);
    assert_eq!((&ended["accepted"], &ended["refused"]), (&json!(count), &json!(0)), "{ended}");
    let items = api.get(&format!("/api/v1/jobs/{job}/items?limit=1000"));
    let tasks: HashSet<&str> = items.as_array().unwrap().iter().map(|item| item["task_id"].as_str().unwrap()).collect();
    let deployments = api.get("/api/v1/deployments?limit=1000");
    let ids: HashSet<&str> = deployments.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(tasks, ids, "each deployment is the result of one item, and there are no others");
    assert_eq!(ids.len(), tickets.len());
    for ticket in &tickets {
        assert_eq!(api.ended(ticket, PATIENCE)["status"], "TRAFFICKED_SUCCESS");
    }
    assert_eq!(sandbox.objects().len(), tickets.len());
    drop(process);
}

#[test]
fn a_server_without_a_worker_works_on_jobs_and_another_one_takes_over() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let mut variables = environment(&sandbox);
    variables.push(("DATABASE_URL", format!("sqlite://{}", directory.path().join("shared.db").display())));
    variables.push(hurried());
    let start = |name: &str| {
        let api = Api(free_address());
        let log = directory.path().join(name);
        let process = Process::start(&["serve", "--listen", &api.0.to_string()], &variables, &log);
        api.wait_until_healthy();
        (process, api)
    };
    let (first, api) = start("first.log");
    let (_second, other) = start("second.log");
    let catalog = api.catalog("Meta");
    let tickets: Vec<String> =
        (0..200).map(|n| api.ready_ticket(&catalog, &format!("Bulk {n}"), &meta_config())).collect();
    let job = bulk(&api, &tickets);
    first.kill();
    let ended = done(&other, &job);
    assert_eq!(ended["accepted"], 200, "{ended}");
    let waiting = other.get("/api/v1/deployments/overview");
    assert_eq!(waiting["by_status"]["PENDING"], 200, "accepted, and driven by nobody: there is no worker");
}

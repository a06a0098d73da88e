//! The real binary crashes at each point of driving a step: every ticket still ends with each object once.

use std::time::Duration;

use crate::common::{Api, Catalog, Sandbox, meta_config, up};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_mins(1);

/// Crashes at `point`, restarts, and must end with success. Returns the number of create requests that arrived.
fn dies_at(point: &str) -> usize {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    // Answers are slow enough that a request can be out without one.
    sandbox.control(
        "POST",
        "/_sandbox/faults",
        &json!({"kind": "slow", "delay_ms": 600, "delay_after": true, "times": 1}),
    );
    let (mut process, api) = up(directory.path(), &sandbox, &[("OMNITRAFFICK_CRASH_AT", point.to_owned())]);
    let catalog = api.catalog("Meta");
    let ticket = api.ready_ticket(&catalog, "Moana", &meta_config());
    api.deploy(&ticket);
    assert_eq!(process.wait(PATIENCE), None, "it dies of a signal");

    let (_process, api) = up(directory.path(), &sandbox, &[]);
    let ended = api.ended(&ticket, PATIENCE);
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{point}: {ended}");
    let objects = sandbox.objects();
    assert_eq!(objects.len(), 1, "{point}: {objects:?}");
    assert_eq!(ended["external_platform_id"], objects[0].1.as_str(), "{point}");
    sandbox.creates()
}

#[test]
fn before_the_intent_is_written() {
    assert_eq!(dies_at("before_intent"), 1);
}

#[test]
fn after_the_intent_before_the_request() {
    assert_eq!(dies_at("after_intent"), 1, "nothing had left, so it is sent once");
}

#[test]
fn after_the_request_before_the_answer() {
    assert_eq!(dies_at("after_send"), 1, "found, and not sent again");
}

#[test]
fn after_the_answer_before_it_is_written() {
    assert_eq!(dies_at("after_answer"), 1, "found, and not sent again");
}

#[test]
fn before_the_answer_is_committed() {
    assert_eq!(dies_at("before_commit"), 1, "found, and not sent again");
}

#[test]
fn after_the_answer_is_committed() {
    assert_eq!(dies_at("after_commit"), 1);
}

#[test]
fn a_tree_that_dies_after_each_send_has_each_object_once() {
    let directory = tempfile::tempdir().expect("a directory");
    let sandbox = Sandbox::start(directory.path());
    let (process, api) = up(directory.path(), &sandbox, &[]);
    let catalog = api.catalog("Meta");
    let ticket = tree(&api, &catalog);
    process.kill();

    let steps = ["campaign", "ad_set_1", "creative_1_1", "ad_1_1", "creative_1_2", "ad_1_2"];
    for (number, step) in steps.iter().enumerate() {
        let (mut process, api) =
            up(directory.path(), &sandbox, &[("OMNITRAFFICK_CRASH_AT", format!("after_send@{step}"))]);
        if number == 0 {
            api.deploy(&ticket);
        }
        assert_eq!(process.wait(PATIENCE), None, "it dies at {step}");
    }
    let (_process, api) = up(directory.path(), &sandbox, &[]);
    let ended = api.ended(&ticket, PATIENCE);
    assert_eq!(ended["status"], "TRAFFICKED_SUCCESS", "{ended}");
    assert_eq!((sandbox.objects().len(), sandbox.creates()), (6, 6), "each step once, and sent once");
    let deployments = api.get(&format!("/api/v1/deployments?ticket_id={ticket}"));
    let id = deployments[0]["id"].as_str().expect("an id");
    let story = api.get(&format!("/api/v1/deployments/{id}"));
    let done = |step: &Value| step["state"] == "DONE" && step["read_back"]["outcome"] == "agrees";
    assert!(story["steps"].as_array().expect("steps").iter().all(done), "{}", story["steps"]);
}

/// A ticket that has passed QA, with a campaign, one ad set and two ads.
fn tree(api: &Api, catalog: &Catalog) -> String {
    let ad =
        json!({"creative": {"object_story_spec": {"page_id": "11", "link_data": {"link": "https://example.com"}}}});
    let ad_set = json!({"optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": "25.00", "ads": [ad, ad]});
    let config = json!({"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "ad_sets": [ad_set]});
    api.ready(catalog, "Tree", "CREATE_CAMPAIGN_TREE", &config)
}

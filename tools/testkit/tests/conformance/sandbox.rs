//! Whole trees in the sandbox: created paused, under the names that were planned, found by name, and as they were sent.

use std::collections::BTreeSet;

use connectors::{Descriptor, PLATFORMS};
use domain::{
    PlatformId, RequestType, Timestamp,
    deployment::{DeploymentStatus, next::Found},
};
use sandbox::{FaultKind, Kind, Rule};
use testkit::{TestApp, TestDatabase, smallest_config, tree_config};

use super::world::{Ticketed, connector};

/// A tree of two ad sets with two ads each, deployed under a fault.
async fn deployed(platform: PlatformId, fault: Option<Rule>) -> (TestApp, app::deployments::DeploymentDetail) {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let catalog = app.catalog().await;
    let ticket = app.ready_with(&catalog, platform, "Moana Launch", tree_config(platform, 2, 2)).await;
    if let Some(fault) = fault {
        app.sandbox.set_fault(fault).unwrap();
    }
    let deployment = app.deploy(ticket.id).await;
    app.settle().await;
    let story = app.story(deployment).await;
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{platform}: {:?}", story.deployment.error);
    (app, story)
}

#[tokio::test(flavor = "multi_thread")]
async fn objects_are_created_paused_under_their_planned_names_and_read_back_as_sent() {
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        let (app, story) = deployed(platform, None).await;
        let planned: BTreeSet<String> = story.steps.iter().map(|step| step.plan.name.clone()).collect();
        assert_eq!(planned.len(), story.steps.len(), "{platform}: no two names are alike");
        assert!(planned.iter().all(|name| name.starts_with(&story.ticket.name)), "{planned:?}");
        assert_eq!(app.object_names(), planned.into_iter().collect::<Vec<_>>(), "{platform}");
        // A creative is no object that delivers, and has no such status.
        for object in app.sandbox.objects().iter().filter(|object| object.kind != Kind::AdCreative) {
            let paused = Descriptor::of(platform).unwrap().paused;
            assert_eq!(object.status, paused, "{platform} {:?} {}", object.kind, object.name);
        }
        assert_eq!(story.ticket.findings, [], "{platform}: everything is as it was sent");
        let agreed = story.attempts.iter().filter(|attempt| attempt.record.outcome == "agrees").count();
        assert_eq!(agreed, story.steps.len(), "{platform}: everything was read back");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_whose_answer_was_lost_is_found_by_its_name() {
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        let (app, story) = deployed(platform, Some(Rule::new(FaultKind::DropAfter).times(3))).await;
        let mut planned: Vec<String> = story.steps.iter().map(|step| step.plan.name.clone()).collect();
        planned.sort();
        assert_eq!(app.object_names(), planned, "{platform}: each object exists once");
        let found = story.attempts.iter().filter(|attempt| attempt.record.method == "GET").count();
        assert!(found > story.steps.len(), "{platform}: it was looked for, not only read back");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_compared_letter_by_letter() {
    let now: Timestamp = "2026-03-02T12:00:00Z".parse().unwrap();
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        let (app, story) = deployed(platform, None).await;
        let connector = connector(platform, app.address());
        let ticket = Ticketed::new(platform, RequestType::CreateCampaign, smallest_config(platform));
        let step = ticket.translate(&connector).steps.remove(0);
        let mut lookup = step.lookup.clone().unwrap();
        let id = story.ticket.state.external_id().unwrap().clone();
        for (name, expected) in [
            (story.ticket.name.clone(), Found::One(id)),
            (story.ticket.name.to_lowercase(), Found::Nothing),
            (story.ticket.name[..story.ticket.name.len() - 1].to_owned(), Found::Nothing),
        ] {
            lookup.name = name;
            let found = connector.client.find_by_name(&step, &lookup, now, now).await;
            assert_eq!(found.found, Ok(expected), "{platform} {}", lookup.name);
        }
    }
}

//! Whole trees: one ticket, many objects, each exactly once, even if the process dies anywhere.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Arc, Mutex},
    time::Duration,
};

use app::{Engine, Failpoint, Failpoints, TicketChange, deployments::DeploymentDetail};
use domain::{
    PlatformId, TicketStatus,
    deployment::{DeploymentStatus, ReadBack, StepState},
};
use sandbox::{FaultKind, Rule};
use serde_json::json;
use strum::IntoEnumIterator;
use testkit::{TestApp, TestDatabase, on_both_databases, tester, tree_config};
use tokio::sync::Notify;

/// Every moment at which a process can die.
fn everywhere() -> Vec<Failpoint> {
    Failpoint::iter().collect()
}

const BOTH: [PlatformId; 2] = [PlatformId::Meta, PlatformId::Tiktok];

/// Every step is an object with its own name, once; each id is the object's; nothing spends; each is below its parent.
fn expect_whole(app: &TestApp, story: &DeploymentDetail, platform: PlatformId, ad_sets: usize, ads: usize) {
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
    let per_ad = if platform == PlatformId::Meta { 2 } else { 1 };
    assert_eq!(story.steps.len(), 1 + ad_sets + per_ad * ads);
    let objects = app.sandbox.objects();
    assert_eq!(objects.len(), story.steps.len());
    let names: BTreeSet<&str> = objects.iter().map(|object| object.name.as_str()).collect();
    assert_eq!(names.len(), objects.len(), "each name once");
    for step in &story.steps {
        let StepState::Done { external_id } = &step.state else { panic!("{step:?}") };
        let object = objects.iter().find(|object| object.id == external_id.as_str()).unwrap();
        assert_eq!(object.name, step.plan.name);
        assert!(matches!(object.status.as_str(), "PAUSED" | "DISABLE" | "ACTIVE"));
        assert!(object.status != "ACTIVE" || step.plan.key.starts_with("creative"), "{}", object.name);
        assert_eq!(step.read_back, Some(ReadBack::Compared(vec![])), "{}", step.plan.key);
    }
    assert_eq!(story.ticket.state.external_id().unwrap().as_str(), objects_id(story, "campaign"));
}

fn objects_id(story: &DeploymentDetail, key: &str) -> String {
    let step = story.steps.iter().find(|step| step.plan.key == key).unwrap();
    match &step.state {
        StepState::Done { external_id } => external_id.as_str().to_owned(),
        other => panic!("{key}: {other:?}"),
    }
}

/// Lets the process die the first time that a step reaches each of its failpoints.
#[derive(Default)]
struct DiesEverywhere {
    points: Vec<Failpoint>,
    died_at: Mutex<HashSet<(Failpoint, String)>>,
    dies: Notify,
}

#[async_trait::async_trait]
impl Failpoints for DiesEverywhere {
    async fn reached(&self, point: Failpoint, step: &str) {
        let first = self.points.contains(&point) && self.died_at.lock().unwrap().insert((point, step.to_owned()));
        if first {
            self.dies.notify_one();
            std::future::pending::<()>().await;
        }
    }
}

/// Deploys a tree of 1, 3 and 9, dying at each of `points` of each step.
async fn survive(database: TestDatabase, platform: PlatformId, points: &[Failpoint]) {
    let failpoints = Arc::new(DiesEverywhere { points: points.to_vec(), ..DiesEverywhere::default() });
    let app = TestApp::sabotaged(database, Engine::default(), Some(failpoints.clone())).await;
    let catalog = app.catalog().await;
    let ticket = app.ready_with(&catalog, platform, "Moana", tree_config(platform, 3, 3)).await;
    let id = app.deploy(ticket.id).await;
    for _ in 0..2_000 {
        if !app.story(id).await.deployment.status.is_active() {
            break;
        }
        let worker = app.app.clone();
        let mut driving = tokio::spawn(async move { worker.drive(id).await });
        tokio::select! {
            ended = &mut driving => { ended.unwrap().unwrap(); }
            () = failpoints.dies.notified() => {
                // A sent request was answered or not; in any case it arrives before the process restarts.
                app.until_the_platforms_rest().await;
                driving.abort();
                let _ = driving.await;
                app.clock.advance(app.app.engine().lease + Duration::from_millis(1));
            }
        }
        let wait = app.app.next_due().await.unwrap().unwrap_or(Duration::ZERO);
        app.clock.advance(wait + Duration::from_millis(1));
    }
    let story = app.story(id).await;
    expect_whole(&app, &story, platform, 3, 9);
    let died = failpoints.died_at.lock().unwrap().len();
    assert!(died >= story.steps.len() * points.len(), "it died {died} times");
    assert_eq!(story.deployment.retries, 0, "a crash of ours is no failed attempt");
}

on_both_databases! {
    async fn a_tree_is_made_in_order(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (number, platform) in BOTH.into_iter().enumerate() {
            let ticket = app.ready_with(&catalog, platform, &format!("Moana {number}"), tree_config(platform, 2, 2)).await;
            let id = app.deploy(ticket.id).await;
            app.settle().await;
            let story = app.story(id).await;
            expect_whole(&app, &story, platform, 2, 4);
            assert!(story.steps.iter().any(|step| step.plan.name == format!("{}_AdSet1", ticket.name)
                || step.plan.name == format!("{}_AdGroup1", ticket.name)), "{:?}", app.object_names());
            app.sandbox.reset().unwrap();
        }
    }

    async fn a_tree_killed_before_each_send(database) {
        survive(database, PlatformId::Meta, &[Failpoint::AfterIntent]).await;
    }

    async fn a_tree_killed_after_each_send(database) {
        survive(database, PlatformId::Meta, &[Failpoint::AfterSend]).await;
    }

    async fn a_tree_killed_after_each_answer(database) {
        survive(database, PlatformId::Meta, &[Failpoint::AfterAnswer]).await;
    }

    async fn a_tiktok_tree_killed_everywhere(database) {
        survive(database, PlatformId::Tiktok, &everywhere()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meta_tree_killed_everywhere() {
    survive(TestDatabase::sqlite().await, PlatformId::Meta, &everywhere()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_step_leaves_the_rest_paused_and_is_gone_on_with_after_the_fix() {
    for (platform, path) in [(PlatformId::Meta, "/adsets"), (PlatformId::Tiktok, "/adgroup/create/")] {
        let app = TestApp::on(TestDatabase::sqlite().await).await;
        let catalog = app.catalog().await;
        let mut refusal = Rule::new(FaultKind::BadRequest);
        refusal.path_contains = Some(path.into());
        refusal.name_contains = Some("2".into());
        refusal.after = 0;
        refusal.message = Some("This audience is too narrow".into());
        refusal.name_contains = Some(if platform == PlatformId::Meta { "_AdSet2" } else { "_AdGroup2" }.into());
        app.sandbox.set_fault(refusal).unwrap();
        let ticket = app.ready_with(&catalog, platform, "Moana", tree_config(platform, 3, 3)).await;
        let first = app.deploy(ticket.id).await;
        app.settle().await;
        let story = app.story(first).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        let reason = story.ticket.state.reason().unwrap();
        assert!(reason.contains("This audience is too narrow"), "{reason}");
        assert!(reason.contains("left paused") && reason.contains(&ticket.name), "{reason}");
        let made = app.sandbox.objects();
        assert!(made.iter().all(|object| object.status != "ENABLE"), "nothing spends");

        app.sandbox.clear_faults();
        app.app.run_qa(&tester(), ticket.id).await.unwrap();
        let second = app.deploy(ticket.id).await;
        app.settle().await;
        expect_whole(&app, &app.story(second).await, platform, 3, 9);
        let kept: Vec<_> = app.sandbox.objects().into_iter().filter(|object| made.contains(object)).collect();
        assert_eq!(kept, made, "what was there is still there, untouched");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_platform_has_otherwise_is_a_finding() {
    for (platform, field, path) in
        [(PlatformId::Meta, "/daily_budget", "/adsets"), (PlatformId::Tiktok, "/budget", "/adgroup/create/")]
    {
        let app = TestApp::on(TestDatabase::sqlite().await).await;
        let catalog = app.catalog().await;
        let mut other = Rule::new(FaultKind::Alter).times(1);
        other.path_contains = Some(path.into());
        other.field = Some(field.into());
        other.value = Some(json!(7777));
        app.sandbox.set_fault(other).unwrap();
        let ticket = app.ready_with(&catalog, platform, "Moana", tree_config(platform, 1, 1)).await;
        let id = app.deploy(ticket.id).await;
        app.settle().await;
        let story = app.story(id).await;
        assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess, "it exists");
        let [finding] = story.ticket.findings.as_slice() else { panic!("{:?}", story.ticket.findings) };
        assert_eq!(finding.code, "platform-differs");
        assert!(finding.message.contains("7777") && finding.message.contains("budget"), "{}", finding.message);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_that_cannot_be_read_back_is_a_finding_and_no_failure() {
    for platform in BOTH {
        let app = TestApp::on(TestDatabase::sqlite().await).await;
        let catalog = app.catalog().await;
        let mut blind = Rule::new(FaultKind::ServerError);
        blind.method = "GET".into();
        app.sandbox.set_fault(blind).unwrap();
        let ticket = app.ready_ticket(&catalog, platform, "Moana").await;
        let id = app.deploy(ticket.id).await;
        app.settle().await;
        let story = app.story(id).await;
        assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess);
        assert_eq!(story.ticket.findings[0].code, "platform-unread");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_after_the_object_was_made_shows_as_a_difference() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let catalog = app.catalog().await;
    let mut refusal = Rule::new(FaultKind::BadRequest);
    refusal.path_contains = Some("/ads".into());
    refusal.name_contains = Some("_Ad1".into());
    app.sandbox.set_fault(refusal).unwrap();
    let mut config = tree_config(PlatformId::Meta, 1, 1);
    let ticket = app.ready_with(&catalog, PlatformId::Meta, "Moana", config.clone()).await;
    app.deploy(ticket.id).await;
    app.settle().await;
    app.sandbox.clear_faults();
    config["ad_sets"][0]["daily_budget"] = json!("30.00");
    let edit = TicketChange { payload_config: Some(config), ..TicketChange::default() };
    app.app.change_ticket(&tester(), ticket.id, edit, None).await.unwrap();
    app.app.run_qa(&tester(), ticket.id).await.unwrap();
    let id = app.deploy(ticket.id).await;
    app.settle().await;
    let story = app.story(id).await;
    assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess);
    let messages: Vec<&str> = story.ticket.findings.iter().map(|finding| finding.message.as_str()).collect();
    assert!(messages.iter().any(|message| message.contains("daily_budget")), "{messages:?}");
}

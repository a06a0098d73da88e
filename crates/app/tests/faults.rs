//! Each fault of a platform ends with exactly one object, or with a failure and its reason; never with two objects.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use domain::{
    PlatformId, TicketStatus,
    deployment::{DeploymentStatus, StepState},
};
use sandbox::{FaultKind, Rule};
use testkit::{TestApp, on_both_databases};

const BOTH: [PlatformId; 2] = [PlatformId::Meta, PlatformId::Tiktok];

/// Deploys one ticket under `fault`. Returns the application, the deployment's history and the time that it took by the
/// clock.
async fn deploy_under(
    database: testkit::TestDatabase,
    platform: PlatformId,
    fault: Rule,
) -> (TestApp, app::deployments::DeploymentDetail, Duration) {
    let app = TestApp::on(database).await;
    let catalog = app.catalog().await;
    let ticket = app.ready_ticket(&catalog, platform, "Moana Launch!").await;
    app.sandbox.set_fault(fault).unwrap();
    let deployment = app.deploy(ticket.id).await;
    let took = app.settle().await;
    let story = app.story(deployment).await;
    (app, story, took)
}

/// Exactly one object, of the ticket's name, and its id is the one written back.
fn expect_one(app: &TestApp, story: &app::deployments::DeploymentDetail) {
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
    assert_eq!(app.object_names(), std::slice::from_ref(&story.ticket.name));
    let object = app.sandbox.objects().remove(0);
    assert_eq!(story.ticket.state.external_id().unwrap().as_str(), object.id);
    assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess);
    assert!(matches!(object.status.as_str(), "PAUSED" | "DISABLE"), "created {}", object.status);
}

async fn each_platform(
    rule: impl Fn() -> Rule,
    check: impl Fn(&TestApp, &app::deployments::DeploymentDetail, Duration),
) {
    for platform in BOTH {
        let (app, story, took) = deploy_under(testkit::TestDatabase::sqlite().await, platform, rule()).await;
        check(&app, &story, took);
    }
}

on_both_databases! {
    async fn without_faults_it_takes_one_request(database) {
        let mut never = Rule::new(FaultKind::ServerError);
        never.probability = 0.0;
        let (app, story, took) = deploy_under(database, PlatformId::Meta, never).await;
        expect_one(&app, &story);
        let outcomes: Vec<&str> = story.attempts.iter().map(|attempt| attempt.record.outcome.as_str()).collect();
        assert_eq!((took, story.deployment.retries, outcomes), (Duration::ZERO, 0, vec!["done", "agrees"]));
        assert_eq!(app.sandbox.requests().len(), 2, "no look-up where nothing is in doubt; the object is read back");
        assert_eq!(story.ticket.findings, []);
    }

    async fn a_drop_after_creation_is_adopted(database) {
        let (app, story, _) = deploy_under(database, PlatformId::Meta, Rule::new(FaultKind::DropAfter).times(1)).await;
        expect_one(&app, &story);
        assert_eq!(posts(&app), 1, "found by its name, and not sent again");
    }
}

fn posts(app: &TestApp) -> usize {
    app.sandbox.requests().iter().filter(|request| request.method == "POST").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_429_waits_as_long_as_the_platform_said() {
    let rule = || {
        let mut rule = Rule::new(FaultKind::RateLimit429).times(1);
        rule.retry_after_s = Some(90);
        rule
    };
    each_platform(rule, |app, story, took| {
        expect_one(app, story);
        assert!(took >= Duration::from_secs(90), "sent again after {took:?}");
        assert!(took < Duration::from_secs(100), "waited {took:?}");
        assert_eq!(story.deployment.retries, 0, "a throttle uses up no retry");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn throttling_outlasts_any_number_of_retries() {
    for (platform, kind) in
        [(PlatformId::Meta, FaultKind::MetaThrottle), (PlatformId::Tiktok, FaultKind::TiktokThrottle)]
    {
        let (app, story, _) =
            deploy_under(testkit::TestDatabase::sqlite().await, platform, Rule::new(kind).times(9)).await;
        expect_one(&app, &story);
        assert_eq!(story.deployment.retries, 0);
        assert_eq!(posts(&app), 10);
        assert!(app.app.parked_accounts().await.unwrap().is_empty(), "the account is free again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_request_fails_at_once_in_the_platforms_words() {
    let rule = || {
        let mut rule = Rule::new(FaultKind::BadRequest);
        rule.message = Some("Objective is not available to you".into());
        rule
    };
    each_platform(rule, |app, story, took| {
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        assert_eq!(took, Duration::ZERO);
        assert_eq!(story.ticket.state.status(), TicketStatus::Failed);
        let reason = story.ticket.state.reason().unwrap();
        assert!(reason.contains("Objective is not available to you"), "{reason}");
        assert!(app.object_names().is_empty());
        assert_eq!(posts(app), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_that_leave_doubt_end_with_one_object() {
    let spoilt = |kind, created: bool| {
        move || {
            let mut rule = Rule::new(kind).times(1);
            rule.after_create = Some(created);
            rule
        }
    };
    for kind in [FaultKind::ServerError, FaultKind::MalformedJson, FaultKind::NoId, FaultKind::PartialBody] {
        for created in [true, false] {
            each_platform(spoilt(kind, created), |app, story, _| {
                expect_one(app, story);
                assert_eq!(posts(app), if created { 1 } else { 2 }, "{kind:?}, created: {created}");
            })
            .await;
        }
    }
    each_platform(
        || Rule::new(FaultKind::DropBefore).times(1),
        |app, story, _| {
            expect_one(app, story);
            assert_eq!(posts(app), 2);
        },
    )
    .await;
    each_platform(
        || Rule::new(FaultKind::DropAfter).times(1),
        |app, story, _| {
            expect_one(app, story);
            assert_eq!(posts(app), 1);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_stays_down_ends_in_an_honest_failure() {
    each_platform(
        || Rule::new(FaultKind::ServerError),
        |app, story, _| {
            assert_eq!(story.deployment.status, DeploymentStatus::Failure);
            assert!(app.object_names().is_empty());
            assert!(
                story.ticket.state.reason().unwrap().contains("did not create"),
                "{:?}",
                story.ticket.state.reason()
            );
            assert_eq!(posts(app), 6, "the first attempt and five retries");
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_even_the_look_up_fails_the_next_deployment_looks_first() {
    for platform in BOTH {
        let mut engine = app::Engine::default();
        engine.retry.outage_patience = Duration::from_hours(1);
        let app = TestApp::with(testkit::TestDatabase::sqlite().await, engine).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, platform, "Moana").await;
        app.sandbox.set_fault(Rule::new(FaultKind::DropAfter).times(1)).unwrap();
        let mut blind = Rule::new(FaultKind::ServerError);
        blind.method = "GET".into();
        app.sandbox.set_fault(blind).unwrap();
        let first = app.deploy(ticket.id).await;
        app.settle().await;
        let story = app.story(first).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        assert!(matches!(story.steps[0].state, StepState::Sent { .. }), "still in doubt");

        app.sandbox.clear_faults();
        app.app.run_qa(&testkit::tester(), ticket.id).await.unwrap();
        let second = app.deploy(ticket.id).await;
        app.settle().await;
        expect_one(&app, &app.story(second).await);
        assert_eq!(posts(&app), 1, "{platform}: it was found, and not made again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_parks_the_account_and_burns_no_ticket() {
    for platform in BOTH {
        let app = TestApp::on(testkit::TestDatabase::sqlite().await).await;
        let catalog = app.catalog().await;
        let mut deployments = Vec::new();
        for name in ["One", "Two", "Three"] {
            let ticket = app.ready_ticket(&catalog, platform, name).await;
            deployments.push(app.deploy(ticket.id).await);
        }
        app.sandbox.set_fault(Rule::new(FaultKind::ExpiredToken).times(8)).unwrap();
        app.run_due_work().await;
        assert_eq!(posts(&app), 1, "one refusal is enough to leave the account alone");
        let parked = app.app.parked_accounts().await.unwrap();
        assert_eq!(parked.len(), 1);
        app.settle().await;
        assert_eq!(app.object_names().len(), 3);
        assert_eq!(posts(&app), 8 + 3);
        for id in deployments {
            let story = app.story(id).await;
            assert_eq!((story.deployment.status, story.deployment.retries), (DeploymentStatus::Success, 0));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parked_account_holds_up_no_other() {
    let app = TestApp::on(testkit::TestDatabase::sqlite().await).await;
    let catalog = app.catalog().await;
    let meta = app.ready_ticket(&catalog, PlatformId::Meta, "Slow").await;
    let tiktok = app.ready_ticket(&catalog, PlatformId::Tiktok, "Quick").await;
    app.sandbox.set_fault(Rule::new(FaultKind::MetaThrottle)).unwrap();
    let held = app.deploy(meta.id).await;
    let free = app.deploy(tiktok.id).await;
    app.sandbox.clear_faults();
    let mut throttle = Rule::new(FaultKind::MetaThrottle);
    throttle.platform = Some(sandbox::Platform::Meta);
    app.sandbox.set_fault(throttle).unwrap();
    app.run_due_work().await;
    assert_eq!(app.story(held).await.deployment.status, DeploymentStatus::Retry);
    assert_eq!(app.story(free).await.deployment.status, DeploymentStatus::Success);
}

//! Accounts under pressure: outages, limits, pauses and fairness.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use domain::{
    AccountRef, PlatformId,
    deployment::{DeploymentStatus, account::ParkReason},
};
use sandbox::{FaultKind, Rule};
use serde_json::json;
use testkit::{TestApp, TestDatabase, on_both_databases, smallest_config, tester, tree_config};

fn anything(kind: FaultKind) -> Rule {
    let mut rule = Rule::new(kind);
    rule.method = "*".into();
    rule
}

/// Drives due deployments until the clock has moved by `time`.
async fn pass(app: &TestApp, time: Duration) {
    let until = app.clock.now_plus(time);
    loop {
        app.run_due_work().await;
        let wait = app.app.next_due().await.unwrap().unwrap_or(time).max(Duration::from_millis(1));
        if app.clock.now_plus(wait) >= until {
            return;
        }
        app.clock.advance(wait);
    }
}

/// An outage of an hour in the middle of a queue: nothing is lost, and no retry is used up.
async fn outage_of_an_hour(database: TestDatabase, fault: Rule) {
    let app = TestApp::on(database).await;
    let catalog = app.catalog().await;
    let mut deployments = Vec::new();
    for number in 0..12 {
        let platform = if number % 2 == 0 { PlatformId::Meta } else { PlatformId::Tiktok };
        let ticket = app.ready_ticket(&catalog, platform, &format!("Outage {number}")).await;
        deployments.push(app.deploy(ticket.id).await);
    }
    app.sandbox.set_fault(fault).unwrap();
    pass(&app, Duration::from_hours(1)).await;
    let asked = app.sandbox.requests().len();
    assert!(asked < 400, "a platform that is down is asked about once a minute, not {asked} times an hour");
    let parked = app.app.parked_accounts().await.unwrap();
    assert!(parked.iter().all(|account| account.reason == ParkReason::Outage) && parked.len() == 2, "{parked:?}");

    app.sandbox.clear_faults();
    app.settle().await;
    for id in deployments {
        let story = app.story(id).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
        assert_eq!(story.deployment.retries, 0, "an outage is no failed attempt of a ticket");
    }
    assert_eq!(app.object_names().len(), 12, "each once");
    assert!(app.sandbox.duplicates().is_empty());
    assert!(app.app.parked_accounts().await.unwrap().is_empty(), "all is free again");
}

on_both_databases! {
    async fn an_hour_of_http_503(database) {
        let mut fault = anything(FaultKind::ServerError);
        fault.status = Some(503);
        outage_of_an_hour(database, fault).await;
    }

    async fn an_hour_of_closed_connections(database) {
        outage_of_an_hour(database, anything(FaultKind::DropBefore)).await;
    }

    async fn an_account_with_much_to_do_does_not_starve_one_with_little(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for number in 0..60 {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Many {number}")).await;
            app.deploy(ticket.id).await;
        }
        app.clock.advance(Duration::from_secs(1));
        let mut config = smallest_config(PlatformId::Meta);
        config.insert("ad_account_id".into(), json!("999"));
        let last = app.ready_with(&catalog, PlatformId::Meta, "Single", config).await;
        let single = app.deploy(last.id).await;
        let due = app.app.due_deployments(20).await.unwrap();
        assert!(due.len() > 10, "{due:?}");
        assert!(due[..2].iter().any(|(id, _)| *id == single), "the single one is among the first two");
    }

    async fn a_pause_stops_a_tree_between_two_steps(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_with(&catalog, PlatformId::Meta, "Tree", tree_config(PlatformId::Meta, 2, 1)).await;
        let id = app.deploy(ticket.id).await;
        app.sandbox.set_fault(Rule::new(FaultKind::Slow).times(1)).unwrap();
        let account = AccountRef { platform: PlatformId::Meta, account_id: "1234567890".into() };
        let worker = app.app.clone();
        let driving = tokio::spawn(async move { worker.drive(id).await });
        while app.sandbox.requests().is_empty() {
            tokio::task::yield_now().await;
        }
        app.app.pause_account(&tester(), &account, "").await.unwrap();
        driving.await.unwrap().unwrap();
        assert_eq!(app.object_names().len(), 1, "what was being sent is finished, and nothing more is sent");
        app.app.resume_account(&tester(), &account).await.unwrap();
        app.settle().await;
        assert_eq!(app.story(id).await.deployment.status, DeploymentStatus::Success);
        assert_eq!(app.object_names().len(), 7);
    }

    async fn the_platforms_wait_is_kept_even_if_others_succeed(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let slow = app.ready_ticket(&catalog, PlatformId::Meta, "Slow").await;
        let slow = app.deploy(slow.id).await;
        let throttled = app.ready_ticket(&catalog, PlatformId::Meta, "Throttled").await;
        let throttled = app.deploy(throttled.id).await;
        let mut rule = Rule::new(FaultKind::Slow).times(1);
        rule.name_contains = Some("Slow".into());
        app.sandbox.set_fault(rule).unwrap();
        let mut rule = Rule::new(FaultKind::RateLimit429).times(1);
        rule.name_contains = Some("Throttled".into());
        rule.retry_after_s = Some(600);
        app.sandbox.set_fault(rule).unwrap();
        let worker = app.app.clone();
        let driving = tokio::spawn(async move { worker.drive(slow).await });
        while app.sandbox.requests().is_empty() {
            tokio::task::yield_now().await;
        }
        app.app.drive(throttled).await.unwrap();
        driving.await.unwrap().unwrap();
        assert_eq!(app.story(slow).await.deployment.status, DeploymentStatus::Success);
        app.clock.advance(Duration::from_mins(9));
        assert!(app.app.due_deployments(10).await.unwrap().is_empty(), "the ten minutes are not over");
        let took = app.settle().await;
        assert!(took >= Duration::from_secs(59), "{took:?}");
        assert_eq!(app.object_names().len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nearly_full_limit_slows_the_account_down_before_the_platform_has_to() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let catalog = app.catalog().await;
    let mut quotas = sandbox::Quotas::off();
    // Ten creates and their verifications fill it: nothing decays while the test runs.
    quotas.meta.max_score = Some(24);
    quotas.meta.decay_s = 86_400;
    app.sandbox.set_quotas(quotas);
    for number in 0..8 {
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Pace {number}")).await;
        app.deploy(ticket.id).await;
    }
    app.run_due_work().await;
    let parked = app.app.parked_accounts().await.unwrap();
    assert_eq!(parked.len(), 1, "{:?}", app.object_names());
    assert_eq!(parked[0].reason, ParkReason::Paced, "{}", parked[0].message);
    let made = app.object_names().len();
    assert!(made < 8, "the others wait");
    let wait = app.app.next_due().await.unwrap().unwrap();
    assert!(wait >= Duration::from_millis(900), "{wait:?}");
    app.clock.advance(wait + Duration::from_millis(1));
    app.run_due_work().await;
    assert_eq!(app.object_names().len(), made + 1, "one at a time");
}

on_both_databases! {
    async fn an_object_that_a_look_up_finds_does_not_lift_a_limit_on_writes(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let found = app.ready_ticket(&catalog, PlatformId::Tiktok, "Found").await;
        let written = app.ready_ticket(&catalog, PlatformId::Tiktok, "Written").await;
        app.sandbox.set_fault(Rule::new(FaultKind::DropAfter).times(1)).unwrap();
        let looked_up = app.deploy(found.id).await;
        app.app.drive(looked_up).await.unwrap();
        app.sandbox.clear_faults();
        app.sandbox.set_fault(Rule::new(FaultKind::TiktokThrottle).times(1)).unwrap();
        let throttled = app.deploy(written.id).await;
        app.clock.advance(Duration::from_secs(3));
        app.app.drive(throttled).await.unwrap();
        let reasons = async || {
            let parked = app.app.parked_accounts().await.unwrap();
            parked.into_iter().map(|account| account.reason).collect::<Vec<_>>()
        };
        assert_eq!(reasons().await, [ParkReason::Throttled, ParkReason::Outage], "the platform, and the account");

        // Its time is over; the one that only searches goes first.
        app.clock.advance(Duration::from_mins(10));
        app.app.drive(looked_up).await.unwrap();
        assert_eq!(app.story(looked_up).await.deployment.status, DeploymentStatus::Success);
        assert_eq!(reasons().await, [ParkReason::Throttled], "it reads; that says nothing of writes");
        app.settle().await;
        assert_eq!(app.story(throttled).await.deployment.status, DeploymentStatus::Success);
        assert_eq!(reasons().await, []);
    }

    async fn a_wait_of_centuries_is_a_day_and_hides_no_list(database) {
        for (platform, seconds) in [(PlatformId::Meta, u64::MAX), (PlatformId::Tiktok, 99_999_999_999)] {
            let app = TestApp::on(database.another().await).await;
            let catalog = app.catalog().await;
            let ticket = app.ready_ticket(&catalog, platform, "Moana").await;
            let mut rule = Rule::new(FaultKind::RateLimit429).times(1);
            rule.retry_after_s = Some(seconds);
            app.sandbox.set_fault(rule).unwrap();
            app.deploy(ticket.id).await;
            app.run_due_work().await;
            let parked = app.app.parked_accounts().await.unwrap();
            let longest = app.app.engine().retry.longest_wait;
            assert!(parked.len() == 1 && parked[0].parked_until <= app.clock.now_plus(longest), "{parked:?}");
            for list in ["tickets", "deployments", "accounts", "accounts/parked"] {
                app.client.get(&format!("/api/v1/{list}")).await.expect(200);
            }
            assert!(app.settle().await <= longest + Duration::from_mins(1));
            assert_eq!(app.object_names(), [ticket.name.as_str()]);
        }
    }

    async fn rows_that_say_centuries_are_shown_and_do_not_hide_a_list(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        app.deploy(ticket.id).await;
        let store = app.app.store();
        store.execute_for_tests("UPDATE deployments SET due_at = 9000000000000000000").await.unwrap();
        let parked = "INSERT INTO accounts (platform, account_id, parked_until, reason, message, in_a_row, updated_at, parked_since) \
            VALUES ('meta', '1234567890', 9000000000000000000, 'throttled', '', 1, 0, -9000000000000000000)";
        store.execute_for_tests(parked).await.unwrap();
        for list in ["tickets", "deployments", "accounts", "accounts/parked", "deployments/overview"] {
            app.client.get(&format!("/api/v1/{list}")).await.expect(200);
        }
    }
}

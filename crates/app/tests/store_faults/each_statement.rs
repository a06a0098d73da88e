//! One fault, at each statement of a deployment in turn.

use std::{sync::Arc, time::Duration};

use app::AppError;
use domain::{DeploymentId, PlatformId, TicketId, TicketStatus, deployment::DeploymentStatus};
use store::{StoreError, faults::StatementFault};
use testkit::{TestApp, TestDatabase, on_both_databases, tester, tree_config};

use crate::breaker::{Breaker, app_on};

const WAYS: [StatementFault; 3] = [StatementFault::NotDone, StatementFault::AnswerLost, StatementFault::Aborted];

/// Accepts a ticket's deployment and drives it to its end, through all errors of the database. A caller that gets "try
/// again" tries again.
async fn deploy(app: &TestApp, breaker: &Breaker, ticket: TicketId) -> DeploymentId {
    breaker.switch(true);
    let id = loop {
        match app.app.request_deployment(&tester(), ticket).await {
            Ok(accepted) => break accepted.deployment.id,
            Err(AppError::Store(StoreError::Unavailable(_) | StoreError::InDoubt(_))) => {}
            Err(other) => panic!("{other:?}"),
        }
    };
    for _ in 0..200 {
        let Ok(due) = app.app.due_deployments(100).await else { continue };
        for (id, _) in due {
            // A worker's reaction to an error: it releases the lease, and continues.
            let token = app.app.new_lease_token();
            if app.app.drive_under(id, token, |_| true).await.is_err() {
                let _ = app.app.give_back(id, token).await;
            }
        }
        app.clock.advance(Duration::from_secs(5));
    }
    breaker.switch(false);
    app.settle().await;
    id
}

/// Every object of the ticket's tree once, no other, and the ticket has its id.
async fn expect_whole(app: &TestApp, id: DeploymentId, what: &str) {
    let story = app.story(id).await;
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{what}: {:?}", story.deployment.error);
    assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess, "{what}");
    let mut names: Vec<String> = story.steps.iter().map(|step| step.plan.name.clone()).collect();
    names.sort();
    assert_eq!(app.object_names(), names, "{what}");
}

async fn fails_at_each(database: impl AsyncFn() -> TestDatabase) {
    let platform = PlatformId::Tiktok;
    let never = Breaker::at(usize::MAX, StatementFault::NotDone);
    let clean = app_on(database().await, &never).await;
    let catalog = clean.catalog().await;
    let ticket = clean.ready_with(&catalog, platform, "Moana", tree_config(platform, 1, 1)).await;
    never.switch(true);
    let id = clean.deploy(ticket.id).await;
    clean.settle().await;
    never.switch(false);
    let moments = never.seen();
    expect_whole(&clean, id, "without a fault").await;
    assert!(moments > 10, "{moments}");

    for way in WAYS {
        for number in 0..moments {
            let breaker: Arc<Breaker> = Breaker::at(number, way);
            let app = app_on(database().await, &breaker).await;
            let catalog = app.catalog().await;
            let ticket = app.ready_with(&catalog, platform, "Moana", tree_config(platform, 1, 1)).await;
            let id = deploy(&app, &breaker, ticket.id).await;
            assert_eq!(breaker.broken(), 1, "{way:?} at {number}");
            expect_whole(&app, id, &format!("{way:?} at {number} of {moments}")).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_at_each_statement_on_sqlite() {
    fails_at_each(TestDatabase::sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fault_at_each_statement_on_postgres() {
    fails_at_each(TestDatabase::postgres).await;
}

on_both_databases! {
    async fn what_is_acknowledged_is_there_for_every_reader(database) {
        let breaker = Breaker::often(150, 7);
        let url = database.url.clone();
        let app = app_on(database, &breaker).await;
        breaker.switch(true);
        let mut acknowledged = Vec::new();
        for number in 0..300 {
            let new = app::NewBrand { name: format!("Brand {number}"), internal_code: format!("B{number}X"), family_friendly: false };
            match app.app.create_brand(&tester(), new).await {
                Ok(brand) => acknowledged.push(brand.id),
                Err(AppError::Store(StoreError::Unavailable(_) | StoreError::InDoubt(_))) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        breaker.switch(false);
        assert!(breaker.broken() > 50 && acknowledged.len() > 50, "{} {}", breaker.broken(), acknowledged.len());
        // Another process.
        let elsewhere = store::Store::open(&store::Options::new(&url)).await.unwrap();
        for id in acknowledged {
            let found: domain::Brand = store::get(elsewhere.reader(), id).await.unwrap();
            assert_eq!(found.id, id);
        }
        elsewhere.close().await.unwrap();
    }
}

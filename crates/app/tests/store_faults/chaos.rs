//! Many deployments, several workers, and a database that fails again and again, as a seed decides.

use std::{sync::Arc, time::Duration};

use app::AppError;
use domain::{PlatformId, TicketStatus};
use store::StoreError;
use testkit::{MockClock, TestApp, TestDatabase, tester};

use crate::breaker::{Breaker, app_on};

const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;
const TICKETS: usize = 30;
const WORKERS: usize = 4;

/// One of several workers that claim due deployments. While there are none, time passes: waits end, and leases expire.
async fn work(app: app::App, clock: MockClock, breaker: Arc<Breaker>, until: usize) {
    while breaker.seen() < until {
        let Ok(due) = app.due_deployments(16).await else { continue };
        if due.is_empty() {
            clock.advance(Duration::from_millis(500));
        }
        for (id, _) in due {
            let token = app.new_lease_token();
            if app.drive_under(id, token, |_| true).await.is_err() {
                let _ = app.give_back(id, token).await;
            }
        }
    }
}

async fn survive(database: TestDatabase, seed: u64) {
    let breaker = Breaker::often(60, seed);
    let app: TestApp = app_on(database, &breaker).await;
    let catalog = app.catalog().await;
    let mut tickets = Vec::new();
    for number in 0..TICKETS {
        let platform = if number % 2 == 0 { PlatformId::Meta } else { PlatformId::Tiktok };
        tickets.push(app.ready_ticket(&catalog, platform, &format!("Moana {number}")).await);
    }
    breaker.switch(true);
    let mut accepted = 0;
    for ticket in &tickets {
        // A caller that gets "it is not known" repeats the request; a double click is harmless.
        loop {
            match app.app.request_deployment(&tester(), ticket.id).await {
                Ok(_) => break accepted += 1,
                Err(AppError::Store(StoreError::Unavailable(_) | StoreError::InDoubt(_))) => {}
                Err(other) => panic!("seed {seed}: {other:?}"),
            }
        }
    }
    assert_eq!(accepted, TICKETS);
    let until = breaker.seen() + 2_000;
    let workers: Vec<_> =
        (0..WORKERS).map(|_| tokio::spawn(work(app.app.clone(), app.clock.clone(), breaker.clone(), until))).collect();
    for worker in workers {
        worker.await.unwrap();
    }
    breaker.switch(false);
    app.settle().await;
    assert!(breaker.broken() > 100, "seed {seed}: {} faults", breaker.broken());

    let mut names: Vec<String> = tickets.iter().map(|ticket| ticket.name.clone()).collect();
    names.sort();
    assert_eq!(app.object_names(), names, "seed {seed}: each once");
    for ticket in &tickets {
        let now = app.app.ticket(ticket.id).await.unwrap();
        assert_eq!(now.state.status(), TicketStatus::TraffickedSuccess, "seed {seed}: {:?}", now.state);
        let object = app.sandbox.objects().into_iter().find(|object| object.name == ticket.name).unwrap();
        assert_eq!(now.state.external_id().unwrap().as_str(), object.id, "seed {seed}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_seeds_on_sqlite() {
    for seed in SEEDS {
        survive(TestDatabase::sqlite().await, seed).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_seeds_on_postgres() {
    for seed in SEEDS {
        survive(TestDatabase::postgres().await, seed).await;
    }
}

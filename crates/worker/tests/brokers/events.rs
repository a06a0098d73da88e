//! Live feeds on one PostgreSQL wake each other.

use std::time::Duration;

use domain::{Event, EventId, Secret, event::Actor};
use store::{Options, Store};
use testkit::TestDatabase;
use tokio::sync::watch;
use worker::EventBell;

use crate::stage::{PATIENCE, rng};

async fn write_an_event(store: &Store) {
    let tx = store.begin().await.unwrap();
    let event = Event {
        id: EventId(uuid::Uuid::now_v7()),
        kind: "test.happened",
        subject: "tests/1".to_owned(),
        actor: Actor("user:test".to_owned()),
        time: "2026-03-02T12:00:00Z".parse().unwrap(),
        data: serde_json::Value::Null,
    };
    store::events::append(&tx, vec![event]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn rings(bell: &mut watch::Receiver<u64>) {
    tokio::time::timeout(PATIENCE, bell.changed()).await.unwrap().unwrap();
}

fn start(store: &Store, url: &str, listens: bool) -> EventBell {
    EventBell::start(&Secret::new(url), store.append_signal(), listens, &rng()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_process_writes_wakes_the_feeds_of_the_others() {
    let here = TestDatabase::postgres().await;
    let there = Store::open(&Options::new(&here.url)).await.unwrap();
    let _bells = (start(&here.store, &here.url, true), start(&there, &here.url, true));
    let (mut first, mut second) = (here.store.append_signal().any(), there.append_signal().any());
    // Both are connected when each has heard the other.
    for (writer, listener) in [(&here.store, &mut second), (&there, &mut first)] {
        let hearing = async {
            while tokio::time::timeout(Duration::from_millis(50), listener.changed()).await.is_err() {
                write_an_event(writer).await;
            }
        };
        tokio::time::timeout(PATIENCE, hearing).await.unwrap();
    }

    let mut told_on = there.append_signal().own();
    told_on.mark_unchanged();
    second.mark_unchanged();
    write_an_event(&here.store).await;
    rings(&mut second).await;
    assert!(!told_on.has_changed().unwrap(), "what was heard is not told again");
}

#[tokio::test]
async fn a_commit_rings_when_it_appended_events_and_not_otherwise() {
    let database = TestDatabase::sqlite().await;
    let bell = database.store.append_signal().any();
    database.store.begin().await.unwrap().commit().await.unwrap();
    assert!(!bell.has_changed().unwrap());
    write_an_event(&database.store).await;
    assert!(bell.has_changed().unwrap());
}

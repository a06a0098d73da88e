//! The feed skips no event and repeats none, with any interleaving of writers; on both databases.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use domain::{Channel, ChannelId, Event, EventId, Timestamp, event::Actor};
use store::{Store, events, feed::Feed};
use testkit::on_both_databases;
use uuid::Uuid;

const WRITERS: u32 = 8;
const EVENTS: u32 = 40;

fn now() -> Timestamp {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn channel(number: u32) -> Channel {
    Channel {
        id: ChannelId(Uuid::from_u128(u128::from(number))),
        platform_name: "Meta".into(),
        recorded_platform: Some(domain::channel::Platform::Meta),
        api_identifier: format!("channel-{number}"),
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

fn event(id: u32, subject: String) -> Event {
    Event {
        id: EventId(Uuid::from_u128(u128::from(id))),
        kind: "test.happened",
        subject,
        actor: Actor::user("tester"),
        time: now(),
        data: serde_json::json!({"number": id}),
    }
}

/// A writer that behaves like the use cases: it changes something first, then appends, and sometimes rolls back.
async fn write(store: Store, writer: u32) -> u32 {
    let mut committed = 0;
    for number in 0..EVENTS {
        let tx = store.begin().await.unwrap();
        tx.insert(&channel(writer * 1_000 + number)).await.unwrap();
        events::append(&tx, vec![event(writer * 1_000 + number, format!("writers/{writer}"))]).await.unwrap();
        if number % 7 == 3 {
            drop(tx);
        } else {
            tx.commit().await.unwrap();
            committed += 1;
        }
    }
    committed
}

/// A reader that follows the feed until it has seen `expected` events.
async fn read(store: Store, expected: usize) -> Vec<(i64, EventId)> {
    let mut feed = Feed::default();
    let mut seen = Vec::new();
    let mut position = 0;
    while seen.len() < expected {
        let safe = feed.advance(&store).await.unwrap();
        for event in events::between(store.reader(), position, safe, 1_000).await.unwrap() {
            position = event.seq;
            seen.push((event.seq, event.id));
        }
        tokio::task::yield_now().await;
    }
    seen
}

on_both_databases! {
    async fn every_reader_sees_every_event_once_and_in_order(database) {
        let expected = (WRITERS * (EVENTS - EVENTS.div_ceil(7))) as usize;
        let readers: Vec<_> = (0..4).map(|_| tokio::spawn(read(database.store.clone(), expected))).collect();
        let writers: Vec<_> = (0..WRITERS).map(|writer| tokio::spawn(write(database.store.clone(), writer))).collect();
        let mut committed = 0;
        for writer in writers {
            committed += writer.await.unwrap();
        }
        assert_eq!(committed as usize, expected);
        for reader in readers {
            let seen = tokio::time::timeout(Duration::from_mins(1), reader).await.unwrap().unwrap();
            assert!(seen.is_sorted_by(|one, other| one.0 < other.0), "in order");
            let mut ids: Vec<EventId> = seen.iter().map(|(_, id)| *id).collect();
            ids.sort();
            ids.dedup();
            assert_eq!(ids.len(), expected, "each once");
        }
    }
}

/// The younger of two transactions takes the lower number, and the older one commits first: while the younger runs, no
/// ended transaction is younger than it.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_held_by_the_youngest_transaction_is_waited_for() {
    let database = testkit::TestDatabase::postgres().await;
    let store = &database.store;
    let mut feed = Feed::default();
    while feed.safe() == Feed::UNKNOWN {
        feed.advance(store).await.unwrap();
    }
    let (older, younger) = (store.begin().await.unwrap(), store.begin().await.unwrap());
    older.insert(&channel(1)).await.unwrap();
    younger.insert(&channel(2)).await.unwrap();
    events::append(&younger, vec![event(2, "younger".into())]).await.unwrap();
    events::append(&older, vec![event(1, "older".into())]).await.unwrap();
    older.commit().await.unwrap();
    for _ in 0..5 {
        let safe = feed.advance(store).await.unwrap();
        assert!(
            events::between(store.reader(), 0, safe, 10).await.unwrap().is_empty(),
            "the lower number is still out"
        );
    }
    younger.commit().await.unwrap();
    let seen = loop {
        let safe = feed.advance(store).await.unwrap();
        let seen = events::between(store.reader(), 0, safe, 10).await.unwrap();
        if !seen.is_empty() {
            break seen;
        }
    };
    let subjects: Vec<&str> = seen.iter().map(|event| event.subject.as_str()).collect();
    assert_eq!(subjects, ["younger", "older"]);
}

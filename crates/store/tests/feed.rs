//! The feed skips no event and tells of none twice, however writers cross; on both databases.
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
        api_identifier: format!("channel-{number}"),
        created_at: now(),
        updated_at: now(),
        version: 1,
    }
}

/// A writer as the use cases are: it changes something first, then appends, and sometimes gives up.
async fn write(store: Store, writer: u32) -> u32 {
    let mut committed = 0;
    for number in 0..EVENTS {
        let tx = store.begin().await.unwrap();
        tx.insert(&channel(writer * 1_000 + number)).await.unwrap();
        let event = Event {
            id: EventId(Uuid::from_u128(u128::from(writer * 1_000 + number))),
            kind: "test.happened",
            subject: format!("writers/{writer}"),
            actor: Actor::user("tester"),
            time: now(),
            data: serde_json::json!({"number": number}),
        };
        events::append(&tx, vec![event]).await.unwrap();
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

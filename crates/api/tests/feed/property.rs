//! With any interleaving of writers and readers, each reader sees every event exactly once and in order.

use std::{net::SocketAddr, time::Duration};

use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use testkit::{TestApp, TestDatabase, store::Store};

use crate::{
    log::{append, whole},
    socket::{Feed, served},
};

const WRITERS: usize = 8;
const READERS: usize = 4;

/// One transaction.
#[derive(Debug, Clone)]
struct Write {
    events: u8,
    /// The time between the append and the end.
    delay_ms: u64,
    committed: bool,
}

/// One connection of a reader.
#[derive(Debug, Clone)]
struct Visit {
    events: usize,
    /// Closes politely before it leaves.
    polite: bool,
    away_ms: u64,
}

fn writes() -> impl Strategy<Value = Vec<Write>> {
    let write = (1..=3_u8, 0..5_u64, prop::bool::weighted(0.8)).prop_map(|(events, delay_ms, committed)| Write {
        events,
        delay_ms,
        committed,
    });
    vec(write, 3..12)
}

fn visits() -> impl Strategy<Value = Vec<Visit>> {
    let visit =
        (0..25_usize, any::<bool>(), 0..8_u64).prop_map(|(events, polite, away_ms)| Visit { events, polite, away_ms });
    vec(visit, 4..12)
}

async fn write(store: Store, writer: usize, plan: Vec<Write>) {
    for (index, write) in plan.into_iter().enumerate() {
        let data = (0..write.events).map(|event| json!({"event": event})).collect();
        let number = u128::try_from(writer * 1_000 + index).unwrap();
        let tx = append(&store, number, data).await;
        tokio::time::sleep(Duration::from_millis(write.delay_ms)).await;
        if write.committed {
            tx.commit().await.unwrap();
        }
    }
}

/// Reads until it has seen `expected` events. It stays after its last visit.
async fn read(address: SocketAddr, visits: Vec<Visit>, expected: usize) -> Vec<(i64, String)> {
    let mut seen: Vec<(i64, String)> = Vec::new();
    let mut visits = visits.into_iter();
    while seen.len() < expected {
        let after = seen.last().map_or(0, |(seq, _)| *seq);
        let mut feed = Feed::open(address, &format!("?after={after}")).await;
        let visit = visits.next();
        let events = visit.as_ref().map_or(usize::MAX, |visit| visit.events);
        for _ in 0..events {
            if seen.len() == expected {
                break;
            }
            seen.push(place(&feed.next().await));
        }
        let Some(visit) = visit else { break };
        if visit.polite {
            // The server may be sending at that moment, or be gone.
            let _ = feed.0.close(None).await;
        }
        drop(feed);
        tokio::time::sleep(Duration::from_millis(visit.away_ms)).await;
    }
    seen
}

fn place(event: &Value) -> (i64, String) {
    (event["seq"].as_i64().unwrap(), event["id"].as_str().unwrap().to_owned())
}

async fn exactly_once(database: TestDatabase, writers: Vec<Vec<Write>>, readers: Vec<Vec<Visit>>) {
    let app = TestApp::on(database).await;
    let address = served(&app).await;
    let store = &app.database.store;
    let committed = writers.iter().flatten().filter(|write| write.committed);
    let expected: usize = committed.map(|write| usize::from(write.events)).sum();
    let readers: Vec<_> = readers.into_iter().map(|visits| tokio::spawn(read(address, visits, expected))).collect();
    let writers: Vec<_> = writers
        .into_iter()
        .enumerate()
        .map(|(number, writes)| tokio::spawn(write(store.clone(), number, writes)))
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let log = whole(store).await;
    assert_eq!(log.len(), expected);
    for reader in readers {
        assert_eq!(reader.await.unwrap(), log);
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

proptest! {
    // A failure is a time-out, so no shorter one is searched for: the seed is enough.
    #![proptest_config(ProptestConfig { cases: 5, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn each_reader_sees_each_event_once_on_sqlite(
        writers in vec(writes(), WRITERS), readers in vec(visits(), READERS),
    ) {
        runtime().block_on(async { exactly_once(TestDatabase::sqlite().await, writers, readers).await });
    }

    #[test]
    fn each_reader_sees_each_event_once_on_postgres(
        writers in vec(writes(), WRITERS), readers in vec(visits(), READERS),
    ) {
        runtime().block_on(async { exactly_once(TestDatabase::postgres().await, writers, readers).await });
    }
}

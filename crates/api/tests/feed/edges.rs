//! Clients with a position outside of the log, and clients that do not read.

use std::time::Duration;

use futures_util::SinkExt;
use serde_json::{Value, json};
use testkit::{TestApp, TestDatabase, on_both_databases};
use tokio_tungstenite::tungstenite::Message;

use crate::{
    brand,
    log::{append, whole},
    socket::{Feed, serve, served},
};

/// The first event that arrives while new ones are created: the server determines the end of the log after the
/// handshake, and earlier events are not new to the client.
async fn first_news(app: &TestApp, feed: &mut Feed, name: &str) -> Value {
    for count in 0..100 {
        brand(app, &format!("{name}{count}")).await;
        if let Ok(event) = tokio::time::timeout(Duration::from_millis(200), feed.next()).await {
            return event;
        }
    }
    panic!("nothing arrives")
}

on_both_databases! {
    async fn beyond_the_logs_end_one_gets_what_comes(database) {
        let app = TestApp::on(database).await;
        let address = served(&app).await;
        brand(&app, "OLD").await;
        Feed::open(address, "?after=0").await.next().await;
        for (after, name) in [(1_000_000, "ONE"), (i64::MAX, "TWO")] {
            let mut feed = Feed::open(address, &format!("?after={after}")).await;
            let first = first_news(&app, &mut feed, name).await;
            assert!(first.to_string().contains(name), "{first}");
            append(&app.database.store, u128::try_from(after).unwrap(), vec![json!("last")]).await.commit().await.unwrap();
            let log: Vec<i64> = whole(&app.database.store).await.into_iter().map(|(seq, _)| seq).collect();
            let first = first["seq"].as_i64().unwrap();
            let mut seen = vec![first];
            seen.extend(feed.up_to(*log.last().unwrap()).await);
            let expected: Vec<i64> = log.into_iter().filter(|seq| *seq >= first).collect();
            assert_eq!(seen, expected);
        }
    }

    async fn a_server_that_has_just_started_tells_nothing_old(database) {
        let app = TestApp::on(database).await;
        for index in 0..30 {
            brand(&app, &format!("OLD{index}")).await;
        }
        // A server of its own, which has not read the log yet.
        let live = app::LiveFeed::start(app.app.clone(), Duration::from_millis(50));
        let (_running, stops) = tokio::sync::watch::channel(false);
        let state = api::ApiState::new(app.app.clone(), live.safe(), stops);
        let address = serve(api::router(state, api::Options::default())).await;
        let mut feed = Feed::open(address, "").await;
        let first = first_news(&app, &mut feed, "NEW").await;
        assert!(first.to_string().contains("NEW"), "{first}");
    }

    async fn clients_that_do_not_listen_hold_up_nobody(database) {
        let app = TestApp::on(database).await;
        let address = served(&app).await;
        let store = &app.database.store;
        // More than the sockets' buffers hold: the server cannot send it.
        for number in 0..16 {
            let data = (0..100).map(|_| json!("x".repeat(8_000))).collect();
            append(store, number, data).await.commit().await.unwrap();
        }
        // More of them than the database has connections.
        let mut deaf = Vec::new();
        for _ in 0..20 {
            deaf.push(Feed::open(address, "?after=0").await);
        }
        let mut feed = Feed::open(address, "?after=0").await;
        let log: Vec<i64> = whole(store).await.into_iter().map(|(seq, _)| seq).collect();
        assert_eq!(feed.up_to(*log.last().unwrap()).await, log);
        brand(&app, "LIVE").await;
        assert_eq!(feed.next().await["data"]["after"]["internal_code"], "LIVE");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_not_final_yet_is_waited_for() {
    let app = TestApp::on(TestDatabase::postgres().await).await;
    let address = served(&app).await;
    let store = &app.database.store;
    let slow = append(store, 1, vec![json!(1)]).await;
    append(store, 2, vec![json!(2)]).await.commit().await.unwrap();
    // Another server has shown the client the second event, which becomes final when the first transaction ends.
    let seen = whole(store).await.pop().unwrap().0;
    let mut feed = Feed::open(address, &format!("?after={seen}")).await;
    // By then the position has been determined.
    assert!(tokio::time::timeout(Duration::from_millis(300), feed.next()).await.is_err(), "nothing is new yet");
    drop(slow);
    append(store, 3, vec![json!(3)]).await.commit().await.unwrap();
    assert_eq!(feed.next().await["data"], 3, "and the second not again");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_says_too_much_is_told_that_the_feed_goes_one_way() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let mut feed = Feed::open(served(&app).await, "?after=0").await;
    feed.0.send(Message::text("x".repeat(5_000))).await.unwrap();
    let (code, reason) = feed.closed().await;
    assert_eq!(code, 1009);
    assert!(reason.contains("one way") && reason.contains("4 kB"), "{reason}");
}

/// A reader that reads everything, but too slowly, is disconnected with the position to resume at, and misses nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_falls_behind_is_told_where_to_resume() {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let address = served(&app).await;
    let store = &app.database.store;
    brand(&app, "FIRST").await;
    let mut slow = Feed::open(address, "?after=0").await;
    let first = slow.next().await["seq"].as_i64().unwrap();
    // More than its queue and the sockets' buffers hold.
    for number in 0..40 {
        let data = (0..100).map(|_| json!("x".repeat(8_000))).collect();
        append(store, number, data).await.commit().await.unwrap();
    }
    let log: Vec<i64> = whole(store).await.into_iter().map(|(seq, _)| seq).filter(|seq| *seq > first).collect();
    // Another reader has received all of it, so the slow one's queue has overflowed.
    Feed::open(address, &format!("?after={first}")).await.up_to(*log.last().unwrap()).await;
    let (mut seen, reason) = slow.until_closed().await;
    let position: i64 =
        reason.strip_prefix("too slow: resume with ?after=").unwrap_or_else(|| panic!("{reason}")).parse().unwrap();
    assert_eq!(seen.last(), Some(&position), "the place is that of the last event that was sent");
    seen.extend(Feed::open(address, &format!("?after={position}")).await.up_to(*log.last().unwrap()).await);
    assert_eq!(seen, log);
}

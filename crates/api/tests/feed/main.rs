//! The live feed over a real socket: all events, in order, nothing missed and nothing twice.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

mod edges;
mod log;
mod property;
mod socket;

use std::time::Duration;

use domain::PlatformId;
use futures_util::SinkExt;
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases};
use tokio_tungstenite::{
    connect_async,
    tungstenite::{Error, Message},
};

use socket::{Feed, served};

async fn brand(app: &TestApp, code: &str) -> Value {
    app.client.post("/api/v1/brands", &json!({"name": code, "internal_code": code})).await.expect(201)
}

/// The `seq` of every event of the log, oldest first.
async fn audit_trail(app: &TestApp) -> Vec<i64> {
    let events = app.client.get("/api/v1/events?limit=1000").await.expect(200);
    let mut seqs: Vec<i64> = events.as_array().unwrap().iter().map(|event| event["seq"].as_i64().unwrap()).collect();
    seqs.reverse();
    seqs
}

on_both_databases! {
    async fn events_arrive_as_cloud_events(database) {
        let app = TestApp::on(database).await;
        let address = served(&app).await;
        let mut feed = Feed::open(address, "?after=0").await;
        let brand = brand(&app, "PIX").await;
        let event = feed.next().await;
        for (field, value) in [
            ("specversion", json!("1.0")), ("source", json!("/omnitraffick")), ("type", json!("brand.created")),
            ("subject", json!(format!("brands/{}", brand["id"].as_str().unwrap()))), ("datacontenttype", json!("application/json")),
            ("time", json!("2026-03-02T12:00:00.000000Z")),
        ] {
            assert_eq!(event[field], value, "{field}: {event}");
        }
        for field in ["id", "actor"] {
            assert!(event[field].as_str().is_some_and(|text| !text.is_empty()), "{field}: {event}");
        }
        assert!(event["data"].is_object());
        let listed = app.client.get("/api/v1/events").await.expect(200);
        assert_eq!(listed[0], event, "the feed and the audit trail tell the same");
    }

    async fn a_deployment_can_be_watched(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        let before = audit_trail(&app).await.pop().unwrap();
        let mut feed = Feed::open(served(&app).await, &format!("?after={before}")).await;
        app.client.post("/api/v1/deploy", &json!({"ticket_id": ticket.id})).await.expect(202);
        app.run_due_work().await;
        loop {
            let event = feed.next().await;
            if event["type"] == "ticket.status_changed" {
                assert_eq!(event["data"]["before"]["status"], "READY_FOR_API");
                assert_eq!(event["data"]["after"]["status"], "TRAFFICKED_SUCCESS");
                return;
            }
        }
    }

    async fn without_after_only_the_new_is_told(database) {
        let app = TestApp::on(database).await;
        brand(&app, "OLD").await;
        let address = served(&app).await;
        // After the old event was sent, it is old for the next client.
        let old = Feed::open(address, "?after=0").await.next().await;
        let mut feed = Feed::open(address, "").await;
        // The server determines the end of the log after the handshake: until a first event arrives, more may be
        // created.
        let new = {
            let mut count = 0;
            loop {
                brand(&app, &format!("NEW{count}")).await;
                count += 1;
                if let Ok(event) = tokio::time::timeout(Duration::from_millis(200), feed.next()).await {
                    break event;
                }
                assert!(count < 100, "nothing arrives");
            }
        };
        assert!(new["seq"].as_i64() > old["seq"].as_i64());
        assert!(new["data"].to_string().contains("NEW"), "{new}");
    }

    async fn who_comes_back_misses_nothing_and_hears_nothing_twice(database) {
        let app = TestApp::on(database).await;
        let address = served(&app).await;
        for index in 0..250 {
            brand(&app, &format!("A{index}")).await;
        }
        let last = audit_trail(&app).await.pop().unwrap();
        let mut seen = Feed::open(address, "?after=0").await.up_to(last).await;
        assert_eq!(seen.len(), 250, "more than the server reads at a time");

        // Changes continue while the client is away, and while it reconnects.
        brand(&app, "AWAY1").await;
        brand(&app, "AWAY2").await;
        let client = app.client.clone();
        let busy = tokio::spawn(async move {
            for index in 0..100 {
                let body = json!({"name": "Busy", "internal_code": format!("B{index}")});
                client.post("/api/v1/brands", &body).await.expect(201);
            }
        });
        for _ in 0..5 {
            let after = *seen.last().unwrap();
            let mut feed = Feed::open(address, &format!("?after={after}")).await;
            for _ in 0..10 {
                seen.push(feed.next().await["seq"].as_i64().unwrap());
            }
        }
        busy.await.unwrap();
        let all = audit_trail(&app).await;
        let mut feed = Feed::open(address, &format!("?after={}", seen.last().unwrap())).await;
        seen.extend(feed.up_to(*all.last().unwrap()).await);
        assert_eq!(seen, all);
        brand(&app, "LIVE").await;
        assert_eq!(feed.next().await["data"]["after"]["internal_code"], "LIVE", "what was replayed goes on live");
    }

    async fn concurrent_writers_leave_no_gap(database) {
        let app = TestApp::on(database).await;
        let mut feed = Feed::open(served(&app).await, "?after=0").await;
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..8 {
            let client = app.client.clone();
            writers.spawn(async move {
                for index in 0..10 {
                    let body = json!({"name": "Race", "internal_code": format!("W{writer}_{index}")});
                    client.post("/api/v1/brands", &body).await.expect(201);
                }
            });
        }
        let mut seen = Vec::new();
        for _ in 0..80 {
            seen.push(feed.next().await["seq"].as_i64().unwrap());
        }
        writers.join_all().await;
        assert_eq!(seen, audit_trail(&app).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_talks_is_not_listened_to() {
    let app = TestApp::on(testkit::TestDatabase::sqlite().await).await;
    let mut feed = Feed::open(served(&app).await, "?after=0").await;
    for message in
        [Message::text("{\"type\": \"delete everything\"}"), Message::binary(vec![0, 255]), Message::text("")]
    {
        feed.0.send(message).await.unwrap();
    }
    brand(&app, "PIX").await;
    assert_eq!(feed.next().await["type"], "brand.created");
    feed.0.close(None).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn where_to_resume_must_be_a_number() {
    let app = TestApp::on(testkit::TestDatabase::sqlite().await).await;
    let address = served(&app).await;
    for query in ["?after=x", "?after=", "?after=99999999999999999999", "?aftr=1"] {
        let Err(Error::Http(refusal)) = connect_async(format!("ws://{address}/api/v1/ws{query}")).await else {
            panic!("{query} was taken");
        };
        assert_eq!(refusal.status(), 422, "{query}");
        assert_eq!(refusal.headers()["content-type"], "application/problem+json");
    }
    // A browser's address bar is no WebSocket.
    let problem = app.client.get("/api/v1/ws").await.expect_problem(426);
    assert!(problem["detail"].as_str().unwrap().contains("WebSocket"), "{problem}");
}

//! The live feed over a real socket: events as they happen, and from where a client left off.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{net::SocketAddr, time::Duration};

use futures_util::StreamExt;
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

async fn serve(app: &TestApp) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(api::serve(listener, app.client.router(), std::future::pending()));
    address
}

async fn listen(address: SocketAddr, query: &str) -> Socket {
    connect_async(format!("ws://{address}/api/v1/ws{query}")).await.unwrap().0
}

/// The next event; waits for one.
async fn next(socket: &mut Socket) -> Value {
    loop {
        let message = tokio::time::timeout(Duration::from_secs(20), socket.next()).await.unwrap().unwrap().unwrap();
        if let Message::Text(text) = message {
            return serde_json::from_str(&text).unwrap();
        }
    }
}

async fn brand(app: &TestApp, code: &str) {
    app.client.post("/api/v1/brands", &json!({"name": code, "internal_code": code})).await.expect(201);
}

on_both_databases! {
    async fn a_client_that_comes_back_misses_nothing_and_sees_nothing_twice(database) {
        let app = TestApp::on(database).await;
        let address = serve(&app).await;
        let mut socket = listen(address, "?after=0").await;
        brand(&app, "ONE").await;
        let first = next(&mut socket).await;
        assert_eq!(
            (first["specversion"].as_str(), first["type"].as_str(), first["data"]["after"]["internal_code"].as_str()),
            (Some("1.0"), Some("brand.created"), Some("ONE"))
        );
        for field in ["id", "source", "subject", "time", "actor"] {
            assert!(first[field].is_string(), "{field}: {first}");
        }
        drop(socket);

        for code in ["TWO", "THREE", "FOUR"] {
            brand(&app, code).await;
        }
        let mut socket = listen(address, &format!("?after={}", first["seq"])).await;
        let mut last = first["seq"].as_i64().unwrap();
        for code in ["TWO", "THREE", "FOUR"] {
            let event = next(&mut socket).await;
            assert_eq!(event["data"]["after"]["internal_code"], code);
            assert!(event["seq"].as_i64().unwrap() > last, "in order");
            last = event["seq"].as_i64().unwrap();
        }
        brand(&app, "LIVE").await;
        assert_eq!(next(&mut socket).await["data"]["after"]["internal_code"], "LIVE");
    }
}

//! A served application, and a client of its live feed.

use std::{net::SocketAddr, time::Duration};

use futures_util::StreamExt;
use serde_json::Value;
use testkit::TestApp;
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// More than any event takes; a longer wait would be in vain.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The application's API on a socket of this machine, until the test ends.
pub(crate) async fn served(app: &TestApp) -> SocketAddr {
    serve(app.client.router()).await
}

/// A router on a socket of this machine, until the test ends.
pub(crate) async fn serve(router: axum::Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(api::serve(listener, router, api::Limits::default(), std::future::pending()));
    address
}

/// A connection to the live feed.
pub(crate) struct Feed(pub(crate) WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Feed {
    pub(crate) async fn open(address: SocketAddr, query: &str) -> Self {
        Self(connect_async(format!("ws://{address}/api/v1/ws{query}")).await.unwrap().0)
    }

    pub(crate) async fn next(&mut self) -> Value {
        let text = async {
            loop {
                if let Message::Text(text) = self.0.next().await.unwrap().unwrap() {
                    return text;
                }
            }
        };
        serde_json::from_str(&tokio::time::timeout(PATIENCE, text).await.unwrap()).unwrap()
    }

    /// The `seq` of each event up to and including `last`.
    pub(crate) async fn up_to(&mut self, last: i64) -> Vec<i64> {
        let mut seqs = Vec::new();
        while seqs.last() != Some(&last) {
            seqs.push(self.next().await["seq"].as_i64().unwrap());
            assert!(seqs.last().unwrap() <= &last, "{last} was left out: {seqs:?}");
        }
        seqs
    }

    /// Code and reason of the next close frame, ignoring pings.
    pub(crate) async fn closed(&mut self) -> (u16, String) {
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next()).await.unwrap() {
                Some(Ok(Message::Close(Some(frame)))) => return (frame.code.into(), frame.reason.to_string()),
                Some(Ok(Message::Ping(_))) => {}
                other => panic!("no close frame: {other:?}"),
            }
        }
    }

    /// The `seq` of each event until the server closes, and its reason.
    pub(crate) async fn until_closed(&mut self) -> (Vec<i64>, String) {
        let mut seqs = Vec::new();
        loop {
            match tokio::time::timeout(PATIENCE, self.0.next()).await.unwrap() {
                Some(Ok(Message::Close(Some(frame)))) => return (seqs, frame.reason.to_string()),
                Some(Ok(Message::Text(text))) => {
                    let event: Value = serde_json::from_str(&text).unwrap();
                    seqs.push(event["seq"].as_i64().unwrap());
                }
                Some(Ok(_)) => {}
                other => panic!("no close frame: {other:?}"),
            }
        }
    }
}

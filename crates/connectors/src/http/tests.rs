//! The client against a server of our own that answers, breaks off, or does not answer.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use domain::{Secret, Timestamp, Word, deployment::AttemptRecord};
use reqwest::{Method, header::AUTHORIZATION};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::{ANSWER_LIMIT, Answer, HttpClient, NoAnswer, SendGate, WireRequest};

/// The server's reaction to a request.
#[derive(Clone, Copy)]
enum Does {
    /// Writes these bytes.
    Answers(&'static str),
    /// Reads the request and closes the connection.
    Drops,
    /// Closes the connection in the middle of the answer.
    BreaksOff,
    /// Reads the request and does not answer.
    Waits,
}

/// A server, and every byte that it received.
struct Server {
    url: String,
    received: Arc<Mutex<Vec<u8>>>,
}

async fn server(does: Does) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1/things?token=sesame-open-up", listener.local_addr().unwrap());
    let received = Arc::new(Mutex::new(Vec::new()));
    let sink = received.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let sink = sink.clone();
            tokio::spawn(async move {
                let mut buffer = [0; 4096];
                while !whole(&sink.lock().unwrap()) {
                    match stream.read(&mut buffer).await {
                        Ok(read) if read > 0 => sink.lock().unwrap().extend_from_slice(&buffer[..read]),
                        _ => return,
                    }
                }
                match does {
                    Does::Answers(text) => stream.write_all(text.as_bytes()).await.unwrap(),
                    Does::BreaksOff => {
                        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{\"id\"").await.unwrap();
                    }
                    Does::Drops => {}
                    Does::Waits => tokio::time::sleep(Duration::from_mins(1)).await,
                }
            });
        }
    });
    Server { url, received }
}

/// Returns true if a whole request has arrived.
fn whole(received: &[u8]) -> bool {
    let text = String::from_utf8_lossy(received);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    body.len() >= length.unwrap_or(0)
}

async fn post(url: &str, gate: SendGate) -> (Result<Answer, NoAnswer>, AttemptRecord) {
    exchange(Method::POST, url, json!({"name": "x"}), gate).await
}

async fn exchange(method: Method, url: &str, body: Value, gate: SendGate) -> (Result<Answer, NoAnswer>, AttemptRecord) {
    let auth = Some((AUTHORIZATION, Secret::new("Bearer sesame-open-up")));
    let client = HttpClient::new(Duration::from_millis(300)).unwrap().redacting(&[Secret::new("sesame-open-up")]);
    client
        .exchange(
            WireRequest { method, url: url.to_owned(), auth, body, most: ANSWER_LIMIT },
            gate,
            Timestamp::UNIX_EPOCH,
        )
        .await
}

#[tokio::test]
async fn any_status_is_an_answer_and_a_redirect_is_not_followed() {
    for (text, status) in [
        ("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{\"id\":\"1\"}", 200),
        ("HTTP/1.1 503 Busy\r\ncontent-length: 4\r\n\r\nbusy", 503),
        ("HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n", 302),
    ] {
        let server = server(Does::Answers(text)).await;
        let (answer, record) = post(&server.url, SendGate::open()).await;
        assert_eq!((answer.unwrap().status, record.status), (status, Some(status)));
    }
}

#[tokio::test]
async fn the_secret_is_sent_once_and_recorded_never() {
    let text = "HTTP/1.1 400 Bad\r\ncontent-length: 29\r\n\r\nno: Bearer sesame-open-up here";
    let server = server(Does::Answers(text)).await;
    let (answer, record) = post(&server.url, SendGate::open()).await;
    assert!(String::from_utf8_lossy(&server.received.lock().unwrap()).contains("Bearer sesame-open-up"));
    let written = format!("{answer:?} {record:?}");
    assert!(!written.contains("sesame"), "{written}");
    assert!(record.url.contains("token=[redacted]"), "the token alone is a secret too: {}", record.url);
    assert_eq!(record.response, json!("no: Bearer [redacted] her"));
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_unknown() {
    for does in [Does::Drops, Does::BreaksOff] {
        let server = server(does).await;
        let (answer, record) = post(&server.url, SendGate::open()).await;
        let none = answer.unwrap_err();
        assert_eq!((none.not_sent, none.silent, none.code), (false, false, "connection"));
        assert_eq!(none.outcome().as_str(), "unknown");
        assert!(!none.message.contains("127.0.0.1"), "{}", none.message);
        assert_eq!((record.status, record.platform_code.as_deref()), (None, Some("connection")));
    }
}

#[tokio::test]
async fn silence_is_a_time_out() {
    let server = server(Does::Waits).await;
    let (answer, record) = post(&server.url, SendGate::open()).await;
    let none = answer.unwrap_err();
    assert_eq!((none.not_sent, none.silent, none.code), (false, true, "timeout"));
    assert!(record.elapsed_ms >= 290, "{}", record.elapsed_ms);
}

#[tokio::test]
async fn a_refused_connection_has_surely_sent_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let none = post(&url, SendGate::open()).await.0.unwrap_err();
    assert_eq!((none.not_sent, none.code, none.outcome().as_str()), (true, "connect", "unavailable"));
}

#[tokio::test]
async fn a_closed_gate_lets_no_whole_request_through() {
    let server = server(Does::Answers("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")).await;
    let none = post(&server.url, SendGate::new(|| false)).await.0.unwrap_err();
    assert_eq!((none.not_sent, none.held_back, none.outcome().as_str()), (true, true, "unavailable"));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!whole(&server.received.lock().unwrap()));
    let none = exchange(Method::GET, &server.url, Value::Null, SendGate::new(|| false)).await.0.unwrap_err();
    assert_eq!(none.code, "lease");
}

#[tokio::test]
async fn a_gate_is_asked_when_the_connection_stands() {
    let server = server(Does::Answers("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")).await;
    let asked = Arc::new(Mutex::new(0));
    let counter = asked.clone();
    let gate = SendGate::new(move || {
        *counter.lock().unwrap() += 1;
        true
    });
    assert!(post(&server.url, gate).await.0.is_ok());
    assert_eq!(*asked.lock().unwrap(), 1);
}

#[tokio::test]
async fn a_token_that_no_header_can_carry_is_not_sent() {
    let client = HttpClient::new(Duration::from_millis(300)).unwrap();
    let auth = Some((AUTHORIZATION, Secret::new("line\nbreak")));
    let request = WireRequest {
        method: Method::GET,
        url: "http://127.0.0.1:9".into(),
        auth,
        body: Value::Null,
        most: ANSWER_LIMIT,
    };
    let none = client.exchange(request, SendGate::open(), Timestamp::UNIX_EPOCH).await.0.unwrap_err();
    assert_eq!((none.not_sent, none.code), (true, "token"));
}

#[tokio::test]
async fn an_address_that_is_none_has_sent_nothing() {
    let none = post("not an address", SendGate::open()).await.0.unwrap_err();
    assert!(none.not_sent);
}

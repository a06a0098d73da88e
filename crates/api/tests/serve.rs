//! The server on a real socket: slow and idle clients, too many of them, and text that is not HTTP.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{net::SocketAddr, time::Duration};

use api::Limits;
use serde_json::Value;
use testkit::{TestApp, TestDatabase};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
};

/// More than any test here takes; a longer wait would be in vain.
const PATIENCE: Duration = Duration::from_secs(20);

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    server: JoinHandle<std::io::Result<()>>,
    _app: TestApp,
}

async fn served(limits: Limits) -> Served {
    let app = TestApp::on(TestDatabase::sqlite().await).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let stopped = async {
        let _ = stopped.await;
    };
    let server = tokio::spawn(api::serve(listener, app.client.router(), limits, stopped));
    Served { address, stop, server, _app: app }
}

impl Served {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends these bytes and returns the answers until the server closes.
    async fn ask(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        rest(&mut stream).await
    }

    fn get(&self, headers: &str) -> String {
        format!("GET /health HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.address)
    }
}

/// Everything until the server closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    tokio::time::timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// Reads one answer that has a `Content-Length`.
async fn one(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    loop {
        let byte = tokio::time::timeout(PATIENCE, stream.read_u8()).await.unwrap().unwrap();
        answer.push(byte);
        if answer.ends_with(b"\r\n\r\n") {
            break;
        }
    }
    let head = String::from_utf8(answer).unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    head + &String::from_utf8(body).unwrap()
}

/// The problem document of a raw answer that must have `status`.
#[track_caller]
fn problem(answer: &str, status: u16) -> Value {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("content-type: application/problem+json"), "{head}");
    assert!(head.contains("x-content-type-options: nosniff"), "{head}");
    let problem: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"));
    assert_eq!(problem["status"], status);
    assert!(head.contains(&format!("x-request-id: {}", problem["request_id"].as_str().unwrap())), "{head}");
    for field in ["type", "title", "detail"] {
        assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
    }
    problem
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_http_gets_a_problem_document() {
    let served = served(Limits::default()).await;
    let host = served.address;
    let nonsense = [
        ("\u{1}\u{2}\u{3}\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), 400),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nBad Header: x\r\n\r\n"), 400),
        (format!("POST /api/v1/brands HTTP/1.1\r\nHost: {host}\r\nContent-Length: x\r\n\r\n"), 400),
        (format!("GET /{} HTTP/1.1\r\nHost: {host}\r\n\r\n", "a".repeat(66_000)), 414),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\nX-Long: {}\r\n\r\n", "a".repeat(300_000)), 431),
        (format!("GET / HTTP/1.1\r\nHost: {host}\r\n{}\r\n", "X-Many: 1\r\n".repeat(150)), 431),
    ];
    for (bytes, status) in nonsense {
        let answer = served.ask(bytes.as_bytes()).await;
        problem(&answer, status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_behind_a_request_leaves_its_answer_as_it_is() {
    let served = served(Limits::default()).await;
    let answer = served.ask(format!("{}\u{1}\u{2}\r\n\r\n", served.get("")).as_bytes()).await;
    let (first, second) = answer.split_once("{\"status\":\"healthy\"}").unwrap_or_else(|| panic!("{answer}"));
    assert!(first.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    problem(second, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_chunk_is_400() {
    let served = served(Limits::default()).await;
    let head = format!(
        "POST /api/v1/brands HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        served.address
    );
    problem(&served.ask(format!("{head}zz\r\n{{}}\r\n0\r\n\r\n").as_bytes()).await, 400);
    // And one that ends early.
    let mut stream = served.connect().await;
    stream.write_all(format!("{head}ff\r\n{{").as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let answer = rest(&mut stream).await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 400 "), "{answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_sends_no_head_is_not_waited_for() {
    let served = served(Limits { header_timeout: Duration::from_millis(300), ..Limits::default() }).await;
    let mut silent = served.connect().await;
    assert_eq!(rest(&mut silent).await, "");
    let mut half = served.connect().await;
    half.write_all(b"GET /health HTTP/1.1\r\nHost: ").await.unwrap();
    assert_eq!(rest(&mut half).await, "");
    // One that sends a little from time to time, and never finishes.
    let mut drops = served.connect().await;
    let dripping = async {
        drops.write_all(b"GET /health HTTP/1.1\r\n").await?;
        loop {
            drops.write_all(b"X: y\r\n").await?;
            let mut byte = [0];
            if let Ok(read) = tokio::time::timeout(Duration::from_millis(20), drops.read(&mut byte)).await {
                return read;
            }
        }
    };
    let ended = tokio::time::timeout(PATIENCE, dripping).await.unwrap();
    assert!(matches!(ended, Ok(0) | Err(_)), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_connection_is_closed_and_a_busy_one_stays() {
    let idle_timeout = Duration::from_millis(300);
    let served = served(Limits { idle_timeout, header_timeout: 2 * PATIENCE, ..Limits::default() }).await;
    let mut stream = served.connect().await;
    for _ in 0..3 {
        stream.write_all(served.get("").as_bytes()).await.unwrap();
        assert!(one(&mut stream).await.starts_with("HTTP/1.1 200 OK"));
    }
    assert_eq!(rest(&mut stream).await, "", "nothing more was asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_are_only_so_many_connections() {
    for (limits, told) in [
        (Limits { max_connections: 2, ..Limits::default() }, "The server has 2 open connections"),
        (
            Limits { max_connections_per_client: 2, ..Limits::default() },
            "There are 2 open connections from this address",
        ),
    ] {
        let served = served(limits).await;
        let mut first = served.connect().await;
        let mut second = served.connect().await;
        for stream in [&mut first, &mut second] {
            stream.write_all(served.get("").as_bytes()).await.unwrap();
            assert!(one(stream).await.starts_with("HTTP/1.1 200 OK"));
        }
        let answer = served.ask(served.get("").as_bytes()).await;
        let refused = problem(&answer, 503);
        assert!(refused["detail"].as_str().unwrap().starts_with(told), "{refused}");
        assert!(answer.contains("retry-after: 1"), "{answer}");
        // A released place is available to others.
        drop(first);
        let mut third = loop {
            let mut stream = served.connect().await;
            stream.write_all(served.get("").as_bytes()).await.unwrap();
            if one(&mut stream).await.starts_with("HTTP/1.1 200 OK") {
                break stream;
            }
        };
        third.write_all(served.get("").as_bytes()).await.unwrap();
        assert!(one(&mut third).await.starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_idle_clients_keep_nobody_out() {
    let served = served(Limits::default()).await;
    let mut idle = Vec::new();
    for _ in 0..400 {
        idle.push(served.connect().await);
    }
    assert!(served.ask(served.get("Connection: close\r\n").as_bytes()).await.starts_with("HTTP/1.1 200 OK"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_closes_idle_connections_and_ends() {
    let served = served(Limits::default()).await;
    let mut idle = served.connect().await;
    idle.write_all(served.get("").as_bytes()).await.unwrap();
    one(&mut idle).await;
    let mut fresh = served.connect().await;
    served.stop.send(()).unwrap();
    tokio::time::timeout(PATIENCE, served.server).await.unwrap().unwrap().unwrap();
    assert_eq!(rest(&mut idle).await, "");
    assert_eq!(rest(&mut fresh).await, "");
    assert!(TcpStream::connect(served.address).await.is_err(), "nobody listens any more");
}

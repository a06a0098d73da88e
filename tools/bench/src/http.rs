//! A load generator: HTTP/1.1 over kept-alive connections.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    sync::Mutex,
};

/// One connection.
pub(crate) struct Connection(BufReader<TcpStream>);

/// An answer: status, total of a list, body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) total: u64,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(BufReader::new(stream))
    }

    pub(crate) async fn request(&mut self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let body = body.map(ToString::to_string).unwrap_or_default();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.exchange(head.as_bytes()).await
    }

    /// Sends a request unchanged. Returns the status and the length of the answer.
    pub(crate) async fn raw(&mut self, request: &str) -> String {
        let answer = self.exchange(request.as_bytes()).await;
        format!("{}, {} kB", answer.status, answer.body.len().div_ceil(1024))
    }

    async fn exchange(&mut self, request: &[u8]) -> Answer {
        self.0.get_mut().write_all(request).await.unwrap();
        let (mut status, mut length, mut total) = (0, 0, 0);
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.0.read_line(&mut line).await.unwrap() > 0, "the server closed the connection");
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if status == 0 {
                status = text.split(' ').nth(1).unwrap().parse().unwrap();
            } else if let Some((name, value)) = text.split_once(':') {
                match name.to_ascii_lowercase().as_str() {
                    "content-length" => length = value.trim().parse().unwrap(),
                    "x-total-count" => total = value.trim().parse().unwrap(),
                    _ => {}
                }
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.unwrap();
        Answer { status, total, body }
    }
}

/// A client for the steps before and after the load.
pub(crate) struct Client(Mutex<Option<Connection>>, SocketAddr);

impl Client {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self(Mutex::new(None), address)
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Value {
        self.send("POST", path, Some(body)).await.0
    }

    pub(crate) async fn put(&self, path: &str, body: &Value) -> Value {
        self.send("PUT", path, Some(body)).await.0
    }

    pub(crate) async fn get(&self, path: &str) -> (Value, u64) {
        self.send("GET", path, None).await
    }

    async fn send(&self, method: &str, path: &str, body: Option<&Value>) -> (Value, u64) {
        let mut slot = self.0.lock().await;
        if slot.is_none() {
            *slot = Some(Connection::open(self.1).await);
        }
        let answer = slot.as_mut().unwrap().request(method, path, body).await;
        let text = String::from_utf8_lossy(&answer.body);
        assert!(answer.status < 300, "{method} {path}: {} {text}", answer.status);
        (serde_json::from_str(&text).unwrap(), answer.total)
    }
}

/// Posts over `connections` for `how_long`. Returns requests per second, and the median and the 99th percentile in
/// milliseconds.
pub(crate) async fn load(
    address: SocketAddr,
    connections: usize,
    how_long: Duration,
    body: impl Fn(usize, usize) -> (&'static str, Value) + Send + Sync + 'static,
) -> (f64, f64, f64) {
    let body = Arc::new(body);
    let began = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for worker in 0..connections {
        let body = body.clone();
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            let mut times = Vec::new();
            while began.elapsed() < how_long {
                let (path, body) = body(worker, times.len());
                let sent = Instant::now();
                let answer = connection.request("POST", path, Some(&body)).await;
                assert!(answer.status < 300, "{} {}", answer.status, String::from_utf8_lossy(&answer.body));
                times.push(sent.elapsed().as_secs_f64() * 1e3);
            }
            times
        });
    }
    let mut times = tasks.join_all().await.concat();
    let rate = times.len() as f64 / began.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    (rate, times[times.len() / 2], times[times.len() * 99 / 100])
}

/// Posts once for each item over `connections`.
pub(crate) async fn each(
    address: SocketAddr,
    connections: usize,
    items: &[String],
    body: impl Fn(&str) -> (&'static str, Value) + Send + Sync + Copy + 'static,
) {
    let items = Arc::new(items.to_vec());
    let next = Arc::new(AtomicUsize::new(0));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..connections {
        let (items, next) = (items.clone(), next.clone());
        tasks.spawn(async move {
            let mut connection = Connection::open(address).await;
            while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                let (path, body) = body(item);
                let answer = connection.request("POST", path, Some(&body)).await;
                assert!(answer.status < 300, "{} {}", answer.status, String::from_utf8_lossy(&answer.body));
            }
        });
    }
    tasks.join_all().await;
}

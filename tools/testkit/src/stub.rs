//! A platform that misbehaves on purpose: a real HTTP server on loopback that sends exactly the answers of a test, and
//! counts the bytes that were taken.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// A request that the stub received.
#[derive(Debug, Clone)]
pub struct StubRequest {
    /// `GET` or `POST`.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// Headers, their names in lower case.
    pub headers: HashMap<String, String>,
    /// The JSON body; null for none.
    pub body: Value,
}

/// An answer of the stub.
#[derive(Debug, Clone)]
pub struct StubAnswer {
    status: u16,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
    /// The number of times that the body is sent; the announced length covers all of them.
    times: u64,
    /// Announces the length; otherwise the body ends with the connection.
    sized: bool,
}

impl StubAnswer {
    /// An answer with a body.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), times: 1, sized: true }
    }

    /// An answer of JSON.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(status, body.to_string()).header("content-type", "application/json")
    }

    /// The same answer with a header, whose value may be any bytes.
    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<Vec<u8>>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// The body, repeated and streamed.
    #[must_use]
    pub fn repeated(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// The body, repeated until the other side hangs up.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.times = u64::MAX;
        self.sized = false;
        self
    }
}

type Answers = dyn Fn(&StubRequest) -> StubAnswer + Send + Sync;

/// The server.
pub struct StubPlatform {
    /// Its address, with scheme.
    pub url: String,
    requests: Arc<Mutex<Vec<StubRequest>>>,
    largest: Arc<AtomicU64>,
    server: tokio::task::JoinHandle<()>,
}

impl StubPlatform {
    /// Starts a server that answers each request with the result of `answers`.
    pub async fn start(answers: impl Fn(&StubRequest) -> StubAnswer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let largest = Arc::new(AtomicU64::new(0));
        let (seen, taken, answers): (_, _, Arc<Answers>) = (requests.clone(), largest.clone(), Arc::new(answers));
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, seen.clone(), taken.clone(), answers.clone()));
            }
        });
        Self { url, requests, largest, server }
    }

    /// The received requests, in order.
    pub fn requests(&self) -> Vec<StubRequest> {
        self.requests.lock().unwrap().clone()
    }

    /// The largest number of bytes of one body that was taken. Bytes in the sockets' buffers count as taken.
    pub fn most_taken(&self) -> u64 {
        self.largest.load(Ordering::SeqCst)
    }
}

impl Drop for StubPlatform {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    requests: Arc<Mutex<Vec<StubRequest>>>,
    largest: Arc<AtomicU64>,
    answers: Arc<Answers>,
) {
    let mut received = Vec::new();
    while let Some(request) = read(&mut stream, &mut received).await {
        requests.lock().unwrap().push(request.clone());
        let StubAnswer { status, headers, body, times, sized } = answers(&request);
        let mut head = format!("HTTP/1.1 {status} Stub\r\n").into_bytes();
        for (name, value) in headers {
            head.extend_from_slice(name.as_bytes());
            head.extend_from_slice(b": ");
            head.extend_from_slice(&value);
            head.extend_from_slice(b"\r\n");
        }
        let length = body.len() as u64;
        let framing =
            if sized { format!("content-length: {}", length * times) } else { "connection: close".to_owned() };
        head.extend_from_slice(format!("{framing}\r\n\r\n").as_bytes());
        if stream.write_all(&head).await.is_err() {
            return;
        }
        for number in 1..=times {
            if stream.write_all(&body).await.is_err() {
                return;
            }
            largest.fetch_max(number.saturating_mul(length), Ordering::SeqCst);
        }
    }
}

/// The next request of a connection; none if it is closed.
async fn read(stream: &mut TcpStream, received: &mut Vec<u8>) -> Option<StubRequest> {
    let mut buffer = vec![0; 16_384];
    let head = loop {
        if let Some(end) = received.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        match stream.read(&mut buffer).await {
            Ok(read) if read > 0 => received.extend_from_slice(&buffer[..read]),
            _ => return None,
        }
    };
    let text = String::from_utf8_lossy(&received[..head]).into_owned();
    let mut lines = text.lines();
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: HashMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while received.len() < head + length {
        match stream.read(&mut buffer).await {
            Ok(read) if read > 0 => received.extend_from_slice(&buffer[..read]),
            _ => return None,
        }
    }
    let body = serde_json::from_slice(&received[head..head + length]).unwrap_or_default();
    received.drain(..head + length);
    Some(StubRequest { method, path, headers, body })
}

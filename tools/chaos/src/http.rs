//! One HTTP request over a connection of its own. There is no answer if it did not arrive completely.

use std::{net::SocketAddr, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// An answer.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// `X-Total-Count`, of a list.
    pub(crate) total: u64,
    pub(crate) body: Value,
}

/// A request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) body: Option<&'a Value>,
    /// The version that the resource must still have.
    pub(crate) if_match: Option<i64>,
}

impl<'a> Request<'a> {
    pub(crate) fn get(path: &'a str) -> Self {
        Self { method: "GET", path, body: None, if_match: None }
    }

    pub(crate) fn post(path: &'a str, body: &'a Value) -> Self {
        Self { method: "POST", path, body: Some(body), if_match: None }
    }

    /// Sends the request, and waits at most `patience` for the answer.
    pub(crate) async fn send(self, address: SocketAddr, patience: Duration) -> Option<Answer> {
        tokio::time::timeout(patience, exchange(address, self)).await.ok()?
    }
}

async fn exchange(address: SocketAddr, request: Request<'_>) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).await.ok()?;
    let Request { method, path, .. } = request;
    let body = request.body.map(ToString::to_string).unwrap_or_default();
    let condition = request.if_match.map(|version| format!("If-Match: \"{version}\"\r\n")).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{condition}Connection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    parse(&String::from_utf8_lossy(&answer))
}

fn parse(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        head.lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
            .and_then(|(_, value)| value.trim().parse::<usize>().ok())
    };
    // The server was killed while it answered.
    if header("content-length").is_some_and(|length| length > body.len()) {
        return None;
    }
    let total = header("x-total-count").and_then(|total| u64::try_from(total).ok()).unwrap_or_default();
    Some(Answer { status, total, body: serde_json::from_str(body).unwrap_or_else(|_| Value::String(body.to_owned())) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read() {
        let answer = parse("HTTP/1.1 200 OK\r\nX-Total-Count: 7\r\nContent-Length: 2\r\n\r\n[]").unwrap();
        assert_eq!((answer.status, answer.total, answer.body), (200, 7, Value::Array(vec![])));
    }

    #[test]
    fn half_an_answer_is_none() {
        assert!(parse("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[").is_none());
        assert!(parse("HTTP/1.1 200 OK\r\nContent-").is_none());
    }
}

//! Hyper's own answers to unreadable requests: a head without a body. They become problem documents.

use http::StatusCode;
use uuid::Uuid;

use crate::problem::{self, Problem};

/// Hyper's own heads are shorter.
const LONGEST: usize = 256;

/// A head of hyper's own at the end of the written bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bare {
    /// The position of its start.
    pub(super) at: usize,
    status: u16,
}

impl Bare {
    /// Searches for one at the end of `bytes`. Our own answers all have the id of their request.
    pub(super) fn find(bytes: &[u8]) -> Option<Self> {
        if !bytes.ends_with(b"\r\n\r\n") {
            return None;
        }
        let tail_at = bytes.len().saturating_sub(LONGEST);
        let tail = bytes.get(tail_at..)?;
        let at = tail.windows(9).rposition(|window| window == b"HTTP/1.1 " || window == b"HTTP/1.0 ")?;
        let head = std::str::from_utf8(tail.get(at..)?).ok()?;
        let status = head.get(9..12)?.parse().ok().filter(|status| [400, 414, 431].contains(status))?;
        let is_bare = head.contains("content-length: 0\r\n") && !head.contains("x-request-id");
        is_bare.then_some(Self { at: tail_at + at, status })
    }

    /// The whole answer that replaces it.
    pub(super) fn answer(self) -> Vec<u8> {
        let problem = match self.status {
            414 => Problem::new(
                StatusCode::URI_TOO_LONG,
                "uri-too-long",
                "The address is too long",
                "The request's address is longer than 65,534 bytes. Send what is long in a body.",
            ),
            431 => Problem::new(
                StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
                "headers-too-large",
                "The headers are too large",
                "The request's head has more than 80 KiB or more than 100 headers.",
            ),
            _ => Problem::new(
                StatusCode::BAD_REQUEST,
                "bad-request",
                "This is not HTTP",
                "The data cannot be read as an HTTP/1.1 request.",
            ),
        };
        written(&problem, "")
    }
}

/// An answer as bytes, for connections on which nothing else is sent. `headers` are whole lines.
pub(super) fn written(problem: &Problem, headers: &str) -> Vec<u8> {
    let id = Uuid::now_v7().to_string();
    let body = problem::text(problem, &id);
    format!(
        "HTTP/1.1 {}\r\ncontent-type: application/problem+json\r\ncontent-length: {}\r\nx-request-id: {id}\r\n\
         x-content-type-options: nosniff\r\nconnection: close\r\n{headers}\r\n{body}",
        problem.status,
        body.len(),
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\ndate: Sun, 29 Nov 2026 20:00:00 GMT\r\n\r\n";

    #[test]
    fn a_head_of_hypers_own_is_found_alone_and_behind_an_answer() {
        assert_eq!(Bare::find(BARE.as_bytes()), Some(Bare { at: 0, status: 400 }));
        let behind = format!("HTTP/1.1 200 OK\r\nx-request-id: 1\r\n\r\n{{}}{BARE}");
        assert_eq!(Bare::find(behind.as_bytes()).map(|bare| bare.at), Some(behind.len() - BARE.len()));
    }

    #[test]
    fn our_own_answers_are_left_as_they_are() {
        for own in [
            "HTTP/1.1 400 Bad Request\r\nx-request-id: 1\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 204 No Content\r\nx-request-id: 1\r\n\r\n",
            "HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n",
            "{\"text\": \"HTTP/1.1 400 Bad Request\"}",
        ] {
            assert_eq!(Bare::find(own.as_bytes()), None, "{own}");
        }
    }
}

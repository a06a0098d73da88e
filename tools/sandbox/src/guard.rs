//! Refuses requests that a web page elsewhere may have made: such a page must not reset the sandbox or set faults.

use std::net::{IpAddr, Ipv6Addr};

use axum::Json;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use serde_json::json;

/// Accepts a request that names this machine as its host and has no foreign origin.
pub(crate) async fn check(request: Request, next: Next) -> Response {
    match refusal(request.headers()) {
        Some(sentence) => (StatusCode::FORBIDDEN, Json(json!({ "error": sentence }))).into_response(),
        None => next.run(request).await,
    }
}

fn refusal(headers: &HeaderMap) -> Option<String> {
    let mut named = headers.get_all(header::HOST).iter().map(|value| value.to_str().unwrap_or("?"));
    let host = named.next().unwrap_or_default();
    if named.next().is_some() || !is_loopback(host) {
        return Some(format!("this sandbox is not {host:?}: call it by a loopback address or as localhost"));
    }
    let origin = headers.get(header::ORIGIN)?.to_str().unwrap_or("?");
    let own = origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host));
    (!own).then(|| format!("a page from {origin:?} may not call this sandbox: only its own page may"))
}

/// Returns true if `host`, or `host:port`, is this machine. With anything else between or after the two it is no host.
fn is_loopback(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) => {
            let is_loopback = address.parse().is_ok_and(|address: Ipv6Addr| address.is_loopback());
            return is_loopback && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port));
        }
        None => authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port))),
    };
    let is_own =
        host.eq_ignore_ascii_case("localhost") || host.parse().is_ok_and(|address: IpAddr| address.is_loopback());
    is_own && port.is_none_or(is_port)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        refusal(&headers).is_some()
    }

    #[test]
    fn programs_on_this_machine_and_the_own_page_may_call() {
        for (host, origin) in [
            ("127.0.0.1:9000", None),
            ("localhost", Some("http://localhost")),
            ("[::1]:9000", Some("http://[::1]:9000")),
        ] {
            assert!(!refused(host, origin), "{host} {origin:?}");
        }
    }

    #[test]
    fn foreign_pages_and_names_may_not() {
        for (host, origin) in [
            ("evil.example", None),
            ("[::1]evil.example", None),
            ("localhost:80@evil.example", None),
            ("localhost:abc", None),
            ("localhost:", None),
            ("", None),
            ("127.0.0.1:9000", Some("http://evil.example")),
            ("127.0.0.1:9000", Some("http://127.0.0.1:8000")),
            ("127.0.0.1:9000", Some("null")),
        ] {
            assert!(refused(host, origin), "{host} {origin:?}");
        }
    }
}

//! Refuses requests that a foreign web page may have made: with a foreign `Host` (a name that resolves to this
//! machine), or a foreign `Origin`.

use std::{
    net::{IpAddr, Ipv6Addr},
    sync::Arc,
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::problem::Problem;

/// The host names of this server.
#[derive(Debug, Clone)]
pub(crate) struct Hosts(Arc<Vec<String>>);

impl Hosts {
    /// The loopback names, and `others`.
    pub(crate) fn and(others: Vec<String>) -> Self {
        Self(Arc::new(others))
    }

    /// Returns true if `authority` (`host` or `host:port`) is this server.
    fn has(&self, authority: &str) -> bool {
        let Some(host) = host_of(authority) else { return false };
        host.eq_ignore_ascii_case("localhost")
            || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
            || self.0.iter().any(|own| is(own, host) || is(own, authority))
    }
}

/// Returns true if a host matches: `ads.example.com`, or any subdomain with `*.example.com`.
fn is(meant: &str, host: &str) -> bool {
    match meant.strip_prefix('*').filter(|domain| domain.starts_with('.')) {
        Some(domain) => host
            .len()
            .checked_sub(domain.len())
            .and_then(|at| host.get(at..).zip(host.get(..at)))
            .is_some_and(|(end, name)| end.eq_ignore_ascii_case(domain) && !name.is_empty()),
        None => meant.eq_ignore_ascii_case(host),
    }
}

/// The host of `host` or `host:port`; none if there is anything else. Of an IPv6 address, the part in brackets.
fn host_of(authority: &str) -> Option<&str> {
    let (host, rest) = match authority.strip_prefix('[') {
        Some(rest) => rest.split_once(']').filter(|(address, _)| address.parse::<Ipv6Addr>().is_ok())?,
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let bracketed = authority.starts_with('[');
    let is_name = bracketed || host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    (is_name && (rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))).then_some(host)
}

/// The authority, `host` or `host:port`, of a request; none if it has no such form.
pub(crate) fn authority_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::HOST)?.to_str().ok().filter(|authority| host_of(authority).is_some())
}

/// Accepts a request, or refuses it with 403.
pub(crate) async fn check(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    match refusal(&hosts, request.headers(), request.uri().authority().map(http::uri::Authority::as_str)) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    }
}

fn refusal(hosts: &Hosts, headers: &HeaderMap, authority: Option<&str>) -> Option<Problem> {
    // A second Host header could make a proxy and this server see different hosts.
    let hosts_named: Vec<&str> =
        headers.get_all(header::HOST).iter().map(|value| value.to_str().unwrap_or("?")).collect();
    let host = hosts_named.first().copied().or(authority).unwrap_or_default();
    if let Some(foreign) = hosts_named.iter().copied().chain([host]).find(|named| !hosts.has(named)) {
        return Some(forbidden(format!(
            "This server is not {foreign:?}: call it by its own name, or add that name to the setting server.allowed_hosts."
        )));
    }
    let origin = headers.get(header::ORIGIN)?.to_str().unwrap_or("?");
    let own = origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host));
    (!own).then(|| forbidden(format!("A page from {origin:?} may not call this server: only its own pages may.")))
}

fn forbidden(detail: String) -> Problem {
    Problem::new(StatusCode::FORBIDDEN, "forbidden", "Not from there", detail)
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
        refusal(&Hosts::and(vec!["ads.example".into(), "*.agency.example".into()]), &headers, None).is_some()
    }

    #[test]
    fn only_this_server_s_names_and_pages_pass() {
        for (host, origin) in [
            ("127.0.0.1:8000", None),
            ("localhost", Some("http://localhost")),
            ("[::1]:8000", Some("http://[::1]:8000")),
            ("127.9.9.9:1", None),
            ("ads.example:443", Some("https://ads.example:443")),
            ("tool.Agency.example:8443", None),
        ] {
            assert!(!refused(host, origin), "{host} {origin:?}");
        }
        for (host, origin) in [
            ("evil.example", None),
            ("localhost.evil.example", None),
            ("127.0.0.1.evil.example", None),
            ("10.0.0.1", None),
            (".agency.example", None),
            ("agency.example", None),
            ("eviLagency.example", None),
            ("", None),
            ("[::1]evil.com", None),
            ("[::1", None),
            ("[localhost]", None),
            ("localhost:80@evil.com", None),
            ("localhost@evil.com", None),
            ("localhost:abc", None),
            ("localhost:", None),
            ("localhost:80:80", None),
            ("localhost:70000", None),
            ("localhost/x", None),
            ("127.0.0.1:8000", Some("http://evil.example")),
            ("127.0.0.1:8000", Some("http://127.0.0.1:3000")),
            ("127.0.0.1:8000", Some("null")),
        ] {
            assert!(refused(host, origin), "{host} {origin:?}");
        }
    }
}

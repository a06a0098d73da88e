//! The path of one request: read it, record it, decide about faults, let the platform answer, spoil the answer, record
//! the outcome. Nothing in here panics on nonsense: every request gets the platform's own kind of error.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, State};
use axum::response::Response;
use http::{HeaderMap, HeaderValue, Request, StatusCode, request};

use crate::faults::{self, Spoilt, Target};
use crate::platforms::Call;
use crate::reply::Reply;
use crate::requests::{Arrival, Ending};
use crate::server::Connection;
use crate::{FaultKind, Platform, Rule, Sandbox};

/// The largest body that is read.
pub(crate) const BODY_LIMIT: usize = 1024 * 1024;

/// Every path outside `/_sandbox`.
pub(crate) async fn platform(State(sandbox): State<Sandbox>, request: Request<Body>) -> Response {
    let (parts, body) = request.into_parts();
    let connection = parts.extensions.get::<ConnectInfo<Connection>>().map(|info| info.0.clone());
    // The platform reports a body that is too large or breaks off.
    let body = to_bytes(body, BODY_LIMIT).await.ok();
    let platform = Platform::of(parts.uri.path());
    let call = platform.side().read(&parts, body.as_ref());
    let seq = sandbox.request_log().arrived(arrival(&sandbox, &parts, platform, &*call));
    let rule = sandbox.faults().decide(Target {
        platform,
        method: parts.method.as_str(),
        path: parts.uri.path(),
        account: call.account(),
        name: call.name(),
    });
    match rule {
        None => {
            let reply = call.answer(&sandbox);
            sandbox.request_log().ended(seq, ending(Some(reply.status), &reply, None));
            reply.into_response()
        }
        Some(rule) => {
            let call = match faults::altered(&rule, body.as_ref()) {
                Some(body) => platform.side().read(&parts, Some(&body)),
                None => call,
            };
            faulted(sandbox, platform, call, rule, seq, connection).await
        }
    }
}

/// Carries out a request under a fault. It runs in a task of its own, because a real platform continues when the caller
/// has given up.
async fn faulted(
    sandbox: Sandbox,
    platform: Platform,
    call: Box<dyn Call>,
    rule: Rule,
    seq: u64,
    connection: Option<Connection>,
) -> Response {
    let work = tokio::spawn(async move {
        let delay = Duration::from_millis(rule.delay_ms.unwrap_or(if rule.kind == FaultKind::Slow { 1000 } else { 0 }));
        if !rule.delay_after {
            tokio::time::sleep(delay).await;
        }
        let reply = if faults::reaches_platform(&rule) {
            call.answer(&sandbox)
        } else {
            platform.side().fault(&rule, call.account())
        };
        let mut end = ending(None, &reply, Some(rule.kind));
        let spoilt = faults::spoil(&rule, platform, reply);
        if rule.delay_after {
            tokio::time::sleep(delay).await;
        }
        if let Spoilt::Answer(status, _) = &spoilt {
            end.status = Some(*status);
        }
        sandbox.request_log().ended(seq, end);
        spoilt
    });
    match work.await {
        Ok(Spoilt::Answer(_, response)) => response,
        Ok(Spoilt::Drop) | Err(_) => dropped(connection),
    }
}

/// Closes the connection without an answer. If there is no connection (a test calls the router directly), it returns an
/// answer that no platform gives and that names the fault.
fn dropped(connection: Option<Connection>) -> Response {
    if let Some(connection) = connection {
        connection.drop_silently();
    }
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::from_u16(599).unwrap_or(StatusCode::BAD_GATEWAY);
    response.headers_mut().insert("x-sandbox-connection", HeaderValue::from_static("dropped"));
    response
}

fn arrival(sandbox: &Sandbox, parts: &request::Parts, platform: Platform, call: &dyn Call) -> Arrival {
    Arrival {
        time: sandbox.now(),
        method: parts.method.to_string(),
        path: redacted(&parts.uri),
        platform,
        account: call.account().map(str::to_owned),
        name: call.name().map(str::to_owned),
    }
}

fn ending(status: Option<u16>, reply: &Reply, fault: Option<FaultKind>) -> Ending {
    Ending { status, code: reply.code, object_id: reply.object.clone(), fault, outcome: reply.outcome }
}

/// Path and query without secret values.
fn redacted(uri: &http::Uri) -> String {
    let Some(query) = uri.query() else {
        return uri.path().to_owned();
    };
    let parts: Vec<_> = query
        .split('&')
        .map(|pair| {
            let key = pair.split('=').next().unwrap_or_default();
            let decoded: String = url::form_urlencoded::parse(key.as_bytes()).map(|(key, _)| key).collect();
            let secret = ["token", "secret", "appsecret_proof", "auth_code"];
            if secret.iter().any(|word| decoded.to_lowercase().contains(word)) {
                format!("{key}=[redacted]")
            } else {
                pair.to_owned()
            }
        })
        .collect();
    format!("{}?{}", uri.path(), parts.join("&"))
}

/// The token of a request. A token that begins with `expired` counts as expired, so that a caller can try one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Missing,
    Present,
    Expired,
}

impl Token {
    pub(crate) fn of(text: Option<&str>) -> Self {
        match text.map(str::trim) {
            None | Some("") => Self::Missing,
            Some(text) if text.starts_with("expired") => Self::Expired,
            Some(_) => Self::Present,
        }
    }

    pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
        headers.get(name).and_then(|value| value.to_str().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_do_not_reach_the_list_of_requests() {
        for (uri, expected) in [
            ("/v26.0/1?fields=id&access_token=s3cret", "/v26.0/1?fields=id&access_token=[redacted]"),
            ("/v26.0/1?acc%65ss_token=s3cret", "/v26.0/1?acc%65ss_token=[redacted]"),
            (
                "/oauth?fb_exchange_token=x&client_secret=y",
                "/oauth?fb_exchange_token=[redacted]&client_secret=[redacted]",
            ),
            ("/v26.0/1", "/v26.0/1"),
        ] {
            assert_eq!(redacted(&uri.parse().unwrap()), expected);
        }
    }

    #[test]
    fn a_token_can_say_of_itself_that_it_expired() {
        assert_eq!(Token::of(None), Token::Missing);
        assert_eq!(Token::of(Some(" ")), Token::Missing);
        assert_eq!(Token::of(Some("EAAB")), Token::Present);
        assert_eq!(Token::of(Some("expired-1")), Token::Expired);
    }
}

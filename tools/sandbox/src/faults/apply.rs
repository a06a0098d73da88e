//! Turns a platform's answer into the spoilt answer that a rule asks for.

use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::{HeaderMap, HeaderValue, header};
use serde_json::Value;

use super::{FaultKind, Rule};
use crate::Platform;
use crate::reply::{Reply, respond};

/// The final answer.
#[derive(Debug)]
pub(crate) enum Spoilt {
    /// An answer, with its status.
    Answer(u16, Response),
    /// No byte: the connection is closed.
    Drop,
}

/// The JSON body after an `alter` rule; none for other rules and other bodies.
pub(crate) fn altered(rule: &Rule, body: Option<&Bytes>) -> Option<Bytes> {
    if rule.kind != FaultKind::Alter {
        return None;
    }
    let mut value: Value = serde_json::from_slice(body?).ok()?;
    let pointer = rule.field.as_deref()?;
    *value.pointer_mut(pointer)? = rule.value.clone().unwrap_or_default();
    Some(Bytes::from(value.to_string()))
}

/// Returns true if the request is carried out under this rule.
pub(crate) fn reaches_platform(rule: &Rule) -> bool {
    let usual = match rule.kind {
        FaultKind::Slow | FaultKind::DropAfter | FaultKind::Alter => return true,
        FaultKind::MalformedJson | FaultKind::PartialBody => true,
        FaultKind::NoId | FaultKind::ServerError => false,
        FaultKind::RateLimit429
        | FaultKind::MetaThrottle
        | FaultKind::TiktokThrottle
        | FaultKind::DropBefore
        | FaultKind::ExpiredToken
        | FaultKind::BadRequest => return false,
    };
    rule.after_create.unwrap_or(usual)
}

/// Spoils an answer.
pub(crate) fn spoil(rule: &Rule, platform: Platform, reply: Reply) -> Spoilt {
    let status = reply.status;
    match rule.kind {
        FaultKind::DropBefore | FaultKind::DropAfter => Spoilt::Drop,
        FaultKind::MalformedJson => {
            Spoilt::Answer(200, respond(200, reply.headers, Body::from(first_half(&reply.body))))
        }
        FaultKind::PartialBody => Spoilt::Answer(200, partial(reply)),
        FaultKind::ServerError => {
            let status = rule.status.unwrap_or(500);
            let mut spoilt = platform.side().fault(rule, None);
            spoilt.status = status;
            Spoilt::Answer(status, spoilt.into_response())
        }
        FaultKind::NoId => {
            let body = platform.side().without_id();
            Spoilt::Answer(200, respond(200, reply.headers, Body::from(body.to_string())))
        }
        FaultKind::RateLimit429
        | FaultKind::MetaThrottle
        | FaultKind::TiktokThrottle
        | FaultKind::Slow
        | FaultKind::Alter
        | FaultKind::ExpiredToken
        | FaultKind::BadRequest => Spoilt::Answer(status, reply.into_response()),
    }
}

/// The first half of the text. The cut may be inside a character.
fn first_half(body: &Value) -> Bytes {
    let mut text = body.to_string().into_bytes();
    text.truncate(text.len() / 2);
    Bytes::from(text)
}

/// Announces the whole body, sends half of it and breaks off.
fn partial(reply: Reply) -> Response {
    let half = first_half(&reply.body);
    let mut headers: HeaderMap = reply.headers;
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(reply.body.to_string().len()));
    let broken = stream::once(async {
        // The first half has to leave before the connection breaks.
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionAborted))
    });
    respond(200, headers, Body::from_stream(stream::once(async { Ok(half) }).chain(broken)))
}

//! A file as an answer: in an encoding that the caller accepts, with the headers that browsers need for caching and
//! security.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::WebFile;
use crate::guard::authority_of;
use crate::negotiate::{Encoding, encoding, has_already};

/// Files below it are named after their content, so a name always means the same content.
const NAMED_BY_CONTENT: &str = "_next/static/";

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASK_EACH_TIME: &str = "no-cache";

impl WebFile {
    fn content(&self, encoding: Encoding) -> Option<&'static [u8]> {
        match encoding {
            Encoding::Brotli => self.brotli,
            Encoding::Gzip => self.gzip,
            Encoding::Plain => Some(self.plain),
        }
    }
}

/// The file, or 304 if the caller has it already.
pub(super) fn file(file: &WebFile, status: StatusCode, method: &Method, headers: &HeaderMap) -> Response {
    let encoding = encoding(headers, |encoding| file.content(encoding).is_some());
    let tag = match encoding.word() {
        Some(word) => format!("\"{}-{word}\"", file.hash),
        None => format!("\"{}\"", file.hash),
    };
    // Only an existing file can be unchanged: the page "not found" appears at any path.
    let has_already = status == StatusCode::OK && has_already(headers, &tag);
    let status = if has_already { StatusCode::NOT_MODIFIED } else { status };
    let content = file.content(encoding).unwrap_or(file.plain);
    let body = if has_already || method == Method::HEAD { Body::empty() } else { Body::from(content) };
    let mut response = (status, body).into_response();

    let keep = if file.path.starts_with(NAMED_BY_CONTENT) { FOR_EVER } else { ASK_EACH_TIME };
    let mut set = |name: HeaderName, value: &str| {
        // All of it is ASCII: hashes, words and media types.
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    };
    set(header::CACHE_CONTROL, keep);
    set(header::REFERRER_POLICY, "same-origin");
    if file.gzip.is_some() || file.brotli.is_some() {
        set(header::VARY, "Accept-Encoding");
    }
    if status != StatusCode::NOT_FOUND {
        set(header::ETAG, &tag);
    }
    if let Some(policy) = file.policy {
        set(header::CONTENT_SECURITY_POLICY, &with_feed(policy, authority_of(headers)));
    }
    if !has_already {
        set(header::CONTENT_TYPE, file.content_type);
        set(header::CONTENT_LENGTH, &content.len().to_string());
        if let Some(word) = encoding.word() {
            set(header::CONTENT_ENCODING, word);
        }
    }
    // The outermost layer must not turn it into a problem document.
    response.extensions_mut().insert(IsAPage);
    response
}

/// The policy with the live feed of our own host: not every browser applies `'self'` to a WebSocket too.
fn with_feed(policy: &str, authority: Option<&str>) -> String {
    match authority {
        Some(own) => policy.replace("connect-src 'self'", &format!("connect-src 'self' ws://{own} wss://{own}")),
        None => policy.to_owned(),
    }
}

/// Marks an answer that is a page for people, with any status.
#[derive(Debug, Clone, Copy)]
pub(crate) struct IsAPage;

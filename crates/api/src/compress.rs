//! JSON answers are compressed for callers that ask for it, unless they are too small to benefit.

use std::{convert::Infallible, future::ready};

use axum::{
    body::{Body, HttpBody as _},
    http::{HeaderValue, Request, header},
    response::{IntoResponse as _, Response},
};
use domain::Version;
use tower::{Layer as _, ServiceExt as _, service_fn};
use tower_http::{CompressionLevel, compression::CompressionLayer};

use crate::negotiate::Encoding;

/// Smaller answers fit into about one packet uncompressed.
const WORTH_IT: u64 = 1024;

/// A fast level: a better one costs more time than it saves on the way.
const QUICKLY: CompressionLevel = CompressionLevel::Precise(4);

/// The answer in the encoding that the caller accepts; `accepted` is its `Accept-Encoding`. Callers without that header
/// pay nothing.
pub(crate) async fn for_caller(accepted: Option<HeaderValue>, mut response: Response) -> Response {
    if !is_worth_it(&response) {
        return response;
    }
    let Some(accepted) = accepted else {
        // For caches: other callers may get another encoding.
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        return response;
    };
    tell_apart(encode(accepted, QUICKLY, response).await)
}

/// Returns true for JSON of some length that is not compressed yet.
fn is_worth_it(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
        && response.body().size_hint().lower() >= WORTH_IT
        && !response.headers().contains_key(header::CONTENT_ENCODING)
}

/// The response in the best accepted encoding.
pub(crate) async fn encode(accepted: HeaderValue, level: CompressionLevel, response: Response) -> Response {
    let answered = service_fn(|request: Request<Response>| ready(Ok::<_, Infallible>(request.into_body())));
    let mut request = Request::new(response);
    request.headers_mut().insert(header::ACCEPT_ENCODING, accepted);
    match CompressionLayer::new().quality(level).layer(answered).oneshot(request).await {
        Ok(encoded) => encoded.map(Body::new),
        Err(never) => never.into_response(),
    }
}

/// A strong entity tag stands for the exact bytes, so the compressed answer has its own: `"3-br"` for version 3.
/// `If-Match` accepts it as that version.
fn tell_apart(mut response: Response) -> Response {
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    if let (Some(word), Some(tag)) = (text(header::CONTENT_ENCODING), text(header::ETAG))
        && let Ok(version) = tag.trim_matches('"').parse::<Version>()
        && let Ok(tag) = HeaderValue::try_from(format!("\"{version}-{word}\""))
    {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An entity tag without the name of an encoding.
pub(crate) fn plain_tag(tag: &str) -> &str {
    let is_ours = |word: &str| [Encoding::Brotli, Encoding::Gzip].iter().any(|one| one.word() == Some(word));
    tag.rsplit_once('-').filter(|(_, word)| is_ours(word)).map_or(tag, |(plain, _)| plain)
}

//! JSON answers are compressed for callers that ask for it, unless they are too small to gain by it.

use axum::{
    Router,
    http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version as HttpVersion, header},
    middleware::map_response,
    response::Response,
};
use domain::Version;
use tower_http::{
    CompressionLevel,
    compression::{
        CompressionLayer,
        predicate::{Predicate as _, SizeAbove},
    },
};

use crate::{negotiate::Encoding, state::ApiState};

/// Smaller answers fit into a packet or so as they are.
const WORTH_IT: u16 = 1024;

/// Quick ones: a better one costs more time than it saves on the way.
const LEVEL: CompressionLevel = CompressionLevel::Precise(4);

/// The router with its JSON compressed.
pub(crate) fn compressed(router: Router<ApiState>) -> Router<ApiState> {
    let layer = CompressionLayer::new().quality(LEVEL).compress_when(SizeAbove::new(WORTH_IT).and(is_json));
    router.layer(layer).layer(map_response(tell_apart))
}

fn is_json(_: StatusCode, _: HttpVersion, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

/// A strong entity tag stands for the very bytes, so the compressed answer has one of its own: `"3-br"` for version 3. It
/// names the version all the same, and `If-Match` takes it.
async fn tell_apart(mut response: Response) -> Response {
    let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
    if let (Some(word), Some(tag)) = (text(header::CONTENT_ENCODING), text(header::ETAG))
        && let Ok(version) = tag.trim_matches('"').parse::<Version>()
        && let Ok(tag) = HeaderValue::try_from(format!("\"{version}-{word}\""))
    {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// An entity tag without the word of an encoding.
pub(crate) fn plain_tag(tag: &str) -> &str {
    let is_ours = |word: &str| [Encoding::Brotli, Encoding::Gzip].iter().any(|one| one.word() == Some(word));
    tag.rsplit_once('-').filter(|(_, word)| is_ours(word)).map_or(tag, |(plain, _)| plain)
}

//! Documents that do not change while the process runs: written once, compressed once, and sent only to callers that do
//! not have them.

use std::{collections::HashMap, fmt::Write as _, sync::Arc};

use parking_lot::Mutex;

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::PlatformId;
use http_body_util::{BodyExt as _, Collected};
use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;
use tower_http::CompressionLevel;
use utoipa::openapi::OpenApi;

use crate::{
    compress,
    negotiate::{Encoding, encoding, has_already},
    problem::Problem,
};

/// The work is done once, but the first caller waits for it.
const WELL: CompressionLevel = CompressionLevel::Precise(6);

/// A document's platform and kind.
type Key = (PlatformId, &'static str);

/// The documents that were requested so far.
#[derive(Default)]
pub(crate) struct Constants(Mutex<HashMap<Key, Arc<Constant>>>);

impl Constants {
    /// The document of that key; `make` creates it on the first request.
    pub(crate) fn get<T: Serialize>(&self, key: Key, make: impl FnOnce() -> T) -> Result<Arc<Constant>, Problem> {
        let mut known = self.0.lock();
        if let Some(constant) = known.get(&key) {
            return Ok(constant.clone());
        }
        let text = serde_json::to_vec(&make()).map_err(|error| {
            tracing::error!(%error, "{key:?} could not be written: {error}");
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong on our side",
                "The document could not be written.",
            )
        })?;
        let constant = Arc::new(Constant::of(text));
        known.insert(key, constant.clone());
        Ok(constant)
    }
}

/// One document, plain and, after the first request for it, compressed.
pub(crate) struct Constant {
    plain: Bytes,
    /// Identifies its content.
    hash: String,
    brotli: OnceCell<Option<Bytes>>,
    gzip: OnceCell<Option<Bytes>>,
}

impl Constant {
    /// The API's own description.
    pub(crate) fn of_document(document: &OpenApi) -> Self {
        // It consists of words, numbers and lists of them, so it can always be written.
        Self::of(serde_json::to_vec(document).unwrap_or_default())
    }

    fn of(text: Vec<u8>) -> Self {
        let hash = Sha256::digest(&text).iter().take(8).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Self { plain: text.into(), hash, brotli: OnceCell::new(), gzip: OnceCell::new() }
    }

    /// The document in the encoding that the caller accepts, or 304 if the caller has it already.
    pub(crate) async fn answer(&self, headers: &HeaderMap) -> Response {
        let wanted = encoding(headers, |_| true);
        let (encoding, content) = match self.content(wanted).await {
            Some(content) => (wanted, content),
            None => (Encoding::Plain, self.plain.clone()),
        };
        let tag = match encoding.word() {
            Some(word) => format!("\"{}-{word}\"", self.hash),
            None => format!("\"{}\"", self.hash),
        };
        let keep = [(header::CACHE_CONTROL, "no-cache"), (header::VARY, "accept-encoding"), (header::ETAG, &*tag)];
        if has_already(headers, &tag) {
            return (StatusCode::NOT_MODIFIED, keep).into_response();
        }
        let mut response = (keep, [(header::CONTENT_TYPE, "application/json")], content).into_response();
        if let Some(word) = encoding.word() {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(word));
        }
        response
    }

    async fn content(&self, encoding: Encoding) -> Option<Bytes> {
        let cell = match encoding {
            Encoding::Brotli => &self.brotli,
            Encoding::Gzip => &self.gzip,
            Encoding::Plain => return Some(self.plain.clone()),
        };
        let word = encoding.word()?;
        cell.get_or_init(|| async {
            let plain = Response::new(Body::from(self.plain.clone()));
            let encoded = compress::encode(HeaderValue::from_static(word), WELL, plain).await;
            encoded.into_body().collect().await.ok().map(Collected::to_bytes)
        })
        .await
        .clone()
    }
}

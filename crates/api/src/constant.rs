//! Documents that stay as they are as long as the process runs: written once, compressed once, and sent only to those who have
//! not got them.

use std::{
    collections::HashMap,
    fmt::Write as _,
    io::{self, Write as _},
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use brotli::enc::BrotliEncoderParams;
use domain::PlatformId;
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

use crate::{
    negotiate::{Encoding, encoding, has_already},
    problem::Problem,
};

/// A document's platform, and what it is.
type Key = (PlatformId, &'static str);

/// The documents that were asked for so far.
#[derive(Default)]
pub(crate) struct Constants(Mutex<HashMap<Key, Arc<Constant>>>);

impl Constants {
    /// The document of that key, which `make` makes where it was not asked for before.
    pub(crate) fn get<T: Serialize>(&self, key: Key, make: impl FnOnce() -> T) -> Result<Arc<Constant>, Problem> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
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

/// One document, as it is and, from the first time on that somebody asks, compressed.
pub(crate) struct Constant {
    plain: Bytes,
    /// Names its content.
    hash: String,
    brotli: OnceCell<Option<Bytes>>,
    gzip: OnceCell<Option<Bytes>>,
}

impl Constant {
    fn of(text: Vec<u8>) -> Self {
        let hash = Sha256::digest(&text).iter().take(8).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Self { plain: text.into(), hash, brotli: OnceCell::new(), gzip: OnceCell::new() }
    }

    /// The document as the caller takes it, or that the caller has it already.
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
        let (cell, compress) = match encoding {
            Encoding::Brotli => (&self.brotli, brotli as Compress),
            Encoding::Gzip => (&self.gzip, gzip as Compress),
            Encoding::Plain => return Some(self.plain.clone()),
        };
        let plain = self.plain.clone();
        let compressed = cell.get_or_init(|| async move {
            let done = tokio::task::spawn_blocking(move || compress(&plain)).await;
            done.ok().and_then(Result::ok).map(Bytes::from)
        });
        compressed.await.clone()
    }
}

type Compress = fn(&[u8]) -> io::Result<Vec<u8>>;

/// Well, but not as well as can be: the first caller waits for it.
fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 6, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    encoder.finish()
}

//! What a platform answered, as far as it was read, without secrets and without characters that break a line or a database.

use reqwest::{Response, header::HeaderMap};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Redactor, text};

/// The most that is read of an answer to a create or a change, in bytes.
pub const ANSWER_LIMIT: usize = 1 << 20;
/// The most that is read of one page of a list.
pub const PAGE_LIMIT: usize = 8 << 20;

/// An answer, whatever its status.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Whether it was larger than the limit, so that its end is missing.
    pub cut: bool,
    pub(crate) headers: HeaderMap,
    json: Option<Value>,
    /// As much of its text as a timeline needs, where it is no JSON.
    excerpt: String,
}

impl Answer {
    /// An answer with this body, of which every secret is redacted.
    pub(crate) fn new(status: u16, headers: HeaderMap, body: &[u8], cut: bool, redactor: &Redactor) -> Self {
        // What was cut is no JSON any more; that it may parse by chance proves nothing.
        let json = if cut { None } else { serde_json::from_slice(body).ok() };
        let excerpt = match &json {
            Some(_) => String::new(),
            // A secret may stand across the end of what is shown.
            None => text::shortened(&redactor.redact(&String::from_utf8_lossy(body)), text::EXCERPT),
        };
        Self {
            status,
            cut,
            headers,
            json: json.map(|json| cleaned(json, redactor)),
            excerpt: text::printable(&excerpt).into_owned(),
        }
    }

    /// Reads a response up to `most` bytes; the connection of one that is longer is closed.
    pub(super) async fn read(mut response: Response, most: usize, redactor: &Redactor) -> Result<Self, reqwest::Error> {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let mut body = Vec::new();
        let mut cut = false;
        while let Some(chunk) = response.chunk().await? {
            let room = most - body.len();
            cut = chunk.len() > room;
            body.extend_from_slice(&chunk[..chunk.len().min(room)]);
            if cut {
                break;
            }
        }
        Ok(Self::new(status, headers, &body, cut, redactor))
    }

    /// The body as JSON, where it is.
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()
    }

    /// The body as a `T`, where it is one.
    pub(crate) fn to<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        T::deserialize(self.json.as_ref()?).ok()
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body for the timeline: its JSON, or its text where it is none.
    pub(super) fn shown(&self) -> Value {
        self.json.clone().unwrap_or_else(|| Value::String(self.excerpt.clone()))
    }
}

/// A value without secrets, without control characters, and without texts that no field has.
pub(super) fn cleaned(value: Value, redactor: &Redactor) -> Value {
    let clean = |text: &str| {
        let redacted = redactor.redact(text);
        text::shortened(&text::printable(&redacted), text::FIELD)
    };
    match value {
        Value::String(text) => Value::String(clean(&text)),
        Value::Array(items) => items.into_iter().map(|item| cleaned(item, redactor)).collect(),
        Value::Object(fields) => {
            let fields: Map<String, Value> =
                fields.into_iter().map(|(name, field)| (clean(&name), cleaned(field, redactor))).collect();
            Value::Object(fields)
        }
        other => other,
    }
}

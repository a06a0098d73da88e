//! A platform's answer, up to a limit, without secrets and without characters that break a line or a database.

use reqwest::{Response, header::HeaderMap};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Redactor, text};

/// The most bytes that are read of an answer to a create or a change.
pub const ANSWER_LIMIT: usize = 1 << 20;
/// The most bytes that are read of one page of a list.
pub const PAGE_LIMIT: usize = 8 << 20;

/// An answer with any status.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// True if it was larger than the limit, so that its end is missing.
    pub cut: bool,
    pub(crate) headers: HeaderMap,
    json: Option<Value>,
    /// The part of its text for a timeline, if it is not JSON.
    excerpt: String,
}

impl Answer {
    /// An answer with this body, from which every secret is redacted.
    pub(crate) fn new(status: u16, headers: HeaderMap, body: &[u8], cut: bool, redactor: &Redactor) -> Self {
        // A cut text is no JSON any more; if it parses by chance, that proves nothing.
        let json = if cut { None } else { serde_json::from_slice(body).ok() };
        let excerpt = match &json {
            Some(_) => String::new(),
            // A secret may extend across the end of the shown part.
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

    /// Reads up to `most` bytes of a response; the connection of a longer one is closed.
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

    /// The body as JSON, if it is JSON.
    pub fn json(&self) -> Option<&Value> {
        self.json.as_ref()
    }

    /// The body as a `T`, if it is one.
    pub(crate) fn to<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        T::deserialize(self.json.as_ref()?).ok()
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The body for the timeline: its JSON, or otherwise its text.
    pub(super) fn shown(&self) -> Value {
        self.json.clone().unwrap_or_else(|| Value::String(self.excerpt.clone()))
    }
}

/// A value without secrets, without control characters, and without texts that are too long for a field.
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

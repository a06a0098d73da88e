//! A request to a platform as it is planned: what is sent, and the places whose values are not known yet.
//!
//! Everything else in a body is sent as it is. A planner's text may hold double braces of its own (Meta's `{{ad.id}}`), so
//! nothing is ever looked for in texts: each place is named by a reference.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A request to a platform, before the ids of earlier steps are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestTemplate {
    /// `POST` or `GET`.
    pub method: String,
    /// The path below the connector's base URL and version, such as `/act_123/campaigns`; without a query.
    pub path: String,
    /// The JSON body; null for none. At the place of a reference stands a [`marker`], for people who read it.
    pub body: Value,
    /// The places that are filled in when the request is sent.
    pub references: Vec<Reference>,
}

/// A place in a request whose value is known only when the request is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The place of the value.
    pub place: Place,
    /// The value.
    pub source: Source,
}

/// A place in a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A JSON pointer into the body: `/creative/creative_id`.
    Body(String),
    /// A segment of the path, counted from 0: in `/123/copies` segment 0 is `123`.
    Path(usize),
}

/// The meaning of a reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The id that the step with this key gets.
    IdOf(String),
    /// The step's own idempotency key.
    IdempotencyKey,
}

/// Why a request cannot be sent as it was planned: a fault of ours, never of the platform.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsendable {
    /// A value is not there.
    #[error("{0}")]
    Value(String),
    /// A reference names a place that the request does not have.
    #[error("the request has no place {0}")]
    Place(String),
    /// The path has what no path of ours has.
    #[error("{0:?} is no path that may be called")]
    Path(String),
}

/// A field of a request whose value is a reference: an id or key as text, which is known when it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending;

const IDEMPOTENCY_KEY: &str = "idempotency_key";

impl Source {
    /// The word in its marker: a step's key, or `idempotency_key`.
    pub fn word(&self) -> &str {
        match self {
            Self::IdOf(key) => key,
            Self::IdempotencyKey => IDEMPOTENCY_KEY,
        }
    }

    fn of_word(word: &str, keys: &[&str]) -> Option<Self> {
        if word == IDEMPOTENCY_KEY {
            return Some(Self::IdempotencyKey);
        }
        keys.contains(&word).then(|| Self::IdOf(word.to_owned()))
    }
}

impl Reference {
    /// The id of the step `key` at a JSON pointer of the body.
    pub fn id_of(key: &str, pointer: &str) -> Self {
        Self { place: Place::Body(pointer.to_owned()), source: Source::IdOf(key.to_owned()) }
    }

    /// The step's own idempotency key at a JSON pointer of the body.
    pub fn idempotency_key(pointer: &str) -> Self {
        Self { place: Place::Body(pointer.to_owned()), source: Source::IdempotencyKey }
    }
}

/// The mark in a body, for its readers, of a value that is not known yet: `{{campaign}}`.
pub fn marker(word: &str) -> String {
    format!("{{{{{word}}}}}")
}

/// The word of a text that is a marker and nothing else.
pub(super) fn marked(text: &str) -> Option<&str> {
    text.strip_prefix("{{")?.strip_suffix("}}").filter(|word| !word.is_empty() && !word.contains(['{', '}']))
}

impl RequestTemplate {
    /// A `POST` of `body`, with a marker at each of its references.
    pub fn post(path: String, mut body: Value, references: Vec<Reference>) -> Self {
        for reference in &references {
            if let Place::Body(pointer) = &reference.place
                && let Some(place) = body.pointer_mut(pointer)
            {
                *place = Value::String(marker(reference.source.word()));
            }
        }
        Self { method: "POST".to_owned(), path, body, references }
    }

    /// The request as it is sent: each reference replaced by its value, and everything else as it is.
    pub fn fill(&self, value_of: &dyn Fn(&Source) -> Result<String, String>) -> Result<Self, Unsendable> {
        let mut body = self.body.clone();
        let mut segments: Vec<String> = self.path.split('/').skip(1).map(str::to_owned).collect();
        for Reference { place, source } in &self.references {
            let value = value_of(source).map_err(Unsendable::Value)?;
            match place {
                Place::Body(pointer) => {
                    let place = body.pointer_mut(pointer).ok_or_else(|| Unsendable::Place(pointer.clone()))?;
                    *place = Value::String(value);
                }
                Place::Path(index) => {
                    let place = segments.get_mut(*index).ok_or_else(|| Unsendable::Place(format!("/{index}")))?;
                    *place = value;
                }
            }
        }
        let path = if self.path.starts_with('/') { format!("/{}", segments.join("/")) } else { self.path.clone() };
        if !is_plain(&path) {
            return Err(Unsendable::Path(path));
        }
        Ok(Self { method: self.method.clone(), path, body, references: Vec::new() })
    }

    /// A request that was stored before requests had references, when each `{{key}}` in any text was filled in. Only a text
    /// that is nothing but the marker of a step (`keys`), or of the idempotency key, becomes a reference.
    pub fn of_markers(method: String, path: String, body: Value, keys: &[&str]) -> Self {
        // Meta's translator kept two braces of a planner's text apart by a character without width.
        let body = if path.starts_with("/act_") { replaced(body, "{\u{2060}", "{") } else { body };
        let mut references = Vec::new();
        for (index, segment) in path.split('/').skip(1).enumerate() {
            if let Some(source) = marked(segment).and_then(|word| Source::of_word(word, keys)) {
                references.push(Reference { place: Place::Path(index), source });
            }
        }
        find_markers(&body, &mut String::new(), keys, &mut references);
        Self { method, path, body, references }
    }
}

/// Returns whether a path leads only down: our own words, ids and account ids have nothing else.
fn is_plain(path: &str) -> bool {
    let plain = |segment: &str| {
        !matches!(segment, "." | "..")
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
    };
    path.strip_prefix('/').is_some_and(|path| path.split('/').all(plain)) && !path.contains("//")
}

fn find_markers(value: &Value, pointer: &mut String, keys: &[&str], references: &mut Vec<Reference>) {
    let mut below = |step: &str, value: &Value| {
        let length = pointer.len();
        pointer.push('/');
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        find_markers(value, pointer, keys, references);
        pointer.truncate(length);
    };
    match value {
        Value::String(text) => {
            if let Some(source) = marked(text).and_then(|word| Source::of_word(word, keys)) {
                references.push(Reference { place: Place::Body(pointer.clone()), source });
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                below(&index.to_string(), item);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                below(name, field);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn replaced(value: Value, from: &str, to: &str) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace(from, to)),
        Value::Array(items) => items.into_iter().map(|item| replaced(item, from, to)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, field)| (name, replaced(field, from, to))).collect())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;

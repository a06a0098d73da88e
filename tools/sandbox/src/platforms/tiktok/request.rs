//! One request in `TikTok`'s form: `GET` parameters are text, with JSON inside for lists and objects; a `POST` body is
//! a JSON object.

use bytes::Bytes;
use http::{Method, request};
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::error::Refusal;
use super::input::Input;
use crate::pipeline::Token;

const PREFIX: &str = "/open_api/";

#[derive(Debug)]
pub(crate) struct Request {
    pub(super) method: Method,
    /// `v1.3`.
    pub(super) version: String,
    /// The path after the version: `/campaign/create/`.
    pub(super) path: String,
    pub(super) input: Input,
    pub(super) unreadable: Option<Refusal>,
    pub(super) token: Token,
    account: Option<String>,
    name: Option<String>,
}

impl Request {
    pub(crate) fn read(parts: &request::Parts, body: Option<&Bytes>) -> Self {
        let rest = parts.uri.path().strip_prefix(PREFIX).unwrap_or_default();
        let (version, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (input, unreadable) = if parts.method == Method::GET {
            (Input::new(from_query(parts.uri.query().unwrap_or_default())), None)
        } else {
            match from_body(body) {
                Ok(fields) => (Input::new(fields), None),
                Err(refusal) => (Input::default(), Some(refusal)),
            }
        };
        let account = input.text("advertiser_id").ok().flatten().or_else(|| {
            let all = input.texts("advertiser_ids").ok()?;
            all.into_iter().next()
        });
        let name = name_of(&input);
        Self {
            method: parts.method.clone(),
            version: version.to_owned(),
            path: format!("/{path}"),
            input,
            unreadable,
            token: Token::of(Token::header(&parts.headers, "access-token")),
            account,
            name,
        }
    }

    pub(crate) fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
}

fn from_query(query: &str) -> Map<String, Value> {
    let decode = |value: String| match value.trim_start().chars().next() {
        Some('[' | '{') => serde_json::from_str(&value).unwrap_or(Value::String(value)),
        _ => Value::String(value),
    };
    form_urlencoded::parse(query.as_bytes())
        .map(|(key, value)| (key.into_owned(), decode(value.into_owned())))
        .collect()
}

fn from_body(body: Option<&Bytes>) -> Result<Map<String, Value>, Refusal> {
    let body = body.ok_or_else(|| Refusal::invalid("The request body is too large."))?;
    if body.is_empty() {
        return Ok(Map::new());
    }
    serde_json::from_slice(body).map_err(|_| Refusal::invalid("The request body is not a valid JSON object."))
}

/// The name of the created or changed object; for ads, that of the first creative; for a search, the text that is
/// searched.
fn name_of(input: &Input) -> Option<String> {
    let keys = ["campaign_name", "adgroup_name", "ad_name"];
    let named = |fields: &Map<String, Value>| {
        keys.iter().find_map(|key| fields.get(*key).and_then(Value::as_str)).map(str::to_owned)
    };
    named(input.fields()).or_else(|| {
        let inner = ["creatives", "creative_list", "filtering"].iter().find_map(|key| input.fields().get(*key))?;
        named(inner.as_object().or_else(|| inner.as_array()?.first()?.as_object())?)
    })
}

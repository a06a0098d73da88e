//! Parameters from query, form and JSON body. In a form, lists and objects are JSON text inside a field; in a JSON body
//! they may be either. Both encodings are accepted (docs/platforms.md 1.2).

use bytes::Bytes;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::error::{Refusal, Result};

#[derive(Debug, Default)]
pub(crate) struct Params(Map<String, Value>);

impl Params {
    pub(super) fn read(query: &[(String, String)], content_type: &str, body: Option<&Bytes>) -> Result<Self> {
        let body = body.ok_or_else(Refusal::too_large)?;
        let mut all = Map::new();
        for (key, value) in query {
            all.insert(key.clone(), Value::String(value.clone()));
        }
        let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if kind == "application/json" {
            if !body.is_empty() {
                let parsed: Map<String, Value> = serde_json::from_slice(body)
                    .map_err(|_| Refusal::parameter("The request body is not a valid JSON object"))?;
                all.extend(parsed);
            }
        } else if kind == "multipart/form-data" {
            return Err(Refusal::parameter("multipart/form-data is not understood here; send a form or JSON"));
        } else {
            for (key, value) in form_urlencoded::parse(body) {
                all.insert(key.into_owned(), Value::String(value.into_owned()));
            }
        }
        Ok(Self(all))
    }

    /// The parameter as it was sent; none if it is null.
    pub(super) fn raw(&self, key: &str) -> Option<&Value> {
        self.0.get(key).filter(|value| !value.is_null())
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    /// Text, or a number written as text; `None` for anything else.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.raw(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Required text, which is not empty.
    pub(super) fn required(&self, key: &str) -> Result<String> {
        match self.text(key) {
            Some(text) if !text.trim().is_empty() => Ok(text),
            None if self.has(key) => Err(Refusal::typed(key, "a string")),
            _ => Err(Refusal::required(key)),
        }
    }

    pub(super) fn int(&self, key: &str) -> Result<Option<i64>> {
        let Some(value) = self.raw(key) else {
            return Ok(None);
        };
        let number = match value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        number.map(Some).ok_or_else(|| Refusal::typed(key, "an integer"))
    }

    /// An amount of minor units.
    pub(super) fn amount(&self, key: &str) -> Result<Option<i64>> {
        match self.int(key)? {
            Some(amount) if amount < 0 => Err(Refusal::typed(key, "an unsigned integer")),
            amount => Ok(amount),
        }
    }

    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>> {
        let Some(value) = self.raw(key) else {
            return Ok(None);
        };
        match value {
            Value::Bool(flag) => Ok(Some(*flag)),
            Value::String(text) if matches!(text.as_str(), "true" | "1") => Ok(Some(true)),
            Value::String(text) if matches!(text.as_str(), "false" | "0") => Ok(Some(false)),
            _ => Err(Refusal::typed(key, "a boolean")),
        }
    }

    pub(super) fn list(&self, key: &str) -> Result<Option<Vec<Value>>> {
        match self.decoded(key) {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(_) => Err(Refusal::typed(key, "an array")),
        }
    }

    pub(super) fn object(&self, key: &str) -> Result<Option<Map<String, Value>>> {
        match self.decoded(key) {
            None => Ok(None),
            Some(Value::Object(object)) => Ok(Some(object)),
            Some(_) => Err(Refusal::typed(key, "an object")),
        }
    }

    /// A value of a closed list.
    pub(super) fn one_of(&self, key: &str, allowed: &[&str]) -> Result<Option<String>> {
        match self.text(key) {
            None if self.has(key) => Err(Refusal::typed(key, "a string")),
            None => Ok(None),
            Some(text) if allowed.contains(&text.as_str()) => Ok(Some(text)),
            Some(_) => Err(Refusal::not_one_of(key, allowed)),
        }
    }

    /// The parameter, with JSON text parsed.
    pub(super) fn decoded(&self, key: &str) -> Option<Value> {
        let value = self.raw(key)?;
        if let Value::String(text) = value
            && text.trim_start().starts_with(['{', '['])
            && let Ok(parsed) = serde_json::from_str(text)
        {
            return Some(parsed);
        }
        Some(value.clone())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form(text: &str) -> Params {
        let body = Bytes::from(text.to_owned());
        Params::read(&[], "application/x-www-form-urlencoded", Some(&body)).unwrap()
    }

    #[test]
    fn a_form_and_a_json_body_mean_the_same() {
        let form = form("daily_budget=5000&special_ad_categories=%5B%22NONE%22%5D&flag=true&name=A+B");
        let body =
            Bytes::from_static(br#"{"daily_budget":5000,"special_ad_categories":["NONE"],"flag":true,"name":"A B"}"#);
        let json = Params::read(&[], "application/json; charset=utf-8", Some(&body)).unwrap();
        for params in [form, json] {
            assert_eq!(params.int("daily_budget").unwrap(), Some(5000));
            assert_eq!(params.list("special_ad_categories").unwrap(), Some(vec![json!("NONE")]));
            assert_eq!(params.flag("flag").unwrap(), Some(true));
            assert_eq!(params.text("name").as_deref(), Some("A B"));
        }
    }

    #[test]
    fn the_wrong_type_is_refused() {
        let params = form("n=1.5&f=maybe&l=x&o=%5B%5D&neg=-1");
        assert!(params.int("n").is_err());
        assert!(params.flag("f").is_err());
        assert!(params.list("l").is_err());
        assert!(params.object("o").is_err());
        assert!(params.amount("neg").is_err());
        assert!(params.required("missing").is_err());
    }

    #[test]
    fn unreadable_bodies_are_refused() {
        let broken = Bytes::from_static(b"{");
        assert!(Params::read(&[], "application/json", Some(&broken)).is_err());
        assert!(Params::read(&[], "multipart/form-data; boundary=x", Some(&broken)).is_err());
        assert!(Params::read(&[], "application/json", None).is_err());
    }
}

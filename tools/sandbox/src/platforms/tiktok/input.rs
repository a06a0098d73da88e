//! Fields of a request or of a part of one, with `TikTok`'s messages for mistakes in them.

use serde_json::{Map, Value};

use super::error::{Refusal, Result};
use crate::decimal;

#[derive(Clone, Debug, Default)]
pub(crate) struct Input {
    fields: Map<String, Value>,
}

impl Input {
    pub(super) fn new(mut fields: Map<String, Value>) -> Self {
        fields.retain(|_, value| !value.is_null());
        Self { fields }
    }

    pub(super) fn fields(&self) -> &Map<String, Value> {
        &self.fields
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    /// Ids and names are text in v1.3; a number is refused.
    pub(super) fn text(&self, key: &str) -> Result<Option<String>> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(Refusal::typed(key, "string")),
        }
    }

    pub(super) fn required(&self, key: &str) -> Result<String> {
        self.text(key)?.filter(|text| !text.is_empty()).ok_or_else(|| Refusal::missing(key))
    }

    pub(super) fn one_of(&self, key: &str, allowed: &[&str]) -> Result<Option<String>> {
        match self.text(key)? {
            Some(word) if !allowed.contains(&word.as_str()) => Err(Refusal::not_one_of(key, allowed)),
            word => Ok(word),
        }
    }

    pub(super) fn required_one_of(&self, key: &str, allowed: &[&str]) -> Result<String> {
        self.one_of(key, allowed)?.ok_or_else(|| Refusal::missing(key))
    }

    pub(super) fn flag(&self, key: &str) -> Result<Option<bool>> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(_) => Err(Refusal::typed(key, "boolean")),
        }
    }

    /// A number in micro-units.
    pub(super) fn number(&self, key: &str) -> Result<Option<i64>> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(value @ Value::Number(_)) => {
                decimal::micros(value).map(Some).ok_or_else(|| Refusal::typed(key, "number"))
            }
            Some(_) => Err(Refusal::typed(key, "number")),
        }
    }

    /// A whole number; in a query it is text.
    pub(super) fn int(&self, key: &str) -> Result<Option<i64>> {
        let number = match self.fields.get(key) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_i64(),
            Some(Value::String(text)) => text.parse().ok(),
            Some(_) => None,
        };
        number.map(Some).ok_or_else(|| Refusal::typed(key, "integer"))
    }

    pub(super) fn list(&self, key: &str) -> Result<Option<&Vec<Value>>> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(Value::Array(list)) => Ok(Some(list)),
            Some(_) => Err(Refusal::typed(key, "list")),
        }
    }

    /// A list of texts; empty if it is absent.
    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>> {
        let list = self.list(key)?.into_iter().flatten();
        list.map(|value| value.as_str().map(str::to_owned).ok_or_else(|| Refusal::typed(key, "list of strings")))
            .collect()
    }

    /// A list of values of a closed list.
    pub(super) fn words(&self, key: &str, allowed: &[&str]) -> Result<Vec<String>> {
        let words = self.texts(key)?;
        if words.iter().all(|word| allowed.contains(&word.as_str())) {
            Ok(words)
        } else {
            Err(Refusal::not_one_of(key, allowed))
        }
    }

    /// An object inside.
    pub(super) fn object(&self, key: &str) -> Result<Option<Self>> {
        match self.fields.get(key) {
            None => Ok(None),
            Some(Value::Object(fields)) => Ok(Some(Self::new(fields.clone()))),
            Some(_) => Err(Refusal::typed(key, "object")),
        }
    }

    /// The objects of a list inside.
    pub(super) fn objects(&self, key: &str) -> Result<Vec<Self>> {
        let list = self.list(key)?.into_iter().flatten();
        list.map(|value| match value {
            Value::Object(fields) => Ok(Self::new(fields.clone())),
            _ => Err(Refusal::typed(key, "list of objects")),
        })
        .collect()
    }

    /// A list of ids, from one to a maximum.
    pub(super) fn ids(&self, key: &str, most: usize) -> Result<Vec<String>> {
        let ids = self.texts(key)?;
        match ids.len() {
            0 => Err(Refusal::missing(key)),
            count if count > most => Err(Refusal::new(40_011, format!("{key}: At most {most} ids are allowed."))),
            _ => Ok(ids),
        }
    }
}

//! Reading JSON that may lack anything: every value knows where it stands, so that what is wrong can be pointed at.

use domain::{Currency, Money, Timestamp, Violation, violation::pointer_token};
use serde_json::Value;

static NULL: Value = Value::Null;

/// A value, or the place where it would be.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    pointer: String,
    value: &'a Value,
}

impl<'a> Node<'a> {
    /// The value that stands at `pointer`.
    pub fn new(pointer: impl Into<String>, value: &'a Value) -> Self {
        Self { pointer: pointer.into(), value }
    }

    /// JSON pointer from the ticket's root.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The value; null where there is none.
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// Whether there is a value.
    pub fn exists(&self) -> bool {
        !self.value.is_null()
    }

    /// A field of an object.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let pointer = format!("{}/{}", self.pointer, pointer_token(name));
        Self { pointer, value: self.value.get(name).unwrap_or(&NULL) }
    }

    /// A field at the end of a path of fields.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Self {
        path.iter().fold(self.clone(), |node, name| node.field(name))
    }

    /// The items of an array; none for anything else.
    pub fn items(&self) -> Vec<Self> {
        let items = self.value.as_array().map_or(&[][..], Vec::as_slice);
        items
            .iter()
            .enumerate()
            .map(|(index, value)| Self { pointer: format!("{}/{index}", self.pointer), value })
            .collect()
    }

    /// A string.
    pub fn text(&self) -> Option<&'a str> {
        self.value.as_str()
    }

    /// A whole number.
    pub fn integer(&self) -> Option<i64> {
        self.value.as_i64()
    }

    /// Whether it is an array that holds this string.
    pub fn holds(&self, word: &str) -> bool {
        self.items().iter().any(|item| item.text() == Some(word))
    }

    /// A string, or a number as the digits that it is written with: ids come as both.
    pub fn word(&self) -> Option<String> {
        match self.value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// A point in time (RFC 3339); none where it is none.
    pub fn time(&self) -> Option<Timestamp> {
        self.text()?.parse().ok()
    }

    /// A decimal amount in a currency's units, as a string or number; none where there is none. A number is read by
    /// its decimal digits, never through a float's binary value.
    pub fn amount(&self, currency: Currency) -> Option<Result<Money, Violation>> {
        let digits = self.word()?;
        Some(Money::parse(&digits, currency).map_err(|violation| violation.below(&self.pointer)).and_then(|money| {
            if money.micros > 0 {
                Ok(money)
            } else {
                Err(self.violation(format!("An amount must be above 0, not {digits}.")))
            }
        }))
    }

    /// A violation at this place.
    pub fn violation(&self, problem: impl Into<String>) -> Violation {
        Violation::at(self.pointer.clone(), problem)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_value_knows_where_it_stands() {
        let value = json!({"a/b": [{"c": "x"}, 7]});
        let root = Node::new("/payload_config", &value);
        let items = root.field("a/b").items();
        assert_eq!(items[0].field("c").pointer(), "/payload_config/a~1b/0/c");
        assert_eq!((items[0].field("c").text(), items[1].word()), (Some("x"), Some("7".to_owned())));
        assert_eq!(root.at(&["no", "where"]).pointer(), "/payload_config/no/where");
        assert!(!root.at(&["no", "where"]).exists());
    }

    #[test]
    fn amounts_are_read_by_their_digits() {
        let value = json!({"text": "500.10", "number": 500.10, "tiny": 1e-7, "zero": "0", "word": "abc", "list": []});
        let root = Node::new("", &value);
        let read = |name: &str| root.field(name).amount(Currency::USD);
        for name in ["text", "number"] {
            assert_eq!(read(name).unwrap().unwrap().micros, 500_100_000, "{name}");
        }
        for name in ["tiny", "zero", "word"] {
            assert_eq!(read(name).unwrap().unwrap_err().pointer, format!("/{name}"));
        }
        assert!(read("list").is_none() && read("absent").is_none());
    }
}

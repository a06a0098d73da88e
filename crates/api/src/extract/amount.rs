//! Amounts of money: exact decimals, as text or as a number.

use domain::{Violation, money::micros_of_decimal};
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, OneOfBuilder, Schema, Type},
    },
};

/// An amount in its written form. A JSON number becomes the shortest decimal that represents it, which is the typed
/// one.
#[derive(Debug, Clone)]
pub(crate) struct Amount(String);

impl Amount {
    /// Micro-units; the violation points to the amount itself.
    pub(crate) fn micros(&self) -> Result<i64, Violation> {
        micros_of_decimal(&self.0)
    }
}

/// The decimal digits that a JSON number represents exactly; with more digits, two amounts can be one number.
const EXACT_DIGITS: usize = 15;

fn exact(number: &serde_json::Number) -> Option<Amount> {
    let text = number.to_string();
    let digits = text.chars().take_while(|c| *c != 'e').filter(char::is_ascii_digit).count();
    (number.is_i64() || number.is_u64() || digits <= EXACT_DIGITS).then_some(Amount(text))
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self(text)),
            Value::Number(number) => exact(&number).ok_or_else(|| {
                D::Error::custom(format!("{number} has more digits than a JSON number keeps: send it as text"))
            }),
            other => Err(D::Error::custom(format!("{other} is not an amount"))),
        }
    }
}

impl PartialSchema for Amount {
    fn schema() -> RefOr<Schema> {
        let text = ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("an exact decimal, such as \"50000.00\""))
            .build();
        let number = ObjectBuilder::new().schema_type(Type::Number).build();
        RefOr::T(Schema::OneOf(OneOfBuilder::new().item(text).item(number).title(Some("decimal amount")).build()))
    }
}

impl ToSchema for Amount {}

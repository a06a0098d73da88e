//! Currencies by their ISO 4217 code.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::Violation;

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The United States dollar, the default of a campaign.
    pub const USD: Self = Self(iso_currency::Currency::USD);

    /// Reads a code, in upper or lower case; the violation points to the field itself.
    pub fn parse(code: &str) -> Result<Self, Violation> {
        iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase()).map(Self).ok_or_else(|| {
            Violation::at("", format!("{code:?} is not an ISO 4217 currency code."))
                .suggest("Use a three-letter code such as USD, EUR, GBP or JPY.")
        })
    }

    /// The three-letter code.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Decimal places of the minor unit by ISO 4217: 0 for JPY, 2 for USD, 3 for BHD.
    pub fn exponent(self) -> u32 {
        u32::from(self.0.exponent().unwrap_or(2))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = Violation;

    fn from_str(code: &str) -> Result<Self, Violation> {
        Self::parse(code)
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).map_err(|violation| serde::de::Error::custom(violation.problem))
    }
}

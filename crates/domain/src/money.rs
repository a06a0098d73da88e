//! Money: whole micro-units (1 USD = 1,000,000) and a currency. Never a float.

use std::fmt;

use crate::{Currency, Violation};

/// Micro-units in one unit of a currency.
pub const MICROS: i64 = 1_000_000;

/// An exact amount of one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    /// Micro-units: millionths of the currency's unit.
    pub micros: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// An amount in micro-units.
    pub const fn of_micros(micros: i64, currency: Currency) -> Self {
        Self { micros, currency }
    }

    /// Reads a decimal amount such as `50000.00`; the violation points to the field itself.
    pub fn parse(amount: &str, currency: Currency) -> Result<Self, Violation> {
        micros_of_decimal(amount).map(|micros| Self { micros, currency })
    }

    /// The amount in units of `10^-decimals`, if that is exact: `to_units(2)` of 1.50 USD is 150.
    pub fn to_units(self, decimals: u32) -> Result<i64, InexactMoney> {
        let unit = 10_i64.pow(6_u32.saturating_sub(decimals));
        if self.micros % unit == 0 { Ok(self.micros / unit) } else { Err(InexactMoney { money: self, decimals }) }
    }

    /// The exact amount as decimal text, with at least two decimal places: `50000.00`, `0.125`.
    pub fn to_decimal(self) -> String {
        decimal_of_micros(self.micros, 2)
    }

    /// The sum, if it can be represented; both must have the same currency.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.currency != other.currency {
            return None;
        }
        self.micros.checked_add(other.micros).map(|micros| Self { micros, ..self })
    }
}

impl fmt::Display for Money {
    /// With thousands separated, for sentences: `100,000.00 USD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.to_decimal();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
        let mut grouped = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        write!(f, "{sign}{grouped}.{decimals} {}", self.currency)
    }
}

/// An amount that a platform's unit cannot express.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{money} has more than {decimals} decimal places, the most that the platform takes for {}", money.currency)]
pub struct InexactMoney {
    /// The amount.
    pub money: Money,
    /// The decimal places of the platform's unit.
    pub decimals: u32,
}

/// Decimal text for micro-units, with trailing zeros removed down to `at_least` places.
pub fn decimal_of_micros(micros: i64, at_least: usize) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let magnitude = micros.unsigned_abs();
    let (whole, rest) = (magnitude / 1_000_000, magnitude % 1_000_000);
    let mut decimals = format!("{rest:06}");
    while decimals.len() > at_least && decimals.ends_with('0') {
        decimals.pop();
    }
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}

/// Micro-units of decimal text (`50000`, `50000.00`, `5e4`); no more than six decimal places.
pub fn micros_of_decimal(amount: &str) -> Result<i64, Violation> {
    let text = amount.trim();
    let not_a_number =
        || Violation::at("", format!("{amount:?} is not a decimal amount.")).suggest("Write it like \"50000.00\".");
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().map_err(|_| not_a_number())?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{decimals}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(not_a_number());
    }
    // The number is `all` times 10^(exponent - decimals); micro-units are 10^6 times that.
    let places = i32::try_from(decimals.len()).map_err(|_| not_a_number())?;
    let shift = exponent.checked_sub(places).and_then(|shift| shift.checked_add(6)).ok_or_else(not_a_number)?;
    let significant = all.trim_start_matches('0');
    if significant.is_empty() {
        return Ok(0);
    }
    let too_large = || Violation::at("", format!("{amount} is larger than any budget can be."));
    let micros = if shift >= 0 {
        let shift = u32::try_from(shift).map_err(|_| too_large())?;
        let number: i64 = significant.parse().map_err(|_| too_large())?;
        10_i64.checked_pow(shift).and_then(|factor| number.checked_mul(factor)).ok_or_else(too_large)?
    } else {
        let cut = usize::try_from(-i64::from(shift)).map_err(|_| not_a_number())?;
        let (kept, lost) = significant.split_at(significant.len().saturating_sub(cut));
        if lost.bytes().any(|byte| byte != b'0') {
            return Err(Violation::at("", format!("{amount} has more than six decimal places."))
                .suggest("Use at most six decimal places."));
        }
        if kept.is_empty() { 0 } else { kept.parse().map_err(|_| too_large())? }
    };
    Ok(if negative { -micros } else { micros })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(amount: &str, code: &str) -> Money {
        Money::parse(amount, Currency::parse(code).unwrap()).unwrap()
    }

    #[test]
    fn decimals_are_read_exactly() {
        for (text, micros) in [
            ("50000.00", 50_000_000_000),
            ("0.1", 100_000),
            ("-1.25", -1_250_000),
            ("5e4", 50_000_000_000),
            ("1.5E-3", 1_500),
            ("007", 7_000_000),
            ("1.000000000", 1_000_000),
        ] {
            assert_eq!(micros_of_decimal(text), Ok(micros), "{text}");
        }
        for text in [
            "",
            "abc",
            "1.2.3",
            "0x10",
            "1,000",
            "NaN",
            "inf",
            "0.0000001",
            "9e99",
            "99999999999999",
            ".",
            "-",
            "1e",
            "1e99999999999",
        ] {
            assert!(micros_of_decimal(text).is_err(), "{text} is no amount");
        }
    }

    #[test]
    fn minor_units_are_exact_for_currencies_with_0_2_and_3_decimals() {
        assert_eq!(money("1500", "JPY").to_units(0), Ok(1_500));
        assert_eq!(money("15.25", "USD").to_units(2), Ok(1_525));
        assert_eq!(money("1.234", "BHD").to_units(3), Ok(1_234));
        assert!(money("1.234", "BHD").to_units(2).is_err());
        assert!(money("0.5", "JPY").to_units(0).is_err());
        assert_eq!(
            [Currency::parse("JPY"), Currency::parse("usd"), Currency::parse("BHD")].map(|c| c.unwrap().exponent()),
            [0, 2, 3]
        );
    }

    #[test]
    fn sentences_show_thousands() {
        assert_eq!(money("1234567.5", "USD").to_string(), "1,234,567.50 USD");
        assert_eq!(money("-100", "EUR").to_string(), "-100.00 EUR");
    }

    proptest! {
        #[test]
        fn decimal_text_reads_back_as_itself(micros in any::<i64>().prop_filter("the magnitude of MIN is no i64", |m| *m != i64::MIN)) {
            prop_assert_eq!(micros_of_decimal(&decimal_of_micros(micros, 2)), Ok(micros));
        }

        #[test]
        fn conversion_is_exact_or_refused(micros in 0_i64..1_000_000_000_000, decimals in 0_u32..=6) {
            let money = Money::of_micros(micros, Currency::USD);
            match money.to_units(decimals) {
                Ok(units) => prop_assert_eq!(units * 10_i64.pow(6 - decimals), micros),
                Err(_) => prop_assert!(micros % 10_i64.pow(6 - decimals) != 0),
            }
        }
    }
}

//! Exact amounts: as text, as JSON numbers, in sentences.

use domain::{Money, money::decimal_of_micros};
use serde_json::{Number, Value};

/// The text of a JSON string or number, exactly as it was written.
pub(crate) fn decimal_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An exact amount as a JSON number. A number with decimals passes through binary floating point, so what would be
/// printed is read back: none when it is not the same amount.
pub(crate) fn json_number(micros: i64) -> Option<Number> {
    if micros % 1_000_000 == 0 {
        return Some(Number::from(micros / 1_000_000));
    }
    let text = decimal_of_micros(micros, 0);
    let number: Number = serde_json::from_str(&text).ok()?;
    (number.to_string() == text).then_some(number)
}

/// An amount in sentences, without needless decimals: `2,000 JPY`, `50.50 USD`.
pub(crate) fn amount_text(money: Money) -> String {
    let text = money.to_string();
    text.replacen(".00 ", " ", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_print_exactly() {
        for (micros, text) in [
            (50_000_000, "50"),
            (50_500_000, "50.5"),
            (10_000, "0.01"),
            (999_999_990_000, "999999.99"),
            (999_999_999_990_000, "999999999.99"),
        ] {
            assert_eq!(json_number(micros).unwrap().to_string(), text);
        }
    }

    proptest::proptest! {
        #[test]
        fn amounts_with_two_decimals_are_never_rounded(cents in 0_i64..100_000_000_000_000) {
            let micros = cents * 10_000;
            let printed = json_number(micros).map(|number| number.to_string());
            proptest::prop_assert_eq!(printed.map(|text| domain::money::micros_of_decimal(&text)), Some(Ok(micros)));
        }
    }
}

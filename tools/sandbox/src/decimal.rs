//! Exact decimals from JSON numbers: money is never compared as binary floating point.

use serde_json::Value;

/// One currency unit in micro-units.
pub(crate) const UNIT: i64 = 1_000_000;

/// A JSON number, or a string that holds one, in micro-units. `None` when it is not a plain decimal, has more
/// than six places or does not fit.
pub(crate) fn micros(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => parse(&number.to_string()),
        Value::String(text) => parse(text.trim()),
        _ => None,
    }
}

/// Formats micro-units for a message: `20`, `20.5`.
pub(crate) fn display(micros: i64) -> String {
    let (whole, rest) = (micros / UNIT, (micros % UNIT).abs());
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:06}").trim_end_matches('0').to_owned()
}

fn parse(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) || fraction.len() > 6 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
    let amount = whole.checked_mul(UNIT)?.checked_add(fraction)?;
    Some(if negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        for (value, expected) in [
            (json!(50), Some(50_000_000)),
            (json!(50.01), Some(50_010_000)),
            (json!("20.5"), Some(20_500_000)),
            (json!("1.10000000"), Some(1_100_000)),
            (json!(-3), Some(-3_000_000)),
            (json!(1e300), None),
            (json!("1e3"), None),
            (json!("0.1234567"), None),
            (json!(""), None),
            (json!("."), None),
            (json!("--1"), None),
            (json!(true), None),
            (json!(u64::MAX), None),
        ] {
            assert_eq!(micros(&value), expected, "{value}");
        }
    }

    #[test]
    fn decimals_are_shown_without_needless_zeros() {
        assert_eq!(display(20_000_000), "20");
        assert_eq!(display(20_500_000), "20.5");
    }
}

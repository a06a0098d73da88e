//! Small helpers that know nothing of `TikTok`: exact amounts as JSON numbers, times, emoji, nearest words.

use domain::{Money, Timestamp, Violation, money::decimal_of_micros};
use jiff::{civil::DateTime, tz::TimeZone};
use serde_json::{Number, Value};

/// The text of a JSON string or number, exactly as it was written.
pub(super) fn decimal_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An exact amount as a JSON number. A number with decimals passes through binary floating point, so what would be
/// printed is read back: none when it is not the same amount.
pub(super) fn json_number(micros: i64) -> Option<Number> {
    if micros % 1_000_000 == 0 {
        return Some(Number::from(micros / 1_000_000));
    }
    let text = decimal_of_micros(micros, 0);
    let number: Number = serde_json::from_str(&text).ok()?;
    (number.to_string() == text).then_some(number)
}

/// An amount in sentences, without needless decimals: `2,000 JPY`, `50.50 USD`.
pub(super) fn amount_text(money: Money) -> String {
    let text = money.to_string();
    text.replacen(".00 ", " ", 1)
}

/// A time in RFC 3339, or as `YYYY-MM-DD HH:MM:SS` in UTC; the violation points to the field itself.
pub(super) fn utc_time(text: &str) -> Result<Timestamp, Violation> {
    let text = text.trim();
    let zoned = || text.parse::<Timestamp>().ok();
    let plain = || TimeZone::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok();
    zoned().or_else(plain).ok_or_else(|| {
        Violation::at("", format!("{text:?} is no time."))
            .suggest("Write it like \"2026-12-01T09:00:00Z\", or \"2026-12-01 09:00:00\" in UTC.")
    })
}

/// A time as `YYYY-MM-DD HH:MM:SS` in UTC.
pub(super) fn utc_text(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Calendar days (UTC) from `start` to `end`, both included; at least one.
pub(super) fn days_inclusive(start: Timestamp, end: Timestamp) -> i64 {
    let day = |time: Timestamp| time.as_second().div_euclid(86_400);
    (day(end) - day(start) + 1).max(1)
}

/// Periods of 24 hours between two times, the last one begun counted whole; at least one.
pub(super) fn days_started(start: Timestamp, end: Timestamp) -> i64 {
    let seconds = end.as_second() - start.as_second();
    let begun = i64::from(seconds.rem_euclid(86_400) > 0);
    (seconds.div_euclid(86_400) + begun).max(1)
}

/// Whether a character is, or belongs to, an emoji.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(u32::from(c),
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B05..=0x2B55 | 0x231A..=0x23FF | 0x200D | 0x20E3 | 0xFE0F | 0xE0020..=0xE007F)
}

/// The length in units that count a Chinese, Japanese or Korean character as two.
pub(super) fn wide_length(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x2E80..=0x303F | 0x3040..=0x33FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFE30..=0xFE4F | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
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

    #[test]
    fn times_are_read_in_both_ways() {
        let nine = "2026-12-01T09:00:00Z".parse().unwrap();
        assert_eq!(utc_time("2026-12-01 09:00:00"), Ok(nine));
        assert_eq!(utc_time("2026-12-01T10:00:00+01:00"), Ok(nine));
        assert_eq!(utc_text(nine), "2026-12-01 09:00:00");
        assert!(utc_time("tomorrow").is_err());
        assert!(utc_time("2026-13-01 00:00:00").is_err());
    }

    #[test]
    fn days_count_both_ends() {
        let at = |text: &str| utc_time(text).unwrap();
        assert_eq!(days_inclusive(at("2026-12-01 00:00:00"), at("2026-12-31 23:59:59")), 31);
        assert_eq!(days_inclusive(at("2026-12-01 09:00:00"), at("2026-12-01 18:00:00")), 1);
    }

    #[test]
    fn a_day_that_has_begun_counts_whole() {
        let at = |text: &str| utc_time(text).unwrap();
        assert_eq!(days_started(at("2026-12-01 09:00:00"), at("2026-12-11 09:00:00")), 10);
        assert_eq!(days_started(at("2026-12-01 09:00:00"), at("2026-12-11 09:00:01")), 11);
        assert_eq!(days_started(at("2026-12-01 09:00:00"), at("2026-12-01 09:00:00")), 1);
    }

    #[test]
    fn units_and_emoji() {
        assert_eq!(wide_length("Moana 海洋"), 10);
        assert!("Launch 🚀".chars().any(is_emoji));
        assert!(!"Amélie – 海洋 №1".chars().any(is_emoji));
    }
}

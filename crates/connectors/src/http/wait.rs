//! The waits that a platform asks for, limited so that no number overflows.

use std::time::Duration;

use domain::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// The longest wait that is passed on. Users of it have their own limit; this one only keeps each sum in the calendar.
const LONGEST: Duration = Duration::from_hours(24 * 366);

/// A wait in seconds.
pub(crate) fn of_secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds).min(LONGEST)
}

/// A wait in minutes.
pub(crate) fn of_mins(minutes: u64) -> Duration {
    of_secs(minutes.saturating_mul(60))
}

/// The wait of a `Retry-After` header (RFC 9110, 10.2.3), in seconds or as a date; none for anything else.
pub(crate) fn retry_after(header: &str, now: Timestamp) -> Option<Duration> {
    let text = header.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number holds are a long wait, too.
        return Some(of_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    // A date is cut to whole seconds, and a past one means no wait.
    Some(Duration::try_from(at.duration_since(now)).unwrap_or(Duration::ZERO).min(LONGEST))
}

/// A whole number that is not negative, as number or text; 0 for anything else.
pub(crate) fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let digits = value.as_str().filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()));
    let digits = digits.map(|digits| digits.parse().unwrap_or(u64::MAX));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of a float saturates")]
    let float = || value.as_f64().map(|number| number.ceil() as u64);
    Ok(value.as_u64().or(digits).or_else(float).unwrap_or_default())
}

/// A percentage, as number or text; 0 for anything else.
pub(crate) fn percent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok());
    Ok(number.filter(|number| number.is_finite()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-11-25T10:00:00Z".parse().unwrap()
    }

    #[test]
    fn seconds_and_dates_are_read() {
        assert_eq!(retry_after(" 120 ", now()), Some(Duration::from_mins(2)));
        assert_eq!(retry_after("Wed, 25 Nov 2026 10:01:30 GMT", now()), Some(Duration::from_secs(90)));
        assert_eq!(retry_after("Wed, 25 Nov 2026 09:00:00 GMT", now()), Some(Duration::ZERO));
        for neither in ["soon", "", "-5", "1e9", "１２"] {
            assert_eq!(retry_after(neither, now()), None, "{neither}");
        }
    }

    #[test]
    fn an_absurd_wait_is_the_longest() {
        let long = "9".repeat(400);
        for absurd in ["99999999999", "18446744073709551615", "18446744073709551616", &long] {
            assert_eq!(retry_after(absurd, now()), Some(LONGEST), "{absurd}");
        }
        assert_eq!(retry_after("Thu, 31 Dec 9998 23:59:59 GMT", now()), Some(LONGEST));
        assert_eq!([of_mins(1_000_000_000_000_000), of_mins(u64::MAX), of_secs(u64::MAX)], [LONGEST; 3]);
        let later = now().checked_add(jiff::SignedDuration::try_from(LONGEST).unwrap());
        assert!(later.is_ok(), "a wait ends within the calendar");
    }

    #[derive(Deserialize)]
    struct Told {
        #[serde(deserialize_with = "whole")]
        minutes: u64,
        #[serde(deserialize_with = "percent")]
        share: f64,
    }

    proptest::proptest! {
        #[test]
        fn any_number_is_read(minutes in proptest::num::f64::ANY, share in proptest::num::f64::ANY, count: i64) {
            let numbers = [serde_json::json!(minutes), serde_json::json!(count), serde_json::json!(count.to_string())];
            for number in numbers {
                let told: Told = serde_json::from_value(serde_json::json!({"minutes": number, "share": share})).unwrap();
                proptest::prop_assert!(of_mins(told.minutes) <= LONGEST && told.share.is_finite());
            }
        }
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let told = |json: &str| serde_json::from_str::<Told>(json).map(|told| (told.minutes, told.share)).unwrap();
        assert_eq!(told(r#"{"minutes": 5, "share": 80.5}"#), (5, 80.5));
        assert_eq!(told(r#"{"minutes": "5", "share": "80.5"}"#), (5, 80.5));
        assert_eq!(told(r#"{"minutes": -5, "share": null}"#), (0, 0.0));
        assert_eq!(told(r#"{"minutes": 1e30, "share": [1]}"#), (u64::MAX, 0.0));
        assert_eq!(told(r#"{"minutes": 18446744073709551616, "share": 0}"#), (u64::MAX, 0.0));
    }
}

//! Times and days as configurations and platforms write them, in UTC.

use domain::{Timestamp, Violation};
use jiff::{civil::DateTime, tz::TimeZone};

/// A time in RFC 3339, or as `YYYY-MM-DD HH:MM:SS` in UTC; the violation points to the field itself.
pub(crate) fn utc_time(text: &str) -> Result<Timestamp, Violation> {
    let text = text.trim();
    let zoned = || text.parse::<Timestamp>().ok();
    let plain = || TimeZone::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok();
    zoned().or_else(plain).ok_or_else(|| {
        Violation::at("", format!("{text:?} is no time."))
            .suggest("Write it like \"2026-12-01T09:00:00Z\", or \"2026-12-01 09:00:00\" in UTC.")
    })
}

/// A time as `YYYY-MM-DD HH:MM:SS` in UTC.
pub(crate) fn utc_text(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Calendar days (UTC) from `start` to `end`, both included; at least one.
pub(crate) fn days_inclusive(start: Timestamp, end: Timestamp) -> i64 {
    let day = |time: Timestamp| time.as_second().div_euclid(86_400);
    (day(end) - day(start) + 1).max(1)
}

/// Periods of 24 hours between two times, the last one begun counted whole; at least one.
pub(crate) fn days_started(start: Timestamp, end: Timestamp) -> i64 {
    let seconds = end.as_second() - start.as_second();
    let begun = i64::from(seconds.rem_euclid(86_400) > 0);
    (seconds.div_euclid(86_400) + begun).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}

//! `YYYY-MM-DD HH:MM:SS`, in UTC (docs/platforms.md 2.1).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let time = DateTime::strptime("%Y-%m-%d %H:%M:%S", text).ok()?;
    TimeZone::UTC.to_timestamp(time).ok()
}

pub(super) fn display(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_documented_form_is_read() {
        let time = parse("2026-12-01 08:30:00").unwrap();
        assert_eq!(display(time), "2026-12-01 08:30:00");
        assert_eq!(parse("2026-12-01T08:30:00Z"), None);
        assert_eq!(parse("2026-13-01 08:30:00"), None);
    }
}

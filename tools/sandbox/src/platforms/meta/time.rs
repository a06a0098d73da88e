//! ISO 8601 with offset, or Unix seconds (docs/platforms.md 1.2); answers carry `+0000`.

use jiff::Timestamp;
use jiff::fmt::strtime;

pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(seconds) = text.parse::<i64>() {
        return Timestamp::from_second(seconds).ok();
    }
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    strtime::parse("%Y-%m-%dT%H:%M:%S%z", text).ok()?.to_timestamp().ok()
}

pub(super) fn display(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S+0000").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_documented_forms_are_read() {
        let expected = parse("1778607901").unwrap();
        for text in ["2026-05-12T10:45:01-0700", "2026-05-12T17:45:01+00:00", "2026-05-12T17:45:01Z"] {
            assert_eq!(parse(text), Some(expected), "{text}");
        }
        assert_eq!(display(expected), "2026-05-12T17:45:01+0000");
        assert_eq!(parse("tomorrow"), None);
        assert_eq!(parse("2026-05-12"), None);
    }
}

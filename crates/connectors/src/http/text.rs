//! Texts from outside, in a form for a line, a column and a reader.

use std::borrow::Cow;

use serde_json::{Map, Value};

/// The longest text in a platform's JSON, in characters: no name, id, message or link of a next page is longer.
pub(super) const FIELD: usize = 16_000;
/// The longest part of a text that is not JSON for a timeline.
pub(super) const EXCERPT: usize = 4_000;
/// The longest message of a platform that is kept.
pub(crate) const MESSAGE: usize = 2_000;
/// The longest code of a platform that is kept.
pub(crate) const CODE: usize = 100;
/// The largest body of an exchange that is kept, in bytes of JSON.
pub(crate) const BODY: usize = 64 << 10;

/// `text` with each control character replaced, except line breaks and tabs: PostgreSQL stores no NUL, and terminals
/// obey others.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(breaks) { Cow::Owned(text.replace(breaks, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// `text`, cut after `longest` characters.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// A body in the form in which it is kept: complete, or only an outline if it is large.
pub(crate) fn kept(value: Value) -> Value {
    const TEXT: usize = 500;
    const ITEMS: usize = 20;
    if size(&value) <= BODY {
        return value;
    }
    let short = outline(&value, TEXT, ITEMS);
    if size(&short) <= BODY { short } else { Value::String(shortened(&short.to_string(), EXCERPT)) }
}

fn size(value: &Value) -> usize {
    struct Count(usize);
    impl std::io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    // Counting cannot fail.
    let _ = serde_json::to_writer(&mut count, value);
    count.0
}

/// The value with texts and lists cut.
fn outline(value: &Value, text: usize, items: usize) -> Value {
    let more = |all: usize| (all > items).then(|| format!("… and {} more", all - items));
    match value {
        Value::String(long) => Value::String(shortened(long, text)),
        Value::Array(all) => {
            let first = all.iter().take(items).map(|item| outline(item, text, items));
            first.chain(more(all.len()).map(Value::String)).collect()
        }
        Value::Object(all) => {
            let first =
                all.iter().take(items * 5).map(|(name, field)| (shortened(name, text), outline(field, text, items)));
            Value::Object(first.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn control_characters_are_replaced_and_lines_stay() {
        assert_eq!(printable("a\0b\u{1b}[31m\r\u{85}c\nd\te"), "a\u{fffd}b\u{fffd}[31m\u{fffd}\u{fffd}c\nd\te");
        assert!(matches!(printable("Amélie 海洋"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        assert_eq!(shortened("海洋海洋", 2), "海洋…");
        assert_eq!(shortened("海洋", 2), "海洋");
    }

    #[test]
    fn a_large_body_keeps_its_form() {
        let small = json!({"data": vec![json!({"id": "1"}); 100]});
        assert_eq!(kept(small.clone()), small);
        let list = kept(json!({"data": vec![json!({"id": "1", "name": "x".repeat(1_000)}); 1_000]}));
        assert_eq!(list["data"].as_array().unwrap().len(), 21);
        assert_eq!(list["data"][20], "… and 980 more");
        let deep = (0..5).fold(json!("leaf"), |inner, _| Value::Array(vec![inner; 9]));
        assert!(size(&kept(deep)) <= BODY);
        assert!(size(&kept(Value::String("x".repeat(1 << 20)))) <= BODY);
    }
}

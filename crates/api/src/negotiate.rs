//! The encodings that a caller accepts, and the documents that it has.

use axum::http::{HeaderMap, HeaderName, header};

/// A way to encode an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The value of `Content-Encoding`; none for the plain form.
    pub(crate) fn word(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }
}

/// The smallest available encoding that `Accept-Encoding` allows; the plain form if there is none.
pub(crate) fn encoding(headers: &HeaderMap, there_is: impl Fn(Encoding) -> bool) -> Encoding {
    let accepted: Vec<(&str, bool)> = words(headers, header::ACCEPT_ENCODING).map(preference).collect();
    let allows = |word: &str| {
        let said = |wanted: &str| accepted.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        said(word).or_else(|| said("*")).is_some_and(|(_, allowed)| *allowed)
    };
    [Encoding::Brotli, Encoding::Gzip]
        .into_iter()
        .find(|encoding| there_is(*encoding) && encoding.word().is_some_and(allows))
        .unwrap_or(Encoding::Plain)
}

/// Returns true if `If-None-Match` contains this entity tag.
pub(crate) fn has_already(headers: &HeaderMap, tag: &str) -> bool {
    words(headers, header::IF_NONE_MATCH).any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

fn words(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim).filter(|word| !word.is_empty())
}

/// A coding, and true if it is allowed: `gzip;q=0` is not.
fn preference(word: &str) -> (&str, bool) {
    let mut parts = word.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    (name, weight.is_none_or(|weight| weight.bytes().any(|byte| (b'1'..=b'9').contains(&byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_allowed_wins() {
        let all = |_| true;
        let no_brotli = |encoding| encoding != Encoding::Brotli;
        let chosen = |accept: &str, there_is: &dyn Fn(Encoding) -> bool| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, accept.parse().unwrap());
            encoding(&headers, there_is)
        };
        for (accept, best, without_brotli) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli, Encoding::Gzip),
            ("br;q=0.1, gzip;q=1.0", Encoding::Brotli, Encoding::Gzip),
            ("br;q=0, gzip", Encoding::Gzip, Encoding::Gzip),
            ("br; q=0.000, GZIP", Encoding::Gzip, Encoding::Gzip),
            ("*", Encoding::Brotli, Encoding::Gzip),
            ("*;q=0, gzip", Encoding::Gzip, Encoding::Gzip),
            ("gzip;q=0, *", Encoding::Brotli, Encoding::Plain),
            ("identity", Encoding::Plain, Encoding::Plain),
            ("", Encoding::Plain, Encoding::Plain),
        ] {
            assert_eq!((chosen(accept, &all), chosen(accept, &no_brotli)), (best, without_brotli), "{accept:?}");
        }
        assert_eq!(encoding(&HeaderMap::new(), all), Encoding::Plain);
    }

    #[test]
    fn a_known_tag_is_one_of_those_named() {
        let knows = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, value.parse().unwrap());
            has_already(&headers, "\"a-br\"")
        };
        assert!(knows("\"a-br\"") && knows("W/\"a-br\"") && knows("\"b\", \"a-br\"") && knows("*"));
        assert!(!knows("\"a\"") && !knows("a-br") && !knows(""));
    }
}

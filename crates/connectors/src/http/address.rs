//! Addresses at a platform: every segment of a path and every value of a query is encoded here, and nowhere else.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The characters that stay unencoded in a segment or a value: RFC 3986's unreserved ones.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A path of these segments: `/act_123/campaigns`. A segment always stays one segment.
pub(crate) fn path(segments: &[&str]) -> String {
    segments.iter().fold(String::new(), |path, segment| path + "/" + &encoded(segment))
}

/// A value of a query.
pub(crate) fn value(text: &str) -> String {
    encoded(text)
}

fn encoded(text: &str) -> String {
    match text {
        // Two segments that lead elsewhere, although their characters are harmless.
        "." => "%2E".to_owned(),
        ".." => "%2E%2E".to_owned(),
        text => utf8_percent_encode(text, PLAIN).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::*;

    #[test]
    fn an_id_that_is_a_path_stays_one_segment() {
        assert_eq!(path(&["act_1001", "campaigns"]), "/act_1001/campaigns");
        let evil = "../v26.0/act_999/users?role=ADMIN&user=666#x";
        assert_eq!(path(&[evil]), "/..%2Fv26.0%2Fact_999%2Fusers%3Frole%3DADMIN%26user%3D666%23x");
        assert_eq!(path(&["..", "."]), "/%2E%2E/%2E");
    }

    proptest! {
        #[test]
        fn no_segment_ever_adds_a_segment_a_query_or_a_host(segment in ".*") {
            let url = Url::parse(&format!("https://graph.facebook.com/v26.0{}", path(&["act_1", &segment, "end"]))).unwrap();
            prop_assert_eq!(url.host_str(), Some("graph.facebook.com"));
            prop_assert_eq!((url.query(), url.fragment()), (None, None));
            let path = url.path();
            // A URL's parser reads an encoded dot as a dot: the segment may disappear, but none is added, and nothing
            // above is reached.
            prop_assert!(path.ends_with("/end") && path.starts_with("/v26.0/"), "{}", path);
            prop_assert!(path.matches('/').count() <= 4);
        }
    }
}

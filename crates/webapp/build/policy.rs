//! The `Content-Security-Policy` of a page: its own scripts, by their hashes, and nothing from elsewhere.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// The policy of an exported page. The server adds the live feed, whose host is known only then. Attributes set styles
/// as well, and those have no hashes.
pub(crate) fn of_page(html: &str) -> String {
    let mut sources = vec!["'self'".to_owned()];
    for script in inline_scripts(html) {
        let source = format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script)));
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    format!(
        "default-src 'self'; script-src {}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        sources.join(" ")
    )
}

/// The texts between `<script>` and `</script>`, of scripts that have no `src`.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let Some((attributes, after)) = after.split_once('>') else { break };
        let Some((script, after)) = after.split_once("</script") else { break };
        let has_source = attributes.split_whitespace().any(|attribute| attribute.starts_with("src="));
        if !has_source && (attributes.is_empty() || attributes.starts_with(char::is_whitespace)) {
            scripts.push(script);
        }
        rest = after;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><script src="/a.js" async=""></script><script>let a = "<b>";</script></head>
        <body><script id="theme" data-src="x">alert('hello')</script><script>let a = "<b>";</script><noscript>No.</noscript></body>"#;

    #[test]
    fn inline_scripts_are_found_and_others_are_not() {
        assert_eq!(inline_scripts(PAGE), ["let a = \"<b>\";", "alert('hello')", "let a = \"<b>\";"]);
        assert!(inline_scripts("<p>no scripts, and none that ends: <script>let a").is_empty());
    }

    #[test]
    fn each_is_allowed_by_its_hash_and_no_other_is() {
        let policy = of_page(PAGE);
        let directive = policy.split("; ").find(|directive| directive.starts_with("script-src")).unwrap();
        let sources: Vec<&str> = directive.split(' ').skip(1).collect();
        assert_eq!((sources.len(), sources[0]), (3, "'self'"), "{directive}");
        // The value of the example in the specification, for this script.
        let known = of_page("<script>alert('Hello, world.');</script>");
        assert!(known.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{known}");
        assert!(!of_page("<p>").contains("sha256"));
    }
}

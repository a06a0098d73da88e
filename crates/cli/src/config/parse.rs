//! Text to values. A parser's message about a wrong text completes "It must be …".

use std::{
    net::{Ipv4Addr, SocketAddr},
    ops::RangeInclusive,
    path::PathBuf,
    str::FromStr,
    time::Duration,
};

use domain::{Secret, ticket::lifecycle::is_account_id};
use url::Url;

use super::reader::Parsed;

/// A whole number within a range.
pub(super) fn number<T>(allowed: RangeInclusive<T>) -> impl Fn(&str) -> Parsed<T>
where
    T: FromStr + PartialOrd + std::fmt::Display,
{
    move |text| match text.parse() {
        Ok(number) if allowed.contains(&number) => Ok(number),
        _ => Err(format!("a whole number from {} to {}", allowed.start(), allowed.end())),
    }
}

/// Whole seconds within a range.
pub(super) fn seconds(allowed: RangeInclusive<u64>) -> impl Fn(&str) -> Parsed<Duration> {
    move |text| match number(allowed.clone())(text) {
        Ok(seconds) => Ok(Duration::from_secs(seconds)),
        Err(range) => Err(format!("{range}, in seconds")),
    }
}

/// An address to listen on.
pub(super) fn address(text: &str) -> Parsed<SocketAddr> {
    let wrong = || "an address and a port, such as 127.0.0.1:8000, [::1]:8000 or localhost:8000".to_owned();
    if let Some(port) = text.strip_prefix("localhost:") {
        // Names are not resolved: the result could be an address that others can reach.
        return port.parse().map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port))).map_err(|_| wrong());
    }
    text.parse().map_err(|_| wrong())
}

/// A path; relative ones are relative to the working directory.
pub(super) fn path(text: &str) -> Parsed<PathBuf> {
    // The replacement character marks bytes of the environment that were not UTF-8.
    if text.is_empty() || text.contains(['\0', '\u{FFFD}']) {
        return Err("the path of a folder, in UTF-8".to_owned());
    }
    Ok(PathBuf::from(text))
}

/// One of several values.
pub(super) fn one_of<T: Copy>(words: &[(&str, T)]) -> impl Fn(&str) -> Parsed<T> {
    move |text| {
        words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            words.join(" or ")
        })
    }
}

/// The host of a browser's request; `api` reads it in full.
pub(super) fn host(text: &str) -> Parsed<String> {
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '*' | ':' | '[' | ']');
    if text.is_empty() || !text.chars().all(is_host) {
        return Err("a host such as \"ads.example.com\", \"ads.example.com:8443\" or \"*.example.com\"".to_owned());
    }
    Ok(text.to_owned())
}

/// The base of a platform's address: scheme, host, port, an optional path, no slash at the end.
pub(super) fn api_base(text: &str) -> Parsed<String> {
    let url = Url::parse(text).ok().filter(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.has_host()
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none()
    });
    match url {
        Some(_) => Ok(text.trim_end_matches('/').to_owned()),
        None => {
            Err("an http or https address without user, query and fragment, such as https://graph.facebook.com"
                .to_owned())
        }
    }
}

/// Returns true if an address uses plain HTTP to another machine.
pub(super) fn is_plain_http_elsewhere(base: &str) -> bool {
    let Ok(url) = Url::parse(base) else { return true };
    let here = match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        // The one name that never leaves the machine (RFC 6761).
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() != "https" && !here
}

/// A platform's API version, with as many numbers as `such_as` has: `v26.0`, `v26`.
pub(super) fn api_version(such_as: &'static str) -> impl Fn(&str) -> Parsed<String> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    move |text| match text.strip_prefix('v') {
        Some(numbers)
            if numbers.split('.').all(is_number) && numbers.split('.').count() == such_as.split('.').count() =>
        {
            Ok(text.to_owned())
        }
        _ => Err(format!("a version such as {such_as}")),
    }
}

/// A token in the form of a header's value.
pub(super) fn token(text: &str) -> Parsed<Secret> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("a token: printable ASCII characters without spaces or line breaks".to_owned());
    }
    Ok(Secret::new(text))
}

/// An ad account's number, with or without the platform's prefix.
pub(super) fn account(prefix: &'static str) -> impl Fn(&str) -> Parsed<String> {
    move |text| {
        let digits = text.strip_prefix(prefix).unwrap_or(text);
        if !is_account_id(digits) {
            let with = if prefix.is_empty() { String::new() } else { format!(", with or without {prefix}") };
            return Err(format!("an account's number: 1 to 64 digits{with}"));
        }
        Ok(text.to_owned())
    }
}

/// A platform's constant: `WEB_CONVERSIONS`.
pub(super) fn constant(text: &str) -> Parsed<String> {
    let upper = text.to_ascii_uppercase();
    if upper.is_empty() || !upper.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Err("a name of letters, digits and underscores, such as WEB_CONVERSIONS".to_owned());
    }
    Ok(upper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_not_looked_up() {
        assert_eq!(address("localhost:80").unwrap(), SocketAddr::from(([127, 0, 0, 1], 80)));
        assert!(address("[::1]:0").is_ok() && address("0.0.0.0:80").is_ok());
        for wrong in ["8000", ":8000", "example.com:80", "localhost:70000", "localhost"] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_base_has_no_secret_and_no_slash_at_the_end() {
        assert_eq!(api_base("http://127.0.0.1:9000/x/").unwrap(), "http://127.0.0.1:9000/x");
        for wrong in ["graph.facebook.com", "ftp://x", "https://me:pw@x", "https://x?y=1", "https://x#y", ""] {
            assert!(api_base(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn plain_http_stays_on_this_machine() {
        for here in
            ["http://127.0.0.1:9000", "http://127.8.8.8", "http://[::1]:9000/x", "http://localhost:9000", "https://x"]
        {
            assert!(!is_plain_http_elsewhere(here), "{here}");
        }
        for elsewhere in
            ["http://10.0.0.5", "http://graph.facebook.com", "http://[fe80::1]", "http://localhost.evil.com"]
        {
            assert!(is_plain_http_elsewhere(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn tokens_versions_and_accounts_are_what_a_request_can_carry() {
        assert!(token("EAAB|x-y_z=").is_ok() && token("two words").is_err() && token("line\nbreak").is_err());
        let version = api_version("v26.0");
        assert!(version("v1.3").is_ok() && version("26.0").is_err() && version("v26").is_err());
        assert!(api_version("v26")("v27").is_ok() && api_version("v26")("v27.0").is_err());
        assert!(account("act_")("act_12").is_ok() && account("act_")("12").is_ok() && account("")("act_12").is_err());
        assert!(seconds(1..=5)("5").is_ok() && seconds(1..=5)("6").is_err() && seconds(1..=5)("1.5").is_err());
        assert!(host("*.example.com").is_ok() && host("https://example.com").is_err());
    }
}

//! The rules of `POST /_sandbox/faults`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Platform;

/// A fault and the requests that it hits. All conditions that are given must hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The kind of fault.
    pub kind: FaultKind,
    /// Only requests to this platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<Platform>,
    /// Only paths that contain this text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_contains: Option<String>,
    /// Only this HTTP method. The default is `POST`, so that faults hit creates and changes; `*` is any.
    #[serde(default = "post")]
    pub method: String,
    /// Only this ad account (without `act_`) or advertiser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Only requests whose object name contains this text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_contains: Option<String>,
    /// The probability that a matching request is hit: 0 is never, 1 (the default) always.
    #[serde(default = "always")]
    pub probability: f64,
    /// The number of requests that it still hits; unlimited if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u64>,
    /// The number of matching requests that pass first.
    #[serde(default)]
    pub after: u64,
    /// `rate_limit_429`: the `Retry-After` header (default 30).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u64>,
    /// `slow`: the delay (default 1000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay_ms: Option<u64>,
    /// `slow`: process the request first, then wait with the answer.
    #[serde(default)]
    pub delay_after: bool,
    /// `meta_throttle`: `estimated_time_to_regain_access` (default 5; 0 is allowed).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u64>,
    /// The text of the error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The platform's code, if the kind has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<i64>,
    /// Meta's subcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcode: Option<i64>,
    /// `alter`: the field that is changed, as a JSON pointer into the body: `/status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// `alter`: the new value of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The HTTP status, if the kind has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Carries out the request although the answer is spoilt. Each kind has its own default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_create: Option<bool>,
}

impl Rule {
    /// A rule that always hits every `POST`.
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            platform: None,
            path_contains: None,
            method: post(),
            account: None,
            name_contains: None,
            probability: always(),
            times: None,
            after: 0,
            retry_after_s: None,
            delay_ms: None,
            delay_after: false,
            minutes: None,
            message: None,
            code: None,
            subcode: None,
            field: None,
            value: None,
            status: None,
            after_create: None,
        }
    }

    /// The same rule for a number of requests only.
    #[must_use]
    pub fn times(self, times: u64) -> Self {
        Self { times: Some(times), ..self }
    }

    /// The rule's mistake, as a sentence.
    pub(crate) fn fault(&self) -> Option<String> {
        let only = match self.kind {
            FaultKind::MetaThrottle => Some(Platform::Meta),
            FaultKind::TiktokThrottle => Some(Platform::Tiktok),
            _ => None,
        };
        if !(0.0..=1.0).contains(&self.probability) {
            return Some(format!("probability must lie between 0 and 1, not {}", self.probability));
        }
        if only.is_some() && self.platform.is_some() && only != self.platform {
            return Some("meta_throttle is for meta and tiktok_throttle for tiktok only".to_owned());
        }
        if self.kind == FaultKind::Alter && self.field.is_none() {
            return Some("alter needs field, a JSON pointer such as /status, and value".to_owned());
        }
        if self.status.is_some_and(|status| !(200..=599).contains(&status)) {
            return Some("status must lie between 200 and 599".to_owned());
        }
        let method = self.method.as_str();
        if !["*", "GET", "POST", "DELETE", "PUT"].contains(&method) {
            return Some(format!("method must be GET, POST, PUT, DELETE or *, not {method}"));
        }
        None
    }
}

fn post() -> String {
    "POST".to_owned()
}

fn always() -> f64 {
    1.0
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// HTTP 429 with `Retry-After`; nothing created.
    #[serde(rename = "rate_limit_429")]
    RateLimit429,
    /// Meta's throttling: HTTP 400 (or `status`), code 80004 (or `code` / `subcode`), minutes in
    /// `X-Business-Use-Case-Usage`; nothing created.
    MetaThrottle,
    /// `TikTok`'s throttling: HTTP 200 with code 40100 (or `code`); nothing created.
    TiktokThrottle,
    /// HTTP 500 (or `status`); `after_create` decides whether the object exists (default: no).
    ServerError,
    /// The answer takes `delay_ms`. The object is created even when the caller has gone away meanwhile.
    Slow,
    /// The connection is closed without an answer; nothing created.
    DropBefore,
    /// The object is created, then the connection is closed without an answer.
    DropAfter,
    /// HTTP 200 with JSON that breaks off; `after_create` (default: yes).
    MalformedJson,
    /// HTTP 200 in the shape of a success but without an id; `after_create` (default: no).
    NoId,
    /// The access token expired: Meta 190 / 463, `TikTok` 40102.
    ExpiredToken,
    /// An error of the caller: Meta 100, `TikTok` 40002 (or `code`).
    BadRequest,
    /// The platform accepts another value than the one that was sent: `field` becomes `value` before the request is
    /// carried out.
    Alter,
    /// The body is shorter than its `Content-Length`, then the connection closes; `after_create` (default: yes).
    PartialBody,
}

/// The body of `POST` and `PUT /_sandbox/faults`: one rule or several, with an optional seed.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) seed: Option<u64>,
    pub(crate) rules: Vec<Rule>,
}

impl Change {
    /// Reads the body, or returns its mistake as a sentence.
    pub(crate) fn read(body: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Many {
            seed: Option<u64>,
            rules: Vec<Value>,
        }

        let value: Value = serde_json::from_slice(body).map_err(|cause| format!("not JSON: {cause}"))?;
        let Value::Object(mut fields) = value else {
            return Err("expected an object: one rule, or {\"seed\": …, \"rules\": […]}".to_owned());
        };
        let many = if fields.contains_key("rules") {
            serde_json::from_value(Value::Object(fields)).map_err(|cause| cause.to_string())?
        } else {
            let seed = match fields.remove("seed") {
                None => None,
                Some(seed) => Some(seed.as_u64().ok_or("seed must be a whole number from 0 up")?),
            };
            let rules = if fields.is_empty() && seed.is_some() { vec![] } else { vec![Value::Object(fields)] };
            Many { seed, rules }
        };
        let rules = many.rules.into_iter().enumerate().map(|(index, rule)| {
            let rule: Rule = serde_json::from_value(rule).map_err(|cause| format!("rule {index}: {cause}"))?;
            rule.fault().map_or(Ok(rule), |fault| Err(format!("rule {index}: {fault}")))
        });
        Ok(Self { seed: many.seed, rules: rules.collect::<Result<_, _>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_rule_or_several_or_only_a_seed() {
        let one = Change::read(br#"{"kind":"drop_after","seed":7,"times":1}"#).unwrap();
        assert_eq!((one.seed, one.rules.len()), (Some(7), 1));
        assert_eq!(one.rules[0], Rule::new(FaultKind::DropAfter).times(1));
        let many = Change::read(br#"{"rules":[{"kind":"slow"},{"kind":"rate_limit_429"}]}"#).unwrap();
        assert_eq!((many.seed, many.rules.len()), (None, 2));
        let seed = Change::read(br#"{"seed":9}"#).unwrap();
        assert_eq!((seed.seed, seed.rules.len()), (Some(9), 0));
    }

    #[test]
    fn what_is_wrong_is_said_in_a_sentence() {
        for (body, expected) in [
            ("[]", "expected an object"),
            ("{", "not JSON"),
            ("{}", "missing field `kind`"),
            (r#"{"kind":"explode"}"#, "unknown variant `explode`"),
            (r#"{"kind":"slow","tims":1}"#, "unknown field `tims`"),
            (r#"{"kind":"slow","probability":2}"#, "probability must lie between 0 and 1"),
            (r#"{"kind":"slow","method":"post"}"#, "method must be"),
            (r#"{"kind":"server_error","status":99}"#, "status must lie"),
            (r#"{"kind":"meta_throttle","platform":"tiktok"}"#, "meta_throttle is for meta"),
            (r#"{"kind":"slow","seed":-1}"#, "seed must be"),
            (r#"{"rules":[{"kind":"slow"},{"kind":1}]}"#, "rule 1:"),
            (r#"{"rules":[],"x":1}"#, "unknown field `x`"),
        ] {
            let error = Change::read(body.as_bytes()).unwrap_err();
            assert!(error.contains(expected), "{body}: {error}");
        }
    }
}

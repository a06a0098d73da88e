use domain::{Word, deployment::ObjectKind};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use super::*;
use crate::http::Redactor;

fn now() -> Timestamp {
    "2026-11-25T10:00:00Z".parse().unwrap()
}

fn answer(status: u16, text: &str) -> Answer {
    Answer::new(status, HeaderMap::new(), text.as_bytes(), false, &Redactor::default())
}

fn change() -> Value {
    json!({"campaign_ids": ["1800000000000000001"]})
}

/// The words of an answer to a create, a change and a read.
fn words(status: u16, text: &str) -> [&'static str; 3] {
    let change = change();
    let answer = answer(status, text);
    [Purpose::Create(ObjectKind::Campaign), Purpose::Change(&change), Purpose::Read].map(|purpose| {
        match read(&answer, purpose, now()).0 {
            Reading::Success(_) => "success",
            Reading::Failure(outcome) => outcome.as_str(),
        }
    })
}

const SAME: fn(&'static str) -> [&'static str; 3] = |word| [word, word, word];
/// A create is searched for, a change is repeated, and so is a read.
const AMBIGUOUS: [&str; 3] = ["unknown", "unavailable", "unavailable"];

/// Every row of `TikTok`'s table, by the next action.
#[test]
fn every_documented_code_has_its_meaning() {
    let refused = [
        40000, 40002, 40006, 40007, 40008, 40009, 40010, 40011, 40013, 40014, 40051, 40052, 40053, 40065, 40118, 40121,
        40122, 40502, 40900, 40902, 40903, 40904, 40905, 40906, 40907, 40908, 40909, 40910, 40911, 40912, 40913, 40914,
        40915, 41001, 41002,
    ];
    let unauthorized = [
        40001, 40101, 40102, 40103, 40104, 40105, 40106, 40107, 40108, 40109, 40110, 40112, 40113, 40115, 40116, 40117,
        40119, 40124, 40125, 40300, 40301, 41000,
    ];
    let throttled = [40016, 40100, 40132, 40133];
    let later = [40200, 40201, 40901, 60001];
    let ambiguous = [40050, 40202, 40700, 50000, 50002, 51305];
    let expected = [
        (refused.as_slice(), SAME("refused")),
        (&unauthorized, SAME("unauthorized")),
        (&throttled, SAME("throttled")),
        (&later, SAME("unavailable")),
        (&ambiguous, AMBIGUOUS),
    ];
    let mut tested = 1; // 20001 has a test of its own.
    for (codes, words_of) in expected {
        for code in codes {
            let body = json!({"code": code, "message": "in TikTok's words", "request_id": "1", "data": {}}).to_string();
            assert_eq!(words(200, &body), words_of, "{code}");
            assert!(codes::is_listed(*code), "{code} must have a row of its own");
            tested += 1;
        }
    }
    assert_eq!(tested, codes::listed(), "every row of the table is tested");
}

#[test]
fn throttles_concern_the_app_or_the_advertiser() {
    for (code, expected) in
        [(40016, Scope::Platform), (40100, Scope::Platform), (40132, Scope::Account), (40133, Scope::Account)]
    {
        let body = json!({"code": code, "message": "slow down", "data": {}}).to_string();
        let (outcome, _) = outcome(&answer(200, &body), Purpose::Create(ObjectKind::Ad), now());
        let Outcome::Throttled { retry_after: None, scope, message } = outcome else { panic!("{code}: {outcome:?}") };
        assert_eq!((scope, message.as_str()), (expected, "slow down"));
    }
}

#[test]
fn codes_that_are_not_documented_are_taken_carefully() {
    assert_eq!(words(200, r#"{"code":40999,"message":"new"}"#), SAME("refused"));
    assert_eq!(words(200, r#"{"code":55555,"message":"new"}"#), AMBIGUOUS);
    assert_eq!(words(200, r#"{"code":-1,"message":"new"}"#), AMBIGUOUS);
}

#[test]
fn http_itself_can_fail() {
    // Everything that is not TikTok's envelope comes from a server in between.
    for status in [302, 400, 401, 403, 404, 405, 407, 408, 500, 502, 503, 504] {
        for text in ["", "<html>oops</html>"] {
            assert_eq!(words(status, text), AMBIGUOUS, "{status}");
        }
    }
    assert_eq!(words(503, r#"{"code":0,"message":"OK","data":{"campaign_id":"1"}}"#), AMBIGUOUS);
    assert_eq!(words(400, r#"{"code":40105,"message":"revoked"}"#), SAME("unauthorized"));
    for malformed in ["", "{", "[]", "{\"message\":\"no code\"}", "{\"code\":\"0\"}"] {
        assert_eq!(words(200, malformed), AMBIGUOUS, "{malformed}");
    }
}

#[test]
fn http_429_waits_as_long_as_it_says() {
    let mut answer = answer(429, "slow down");
    answer.headers.insert("retry-after", "120".parse().unwrap());
    let (outcome, code) = outcome(&answer, Purpose::Create(ObjectKind::Campaign), now());
    let Outcome::Throttled { retry_after, scope, .. } = outcome else { panic!("{outcome:?}") };
    assert_eq!((retry_after, scope, code.as_str()), (Some(Duration::from_mins(2)), Scope::Account, "http 429"));
}

/// The answers of `fixtures/` as outcomes.
#[test]
fn documented_answers() {
    let change = change();
    let cases: &[(&str, &str, Purpose<'_>)] = &[
        ("campaign_created", include_str!("../fixtures/campaign_created.json"), Purpose::Create(ObjectKind::Campaign)),
        ("adgroup_created", include_str!("../fixtures/adgroup_created.json"), Purpose::Create(ObjectKind::AdSet)),
        ("ad_created", include_str!("../fixtures/ad_created.json"), Purpose::Create(ObjectKind::Ad)),
        (
            "smart_plus_ad_created",
            include_str!("../fixtures/smart_plus_ad_created.json"),
            Purpose::Create(ObjectKind::Ad),
        ),
        ("status_updated", include_str!("../fixtures/status_updated.json"), Purpose::Change(&change)),
        (
            "created_without_id",
            include_str!("../fixtures/created_without_id.json"),
            Purpose::Create(ObjectKind::Campaign),
        ),
        (
            "created_with_blank_id",
            include_str!("../fixtures/created_with_blank_id.json"),
            Purpose::Create(ObjectKind::Campaign),
        ),
        ("partial_failure", include_str!("../fixtures/partial_failure.json"), Purpose::Change(&change)),
        ("partial_throttled", include_str!("../fixtures/partial_throttled.json"), Purpose::Change(&change)),
        ("partial_success", include_str!("../fixtures/partial_success.json"), Purpose::Create(ObjectKind::Campaign)),
        ("partial_unclear", include_str!("../fixtures/partial_unclear.json"), Purpose::Create(ObjectKind::Campaign)),
        (
            "invalid_parameter",
            include_str!("../fixtures/invalid_parameter.json"),
            Purpose::Create(ObjectKind::Campaign),
        ),
        ("too_frequent", include_str!("../fixtures/too_frequent.json"), Purpose::Create(ObjectKind::Campaign)),
        ("token_revoked", include_str!("../fixtures/token_revoked.json"), Purpose::Create(ObjectKind::Campaign)),
        (
            "duplicate_request",
            include_str!("../fixtures/duplicate_request.json"),
            Purpose::Create(ObjectKind::Campaign),
        ),
        ("server_error", include_str!("../fixtures/server_error.json"), Purpose::Create(ObjectKind::Campaign)),
    ];
    let lines: Vec<String> = cases
        .iter()
        .map(|(name, text, purpose)| {
            let (outcome, code) = outcome(&answer(200, text), *purpose, now());
            format!("{name}: code {code} -> {outcome:?}")
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

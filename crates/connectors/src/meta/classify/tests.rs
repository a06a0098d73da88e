//! Every row of Meta's error tables, in the documented forms: the meaning for a create, and for a change.

use std::fmt::Write;

use domain::{Timestamp, Word, deployment::Outcome};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde_json::Value;

use crate::http::{Answer, NoAnswer, Redactor};

use super::{Asked, Context, classify, no_answer};

#[derive(Deserialize)]
struct Case {
    #[serde(rename = "case")]
    title: String,
    status: u16,
    #[serde(default)]
    headers: std::collections::BTreeMap<String, String>,
    answer: Value,
}

impl Case {
    fn answer(&self) -> Answer {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            headers.insert(HeaderName::try_from(name).unwrap(), HeaderValue::from_str(value).unwrap());
        }
        let text = self.answer.as_str().map_or_else(|| self.answer.to_string(), str::to_owned);
        Answer::new(self.status, headers, text.as_bytes(), false, &Redactor::default())
    }
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done(id) => format!("done {}", id.as_str()),
        Outcome::Throttled { retry_after, scope, message } => {
            let wait = retry_after.map_or_else(|| "unsaid".to_owned(), |wait| format!("{} s", wait.as_secs()));
            format!("throttled, {scope:?}, {wait}: {message}")
        }
        Outcome::Unavailable(cause) => format!("unavailable: {}", cause.message),
        Outcome::HeldBack(cause) => format!("held back: {}", cause.message),
        Outcome::Unknown(cause, in_flight) => format!("unknown, {}: {}", in_flight.as_str(), cause.message),
        Outcome::Refused { code, message } => format!("refused {code}: {message}"),
        Outcome::Unauthorized(cause) => format!("unauthorized: {}", cause.message),
    }
}

fn context(asked: Asked<'_>) -> Context<'_> {
    Context { asked, account: Some("1001"), now: Timestamp::UNIX_EPOCH }
}

#[test]
fn every_documented_answer() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../fixtures/errors.json")).unwrap();
    let mut sheet = String::new();
    for case in cases {
        let answer = case.answer();
        let create = classify(&answer, context(Asked::Create));
        let change = classify(&answer, context(Asked::Change("77")));
        let code = create.code.clone().unwrap_or_else(|| "-".to_owned());
        writeln!(sheet, "{} [{code}]\n  create: {}", case.title, told(&create.outcome)).unwrap();
        if change.outcome != create.outcome {
            writeln!(sheet, "  change: {}", told(&change.outcome)).unwrap();
        }
    }
    insta::assert_snapshot!(sheet);
}

#[test]
fn no_answer_is_only_ambiguous_for_a_create() {
    let none =
        |not_sent, silent| NoAnswer { not_sent, held_back: false, silent, code: "x", message: "Nothing came.".into() };
    let words = |none: &NoAnswer| {
        [Asked::Create, Asked::Change("77"), Asked::Read].map(|asked| no_answer(none, asked).as_str())
    };
    assert_eq!(words(&none(false, true)), ["unknown", "unavailable", "unavailable"]);
    assert_eq!(words(&none(false, false)), ["unknown", "unavailable", "unavailable"]);
    assert_eq!(words(&none(true, false)), ["unavailable"; 3]);
}

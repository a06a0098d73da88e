//! Every kind of answer is understood, and no answer carries a secret into a record.

use domain::Word as _;
use std::collections::BTreeSet;

use connectors::{Connector, Exchange, PLATFORMS, http::SendGate};
use domain::{PlatformId, RequestType, Timestamp};
use serde_json::Value;
use testkit::{ExampleAnswer, StubAnswer, StubPlatform, TOKEN, example_answers, smallest_config};

use super::world::{Ticketed, connector};

const OUTCOMES: [&str; 6] = ["done", "throttled", "unauthorized", "refused", "unknown", "unavailable"];

/// Sends the smallest campaign to a platform that gives this answer.
async fn sent(platform: PlatformId, answer: &ExampleAnswer) -> (Connector, Exchange) {
    let stub = StubAnswer::json(answer.status, &answer.body);
    let server = StubPlatform::start(move |_| stub.clone()).await;
    let connector = connector(platform, &server.url);
    let ticket = Ticketed::new(platform, RequestType::CreateCampaign, smallest_config(platform));
    let step = ticket.translate(&connector).steps.remove(0);
    let mut request = step.request.clone();
    // An idempotency key is digits on every platform that has one.
    request.references.clear();
    let exchange = connector.client.send(&step, &request, SendGate::open(), Timestamp::UNIX_EPOCH).await;
    (connector, exchange)
}

#[tokio::test]
async fn every_outcome_is_told_from_an_answer() {
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        let mut covered = BTreeSet::new();
        for answer in example_answers(platform) {
            let (_, exchange) = sent(platform, &answer).await;
            assert_eq!(exchange.outcome.as_str(), answer.outcome, "{platform}: {:?}", exchange.outcome);
            assert_eq!(exchange.record.status, Some(answer.status));
            covered.insert(answer.outcome);
        }
        assert_eq!(covered, OUTCOMES.map(str::to_owned).into(), "{platform} has an example of each outcome");
    }
}

#[tokio::test]
async fn a_secret_is_in_no_preview_record_or_outcome() {
    for platform in PLATFORMS.map(|descriptor| descriptor.id) {
        for mut answer in example_answers(platform) {
            echo(&mut answer.body);
            let (connector, exchange) = sent(platform, &answer).await;
            assert!(!format!("{exchange:?}").contains(TOKEN), "{platform}: {exchange:?}");
            let ticket = Ticketed::new(platform, RequestType::CreateCampaign, smallest_config(platform));
            let step = ticket.translate(&connector).steps.remove(0);
            let preview = connector.client.preview(&step.request);
            assert!(!format!("{preview:?}").contains(TOKEN), "{preview:?}");
            let shown = format!("{}[redacted]", connector.descriptor.auth.scheme);
            assert!(preview.headers.contains(&(connector.descriptor.auth.header.to_owned(), shown)), "{preview:?}");
        }
    }
}

/// Every text of an answer says the token.
fn echo(value: &mut Value) {
    match value {
        Value::Object(fields) => fields.values_mut().for_each(echo),
        Value::Array(items) => items.iter_mut().for_each(echo),
        Value::String(text) if !text.bytes().all(|byte| byte.is_ascii_digit()) => *text = format!("{text} {TOKEN}"),
        _ => {}
    }
}

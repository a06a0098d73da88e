//! The client against a server of our own in Meta's place.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Bytes,
    extract::{Request, State},
    http::StatusCode,
    response::IntoResponse,
};
use domain::{
    RequestType, Timestamp, Word,
    deployment::{Lookup, ObjectKind, Outcome, PlannedStep, next::Found},
};
use serde_json::{Value, json};

use crate::{
    Exchange, FoundByName, PlatformClient,
    http::{HttpClient, SendGate},
};

use super::{
    super::{client::MetaClient, settings::Settings},
    world::{NAME, given, settings},
};

/// What Meta got, and what it answers, in turn.
#[derive(Default)]
struct Script {
    answers: Vec<(u16, String)>,
    requests: Vec<(String, String, Option<String>)>,
}

type Shared = Arc<Mutex<Script>>;

async fn answer(State(script): State<Shared>, request: Request) -> impl IntoResponse {
    let line = format!("{} {}", request.method(), request.uri());
    let auth = request.headers().get("authorization").map(|value| value.to_str().unwrap().to_owned());
    let body: Bytes = axum::body::to_bytes(request.into_body(), 1_000_000).await.unwrap();
    let mut script = script.lock().unwrap();
    script.requests.push((line, String::from_utf8_lossy(&body).into_owned(), auth));
    let (status, text) = if script.answers.is_empty() { (500, String::new()) } else { script.answers.remove(0) };
    (StatusCode::from_u16(status).unwrap(), text)
}

struct Meta {
    script: Shared,
    client: MetaClient,
}

async fn meta(answers: Vec<(u16, String)>) -> Meta {
    let script = Shared::new(Mutex::new(Script { answers, requests: Vec::new() }));
    let app = Router::new().fallback(answer).with_state(script.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = settings(&format!("http://{}/", listener.local_addr().unwrap()));
    tokio::spawn(async move { axum::serve(listener, app).await });
    Meta { script, client: client(settings) }
}

fn client(settings: Settings) -> MetaClient {
    let http = HttpClient::new(std::time::Duration::from_secs(5)).unwrap().redacting(&settings.common.access_token);
    MetaClient::new(settings.common, http)
}

fn ok(body: &Value) -> (u16, String) {
    (200, body.to_string())
}

fn step() -> PlannedStep {
    let mut ticket = given(RequestType::CreateCampaign, json!({"objective": "OUTCOME_TRAFFIC"}));
    ticket.settings.common.default_account = Some("1001".into());
    ticket.translate().steps.remove(0)
}

impl Meta {
    async fn create(&self) -> Exchange {
        let step = step();
        self.client.send(&step, &step.request, SendGate::open(), Timestamp::UNIX_EPOCH).await
    }

    async fn find_by_name(&self, kind: ObjectKind, parent: Option<&str>) -> FoundByName {
        let lookup = Lookup {
            kind,
            account_id: "1001".into(),
            name: NAME.into(),
            parent: parent.map(|id| id.to_owned().into()),
        };
        self.client.find_by_name(&step(), &lookup, Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH).await
    }

    fn requests(&self) -> Vec<(String, String, Option<String>)> {
        self.script.lock().unwrap().requests.clone()
    }
}

#[tokio::test]
async fn a_create_posts_json_with_the_token_in_a_header() {
    let meta = meta(vec![ok(&json!({"id": "120210000000000000"}))]).await;
    let Exchange { outcome, record, .. } = meta.create().await;
    assert!(matches!(outcome, Outcome::Done(id) if id.as_str() == "120210000000000000"));
    let [(line, body, auth)] = meta.requests().try_into().unwrap();
    assert_eq!(line, "POST /v26.0/act_1001/campaigns");
    assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), step().request.body);
    assert_eq!(auth.as_deref(), Some("Bearer EAAB-very-secret-token"));
    assert_eq!((record.outcome.as_str(), record.status, record.platform_code), ("done", Some(200), None));
    assert_eq!(record.response, json!({"id": "120210000000000000"}));
}

#[tokio::test]
async fn a_token_that_meta_echoes_is_in_no_record() {
    let error = json!({"error": {"message": "Malformed access token EAAB-very-secret-token", "code": 190}});
    let meta = meta(vec![(400, error.to_string())]).await;
    let exchange = meta.create().await;
    assert!(!format!("{exchange:?}").contains("very-secret"), "{exchange:?}");
    assert!(matches!(exchange.outcome, Outcome::Unauthorized(_)));
    assert_eq!(exchange.record.platform_code.as_deref(), Some("190"));
}

#[tokio::test]
async fn a_change_succeeds_with_the_targets_id() {
    let meta = meta(vec![ok(&json!({"success": true}))]).await;
    let mut step = step();
    step.kind = ObjectKind::Update;
    step.request.path = "/120210000000000000".into();
    step.request.body = json!({"status": "PAUSED"});
    let exchange = meta.client.send(&step, &step.request, SendGate::open(), Timestamp::UNIX_EPOCH).await;
    assert!(matches!(exchange.outcome, Outcome::Done(id) if id.as_str() == "120210000000000000"));
    assert_eq!(meta.requests()[0].0, "POST /v26.0/120210000000000000");
}

#[tokio::test]
async fn nothing_leaves_without_a_token_or_through_a_closed_gate() {
    let mut meta = meta(vec![ok(&json!({"id": "1"}))]).await;
    let step = step();
    let closed = SendGate::new(|| false);
    let exchange = meta.client.send(&step, &step.request, closed, Timestamp::UNIX_EPOCH).await;
    assert_eq!((exchange.outcome.as_str(), exchange.record.platform_code.as_deref()), ("unavailable", Some("lease")));
    let mut without = settings("http://127.0.0.1:9");
    without.common.access_token = None;
    meta.client = client(without);
    let exchange = meta.create().await;
    assert_eq!(
        (exchange.outcome.as_str(), exchange.record.platform_code.as_deref()),
        ("unauthorized", Some("no token"))
    );
    assert_eq!(meta.find_by_name(ObjectKind::Campaign, None).await.record.outcome, "unauthorized");
    assert!(meta.requests().is_empty());
}

#[tokio::test]
async fn a_find_by_name_filters_compares_the_name_itself_and_follows_pages_at_home() {
    let (first, second) = (include_str!("../fixtures/page_1.json"), include_str!("../fixtures/page_2.json"));
    let meta = meta(vec![(200, first.to_owned()), (200, second.to_owned())]).await;
    let looked = meta.find_by_name(ObjectKind::Campaign, None).await;
    assert!(matches!(looked.found, Ok(Found::One(id)) if id.as_str() == "120210000000000003"));
    assert_eq!(looked.record.outcome, "found");
    let lines: Vec<String> = meta.requests().into_iter().map(|(line, ..)| line).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[tokio::test]
async fn a_look_up_says_nothing_one_or_several() {
    let named =
        |ids: &[&str]| ok(&json!({"data": ids.iter().map(|id| json!({"id": id, "name": NAME})).collect::<Vec<_>>()}));
    for (ids, word) in
        [(&[][..], "nothing"), (&["1"][..], "found"), (&["1", "2"][..], "several"), (&["1", "1"][..], "found")]
    {
        let looked = meta(vec![named(ids)]).await.find_by_name(ObjectKind::Creative, None).await;
        assert_eq!(looked.record.outcome, word, "{ids:?}");
    }
}

#[tokio::test]
async fn an_ad_set_of_another_campaign_is_not_ours() {
    let listed = |campaign: &str| ok(&json!({"data": [{"id": "5", "name": NAME, "campaign_id": campaign}]}));
    let ours = meta(vec![listed("77")]).await.find_by_name(ObjectKind::AdSet, Some("77")).await;
    let theirs = meta(vec![listed("78")]).await.find_by_name(ObjectKind::AdSet, Some("77")).await;
    assert_eq!((ours.record.outcome.as_str(), theirs.record.outcome.as_str()), ("found", "nothing"));
}

#[tokio::test]
async fn everything_is_read_where_the_filter_is_refused() {
    let refused = json!({"error": {"message": "Filtering field name is invalid", "code": 100}});
    let all = json!({"data": [{"id": "1", "name": "another"}, {"id": "2", "name": NAME}]});
    let meta = meta(vec![(400, refused.to_string()), ok(&all)]).await;
    let looked = meta.find_by_name(ObjectKind::Campaign, None).await;
    assert!(matches!(looked.found, Ok(Found::One(id)) if id.as_str() == "2"));
    let lines: Vec<String> = meta.requests().into_iter().map(|(line, ..)| line).collect();
    assert!(lines[0].contains("filtering=") && !lines[1].contains("filtering="), "{lines:?}");
}

#[tokio::test]
async fn a_look_up_that_fails_says_why() {
    for (status, body, word, code) in [
        (400, json!({"error": {"message": "Too many calls", "code": 80004}}).to_string(), "throttled", "80004"),
        (
            401,
            json!({"error": {"message": "Expired", "code": 190, "error_subcode": 463}}).to_string(),
            "unauthorized",
            "190/463",
        ),
        (502, "<html>".to_owned(), "unavailable", "http 502"),
        (200, "{\"data\":[".to_owned(), "unavailable", "malformed"),
    ] {
        let looked = meta(vec![(status, body)]).await.find_by_name(ObjectKind::Ad, None).await;
        assert_eq!((looked.record.outcome.as_str(), looked.record.platform_code.as_deref()), (word, Some(code)));
        assert_eq!(looked.found.unwrap_err().as_str(), word);
    }
}

#[tokio::test]
async fn a_list_without_end_is_left() {
    let page = |number: usize| {
        ok(
            &json!({"data": [{"id": number.to_string(), "name": "another"}], "paging": {"next": format!("http://127.0.0.1/x?after={number}")}}),
        )
    };
    let looked = meta((0..200).map(page).collect()).await.find_by_name(ObjectKind::Campaign, None).await;
    assert_eq!(looked.record.outcome, "unavailable");
    let circle = meta(vec![page(1), page(1), page(1)]).await.find_by_name(ObjectKind::Campaign, None).await;
    assert_eq!(circle.record.outcome, "unavailable");
}

#[tokio::test]
async fn a_look_up_that_nobody_answers_is_repeated() {
    let client = client(settings("http://127.0.0.1:9"));
    let lookup = Lookup { kind: ObjectKind::Campaign, account_id: "1".into(), name: "x".into(), parent: None };
    let looked = client.find_by_name(&step(), &lookup, Timestamp::UNIX_EPOCH, Timestamp::UNIX_EPOCH).await;
    assert_eq!(
        (looked.record.outcome.as_str(), looked.record.platform_code.as_deref()),
        ("unavailable", Some("connect"))
    );
}

#[test]
fn a_preview_shows_all_but_the_token() {
    let preview = client(settings("https://graph.facebook.com")).preview(&step().request);
    insta::assert_json_snapshot!(preview);
}

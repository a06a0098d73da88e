//! Against a local server that answers what a test says, and keeps what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, body::Bytes, extract::State, http::Request, response::IntoResponse};
use domain::{
    Timestamp,
    deployment::{Cause, InFlight, Lookup, ObjectKind, Outcome, PlannedStep, RequestTemplate, next::Found},
    ticket::lifecycle::ExternalId,
};
use serde_json::{Value, json};

use crate::{
    PlatformClient,
    http::{HttpClient, SendGate},
};

use super::{
    super::client::{TiktokClient, api_root},
    settings,
};

#[derive(Debug, Clone)]
struct Asked {
    method: String,
    uri: String,
    token: Option<String>,
    body: Value,
}

/// Answers in order; the last one again and again.
#[derive(Clone, Default)]
struct Platform {
    answers: Arc<Mutex<VecDeque<(u16, String)>>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Platform {
    async fn answer(State(platform): State<Self>, request: Request<axum::body::Body>) -> impl IntoResponse {
        let (parts, body) = request.into_parts();
        let body: Bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
        platform.asked.lock().unwrap().push(Asked {
            method: parts.method.to_string(),
            uri: parts.uri.to_string(),
            token: parts.headers.get("access-token").map(|value| value.to_str().unwrap().to_owned()),
            body: serde_json::from_slice(&body).unwrap_or_default(),
        });
        let mut answers = platform.answers.lock().unwrap();
        let (status, text) = if answers.len() > 1 { answers.pop_front().unwrap() } else { answers[0].clone() };
        (axum::http::StatusCode::from_u16(status).unwrap(), text)
    }

    fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

/// A client of a server that gives these answers.
async fn platform(answers: &[(u16, &str)]) -> (TiktokClient, Platform) {
    let platform = Platform::default();
    platform.answers.lock().unwrap().extend(answers.iter().map(|(status, text)| (*status, (*text).to_owned())));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().fallback(Platform::answer).with_state(platform.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (client(&base), platform)
}

fn client(base: &str) -> TiktokClient {
    // The binary does this once; whichever test comes first does it here.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let settings = settings(base);
    let http = HttpClient::new(Duration::from_secs(5)).unwrap().redacting(&settings.common.access_token);
    TiktokClient::new(settings.common, http)
}

fn now() -> Timestamp {
    "2026-11-25T10:00:00Z".parse().unwrap()
}

fn step(kind: ObjectKind) -> PlannedStep {
    let body = json!({"campaign_name": "DIS_US_TIKTOK_2026_MoanaLaunch", "budget": 50.55, "campaign_id": "77"});
    PlannedStep {
        key: "campaign".into(),
        kind,
        name: "DIS_US_TIKTOK_2026_MoanaLaunch".into(),
        request: RequestTemplate::post("/campaign/create/".into(), body, vec![]),
        lookup: None,
    }
}

/// A step that the Smart+ flow made.
fn smart_plus(kind: ObjectKind) -> PlannedStep {
    let mut step = step(kind);
    step.request.path = "/smart_plus/ad/create/".into();
    step
}

fn lookup(kind: ObjectKind, name: &str, parent: Option<&str>) -> Lookup {
    let parent = parent.map(|id| id.to_owned().into());
    Lookup { kind, account_id: "7000000000000000001".into(), name: name.into(), parent }
}

fn id(text: &str) -> ExternalId {
    ExternalId::new(text).unwrap()
}

#[tokio::test]
async fn a_creation_is_sent_with_the_token_and_recorded_without_it() {
    let (client, platform) = platform(&[(200, include_str!("../fixtures/campaign_created.json"))]).await;
    let step = step(ObjectKind::Campaign);
    let exchange = client.send(&step, &step.request, SendGate::open(), now()).await;

    assert_eq!(exchange.outcome, Outcome::Done(id("1800000000000000001")));
    let asked = &platform.asked()[0];
    assert_eq!((asked.method.as_str(), asked.uri.as_str()), ("POST", "/open_api/v1.3/campaign/create/"));
    assert_eq!(asked.token.as_deref(), Some("tt-secret-token"));
    assert_eq!(asked.body["budget"].to_string(), "50.55");
    let record = exchange.record;
    assert_eq!(
        (record.outcome.as_str(), record.platform_code.as_deref(), record.status),
        ("done", Some("0"), Some(200))
    );
    assert!(!format!("{record:?}").contains("tt-secret-token"));
}

#[tokio::test]
async fn an_error_in_a_200_is_no_success() {
    let (client, _) = platform(&[(200, include_str!("../fixtures/invalid_parameter.json"))]).await;
    let step = step(ObjectKind::Campaign);
    let exchange = client.send(&step, &step.request, SendGate::open(), now()).await;
    let Outcome::Refused { code, message } = exchange.outcome else { panic!("{:?}", exchange.outcome) };
    assert_eq!((code.as_str(), message.as_str()), ("40002", "budget: the budget must be no less than 50"));
    assert_eq!(
        (exchange.record.outcome.as_str(), exchange.record.platform_code.as_deref()),
        ("refused", Some("40002"))
    );
}

#[tokio::test]
async fn a_creation_without_an_answer_is_unknown_and_a_change_is_repeated() {
    // Accepts and hangs up.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            let mut bytes = [0; 4096];
            tokio::io::AsyncReadExt::read(&mut socket, &mut bytes).await.unwrap();
        }
    });
    let client = client(&base);
    let create = step(ObjectKind::Campaign);
    let exchange = client.send(&create, &create.request, SendGate::open(), now()).await;
    assert!(matches!(exchange.outcome, Outcome::Unknown(_, InFlight::Dropped)), "{:?}", exchange.outcome);
    assert_eq!(
        (exchange.record.outcome.as_str(), exchange.record.platform_code.as_deref()),
        ("unknown", Some("connection"))
    );

    let update = step(ObjectKind::Update);
    let exchange = client.send(&update, &update.request, SendGate::open(), now()).await;
    assert!(matches!(exchange.outcome, Outcome::Unavailable(_)), "{:?}", exchange.outcome);
}

#[tokio::test]
async fn nothing_leaves_through_a_closed_gate() {
    let (client, platform) = platform(&[(200, "{}")]).await;
    let step = step(ObjectKind::Campaign);
    let exchange = client.send(&step, &step.request, SendGate::new(|| false), now()).await;
    assert!(matches!(exchange.outcome, Outcome::HeldBack(_)), "{:?}", exchange.outcome);
    assert!(platform.asked().is_empty());
}

#[tokio::test]
async fn a_look_up_compares_the_whole_name() {
    let (client, platform) = platform(&[(200, include_str!("../fixtures/campaign_list.json"))]).await;
    let found = client
        .find_by_name(
            &step(ObjectKind::Campaign),
            &lookup(ObjectKind::Campaign, "DIS_US_TIKTOK_2026_MoanaLaunch", None),
            now(),
            now(),
        )
        .await;
    assert_eq!(found.found, Ok(Found::One(id("1800000000000000001"))));
    assert_eq!((found.record.outcome.as_str(), found.record.method.as_str()), ("found", "GET"));
    assert_eq!(
        platform.asked()[0].uri,
        "/open_api/v1.3/campaign/get/?advertiser_id=7000000000000000001\
         &filtering=%7B%22campaign_name%22%3A%22DIS_US_TIKTOK_2026_MoanaLaunch%22%7D&page=1&page_size=1000"
    );

    let found = client
        .find_by_name(
            &step(ObjectKind::Campaign),
            &lookup(ObjectKind::Campaign, "DIS_US_TIKTOK_2026_Moana", None),
            now(),
            now(),
        )
        .await;
    assert_eq!((found.found, found.record.outcome.as_str()), (Ok(Found::Nothing), "nothing"));
}

fn page(ids: &[&str], total_page: u32) -> String {
    let list: Vec<_> = ids.iter().map(|id| json!({"adgroup_id": id, "adgroup_name": "A_AdGroup1"})).collect();
    json!({"code": 0, "message": "OK", "data": {"list": list, "page_info": {"total_page": total_page}}}).to_string()
}

#[tokio::test]
async fn a_look_up_reads_every_page() {
    let pages = [page(&["1", "2"], 3), page(&["2"], 3), page(&["3"], 3)];
    let answers: Vec<_> = pages.iter().map(|page| (200, page.as_str())).collect();
    let (client, platform) = platform(&answers).await;
    let found = client
        .find_by_name(&step(ObjectKind::AdSet), &lookup(ObjectKind::AdSet, "A_AdGroup1", Some("77")), now(), now())
        .await;
    assert_eq!(found.found, Ok(Found::Several(vec![id("1"), id("2"), id("3")])));
    assert_eq!(found.record.outcome, "several");
    let asked = platform.asked();
    assert_eq!(asked.len(), 3);
    assert!(asked[2].uri.contains("&page=3&"), "{}", asked[2].uri);
    assert!(asked[0].uri.contains("%22campaign_ids%22%3A%5B%2277%22%5D"), "the parent narrows it: {}", asked[0].uri);
}

#[tokio::test]
async fn a_look_up_does_not_call_endless_lists_empty() {
    let endless = page(&[], 1_000_000);
    let (client, platform) = platform(&[(200, &endless)]).await;
    let found = client
        .find_by_name(&step(ObjectKind::AdSet), &lookup(ObjectKind::AdSet, "A_AdGroup1", None), now(), now())
        .await;
    assert!(
        matches!(found.found, Err(Outcome::Unavailable(Cause { ref code, .. })) if code == "too_many"),
        "{:?}",
        found.found
    );
    assert_eq!(platform.asked().len(), 20);
}

#[tokio::test]
async fn a_look_up_that_fails_says_nothing_about_the_object() {
    for (text, word) in [
        (include_str!("../fixtures/too_frequent.json"), "throttled"),
        (include_str!("../fixtures/token_revoked.json"), "unauthorized"),
        (include_str!("../fixtures/server_error.json"), "unavailable"),
        ("no json", "unavailable"),
        (r#"{"code":0,"message":"OK","data":{}}"#, "unavailable"),
    ] {
        let (client, _) = platform(&[(200, text)]).await;
        let found = client
            .find_by_name(&step(ObjectKind::Campaign), &lookup(ObjectKind::Campaign, "A", None), now(), now())
            .await;
        assert!(found.found.is_err(), "{text}");
        assert_eq!(found.record.outcome, word, "{text}");
    }
}

#[tokio::test]
async fn a_smart_plus_ad_is_looked_for_in_its_own_list_first() {
    let own = r#"{"code":0,"data":{"list":[{"smart_plus_ad_id":"5","ad_name":"A_Ad1"}],"page_info":{"total_page":1}}}"#;
    let (client, smart) = platform(&[(200, own)]).await;
    let wanted = lookup(ObjectKind::Ad, "A_Ad1", Some("88"));
    assert_eq!(
        client.find_by_name(&smart_plus(ObjectKind::Ad), &wanted, now(), now()).await.found,
        Ok(Found::One(id("5")))
    );
    assert!(smart.asked()[0].uri.starts_with("/open_api/v1.3/smart_plus/ad/get/?"));

    let none = r#"{"code":0,"data":{"list":[],"page_info":{"total_page":0}}}"#;
    let manual = r#"{"code":0,"data":{"list":[{"ad_id":"6","ad_name":"A_Ad1"}],"page_info":{"total_page":1}}}"#;
    let (client, both) = platform(&[(200, none), (200, manual)]).await;
    assert_eq!(
        client.find_by_name(&smart_plus(ObjectKind::Ad), &wanted, now(), now()).await.found,
        Ok(Found::One(id("6")))
    );
    assert!(both.asked()[1].uri.starts_with("/open_api/v1.3/ad/get/?"));
    assert!(both.asked()[1].uri.contains("%22adgroup_ids%22%3A%5B%2288%22%5D"));
}

#[test]
fn the_root_is_not_doubled() {
    for base in [
        "https://business-api.tiktok.com",
        "https://business-api.tiktok.com/",
        "https://business-api.tiktok.com/open_api",
        "https://business-api.tiktok.com/open_api/",
        "https://business-api.tiktok.com/open_api/v1.3",
        "https://business-api.tiktok.com/open_api/v1.3/",
    ] {
        assert_eq!(api_root(base, "v1.3"), "https://business-api.tiktok.com/open_api/v1.3", "{base}");
    }
    assert_eq!(api_root("http://127.0.0.1:9000/tiktok", "v1.3"), "http://127.0.0.1:9000/tiktok/open_api/v1.3");
}

#[test]
fn a_preview_hides_the_token() {
    let preview = client("https://business-api.tiktok.com").preview(&step(ObjectKind::Campaign).request);
    assert_eq!(preview.url, "https://business-api.tiktok.com/open_api/v1.3/campaign/create/");
    assert_eq!(preview.headers[0], ("Access-Token".to_owned(), "[redacted]".to_owned()));
    assert_eq!((preview.method.as_str(), &preview.body["budget"]), ("POST", &json!(50.55)));
}

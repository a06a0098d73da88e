//! Every fault, over a real socket where the connection matters.

use std::time::Duration;

use sandbox::{FaultKind, Outcome, Rule};
use serde_json::{Value, json};
use tokio::{io::AsyncWriteExt, net::TcpStream};

use crate::client::{Heard, Local, Served, but, hear, meta_campaign, send, tiktok_campaign};

const META: &str = "/v26.0/act_1/campaigns";
const TIKTOK: &str = "/open_api/v1.3/campaign/create/";

async fn both(served: &Served) -> [Heard; 2] {
    [served.post(META, &meta_campaign()).await, served.post(TIKTOK, &tiktok_campaign()).await]
}

#[tokio::test]
async fn rate_limit_429_names_the_seconds() {
    let local = Local::new();
    local.fault(json!({"kind": "rate_limit_429", "retry_after_s": 17})).await;
    for answer in [
        local.meta("act_1/campaigns", meta_campaign()).await,
        local.tiktok("/campaign/create/", tiktok_campaign()).await,
    ] {
        assert_eq!((answer.status, answer.header("retry-after")), (429, "17"));
    }
    assert!(local.sandbox.objects().is_empty());
}

#[tokio::test]
async fn meta_throttle_takes_other_codes_and_no_minutes() {
    let local = Local::new();
    for (rule, expected) in [
        (json!({"kind": "meta_throttle", "minutes": 0, "code": 17, "subcode": 2_446_079}), (17, 2_446_079)),
        (json!({"kind": "meta_throttle", "minutes": 0, "code": 613}), (613, 0)),
        (json!({"kind": "meta_throttle", "code": 4, "status": 403}), (4, 0)),
    ] {
        local.sandbox.clear_faults();
        local.fault(rule.clone()).await;
        let answer = local.meta("act_1/campaigns", meta_campaign()).await;
        assert_eq!(answer.error(), expected);
        assert_eq!(answer.status, if rule.get("status").is_some() { 403 } else { 400 });
        let usage: Value = serde_json::from_str(answer.header("x-business-use-case-usage")).unwrap();
        let minutes = rule.get("minutes").map_or(5, |minutes| minutes.as_i64().unwrap());
        assert_eq!(usage["1"][0]["estimated_time_to_regain_access"], minutes);
    }
    assert_eq!(local.tiktok("/campaign/create/", tiktok_campaign()).await.code(), 0, "Meta's alone");
}

#[tokio::test]
async fn tiktok_throttle_is_http_200() {
    let local = Local::new();
    local.fault(json!({"kind": "tiktok_throttle", "times": 1})).await;
    local.fault(json!({"kind": "tiktok_throttle", "code": 40_133, "times": 1})).await;
    for code in [40_100, 40_133, 0] {
        let answer = local.tiktok("/campaign/create/", tiktok_campaign()).await;
        assert_eq!((answer.status, answer.code()), (200, code));
    }
    assert_eq!(local.sandbox.objects().len(), 1);
}

#[tokio::test]
async fn server_error_before_and_after_the_object_exists() {
    let local = Local::new();
    local.fault(json!({"kind": "server_error", "times": 1})).await;
    assert_eq!(local.meta("act_1/campaigns", meta_campaign()).await.status, 500);
    assert_eq!(local.sandbox.objects().len(), 0);
    local.fault(json!({"kind": "server_error", "status": 503, "after_create": true})).await;
    let meta = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((meta.status, meta.error().0), (503, 2));
    assert_eq!(meta.body["error"]["is_transient"], true);
    let tiktok = local.tiktok("/campaign/create/", tiktok_campaign()).await;
    assert_eq!((tiktok.status, tiktok.code()), (503, 50_000));
    assert_eq!(local.sandbox.objects().len(), 2);
    let outcomes: Vec<_> = local.sandbox.requests().iter().map(|entry| (entry.status, entry.outcome)).collect();
    assert_eq!(outcomes[0], (Some(500), Outcome::Faulted));
    assert_eq!(outcomes[1], (Some(503), Outcome::Created));
}

#[tokio::test]
async fn a_slow_answer_still_creates_when_the_caller_has_hung_up() {
    for delay_after in [false, true] {
        let served = Served::new().await;
        served.fault(json!({"kind": "slow", "delay_ms": 200, "delay_after": delay_after})).await;
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        send(&mut stream, META, &meta_campaign()).await;
        wait_for(|| served.sandbox.requests().iter().any(|entry| entry.name.is_some())).await;
        drop(stream);
        if delay_after {
            wait_for(|| served.sandbox.objects().len() == 1).await;
        }
        wait_for(|| served.sandbox.requests().iter().any(|entry| entry.outcome == Outcome::Created)).await;
        assert_eq!(served.sandbox.objects().len(), 1);
        served.stop().await;
    }
}

#[tokio::test]
async fn slow_takes_its_time() {
    let served = Served::new().await;
    served.fault(json!({"kind": "slow", "delay_ms": 150})).await;
    let begun = std::time::Instant::now();
    assert!(matches!(served.post(META, &meta_campaign()).await, Heard::Answer(200, _)));
    assert!(begun.elapsed() >= Duration::from_millis(150));
    served.stop().await;
}

#[tokio::test]
async fn a_slow_answer_does_not_hold_up_the_shutdown() {
    let served = Served::new().await;
    served.fault(json!({"kind": "slow", "delay_ms": 600_000})).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    send(&mut stream, META, &meta_campaign()).await;
    wait_for(|| served.sandbox.requests().iter().any(|entry| entry.name.is_some())).await;
    tokio::time::timeout(Duration::from_secs(10), served.stop()).await.unwrap();
}

#[tokio::test]
async fn drop_before_closes_without_a_byte_and_creates_nothing() {
    let served = Served::new().await;
    served.fault(json!({"kind": "drop_before"})).await;
    for heard in both(&served).await {
        assert!(matches!(heard, Heard::Nothing), "{heard:?}");
    }
    assert!(served.sandbox.objects().is_empty());
    served.stop().await;
}

#[tokio::test]
async fn drop_after_closes_without_a_byte_and_creates() {
    let served = Served::new().await;
    served.fault(json!({"kind": "drop_after"})).await;
    for heard in both(&served).await {
        assert!(matches!(heard, Heard::Nothing), "{heard:?}");
    }
    assert_eq!(served.sandbox.objects().len(), 2);
    let entries = served.sandbox.requests();
    assert!(entries.iter().all(|entry| entry.status.is_none() && entry.outcome == Outcome::Created));
    assert!(entries.iter().all(|entry| entry.fault == Some(FaultKind::DropAfter) && entry.object_id.is_some()));
    served.stop().await;
}

#[tokio::test]
async fn a_connection_in_use_is_dropped_too_and_the_next_one_works() {
    let served = Served::new().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    send(&mut stream, META, &meta_campaign()).await;
    assert!(matches!(hear(&mut stream).await, Heard::Answer(200, _)));
    served.sandbox.set_fault(Rule::new(FaultKind::DropBefore).times(1)).unwrap();
    send(&mut stream, META, &meta_campaign()).await;
    assert!(matches!(hear(&mut stream).await, Heard::Nothing));
    assert!(matches!(served.post(META, &meta_campaign()).await, Heard::Answer(200, _)));
    assert_eq!(served.sandbox.objects().len(), 2);
    served.stop().await;
}

#[tokio::test]
async fn malformed_json_is_http_200_and_breaks_off() {
    let served = Served::new().await;
    served.fault(json!({"kind": "malformed_json", "times": 2})).await;
    for heard in both(&served).await {
        let Heard::Answer(200, body) = heard else { panic!("{heard:?}") };
        assert!(!body.is_empty() && serde_json::from_str::<Value>(&body).is_err(), "{body}");
    }
    assert_eq!(served.sandbox.objects().len(), 2);
    served.fault(json!({"kind": "malformed_json", "after_create": false})).await;
    both(&served).await;
    assert_eq!(served.sandbox.objects().len(), 2);
    served.stop().await;
}

#[tokio::test]
async fn a_partial_body_is_shorter_than_announced() {
    let served = Served::new().await;
    served.fault(json!({"kind": "partial_body"})).await;
    for heard in both(&served).await {
        let Heard::Partial(200, body) = heard else { panic!("{heard:?}") };
        assert!(!body.is_empty());
    }
    assert_eq!(served.sandbox.objects().len(), 2);
    served.stop().await;
}

#[tokio::test]
async fn no_id_looks_like_success() {
    let local = Local::new();
    for (rule, objects) in [(json!({"kind": "no_id"}), 0), (json!({"kind": "no_id", "after_create": true}), 2)] {
        local.sandbox.clear_faults();
        local.fault(rule).await;
        let meta = local.meta("act_1/campaigns", meta_campaign()).await;
        assert_eq!((meta.status, meta.body), (200, json!({"success": true})));
        let tiktok = local.tiktok("/campaign/create/", tiktok_campaign()).await;
        assert_eq!((tiktok.status, tiktok.code()), (200, 0));
        assert_eq!(tiktok.body["data"], json!({}));
        assert_eq!(local.sandbox.objects().len(), objects);
    }
}

#[tokio::test]
async fn bad_request_carries_the_message() {
    let local = Local::new();
    local.fault(json!({"kind": "bad_request", "message": "Your pixel is on holiday"})).await;
    let meta = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((meta.status, meta.error().0), (400, 100));
    assert_eq!(meta.at("/error/message"), "Your pixel is on holiday");
    let tiktok = local.tiktok("/campaign/create/", tiktok_campaign()).await;
    assert_eq!((tiktok.code(), tiktok.at("/message")), (40_002, "Your pixel is on holiday".to_owned()));
    assert!(local.sandbox.objects().is_empty());
}

#[tokio::test]
async fn a_rule_can_single_out_a_name() {
    let local = Local::new();
    local.fault(json!({"kind": "bad_request", "name_contains": "Unlucky"})).await;
    let named = |name: &str| but(meta_campaign(), json!({"name": name}));
    assert_eq!(local.meta("act_1/campaigns", named("Lucky")).await.status, 200);
    assert_eq!(local.meta("act_1/campaigns", named("Unlucky")).await.status, 400);
}

#[tokio::test]
async fn the_same_seed_and_requests_give_the_same_faults() {
    let run = async |seed: u64| {
        let local = Local::new();
        let rules = json!([
            {"kind": "drop_after", "probability": 0.3},
            {"kind": "server_error", "probability": 0.3},
        ]);
        local.fault(json!({"seed": seed, "rules": rules})).await;
        let mut statuses = Vec::new();
        for number in 0..100 {
            let body = but(meta_campaign(), json!({"name": format!("c{number}")}));
            statuses.push(local.meta("act_1/campaigns", body).await.status);
        }
        let objects: Vec<_> = local.sandbox.objects().into_iter().map(|object| object.name).collect();
        (statuses, objects)
    };
    let first = run(42).await;
    assert_eq!(first, run(42).await);
    assert_ne!(first.0, run(43).await.0);
    assert!(first.0.contains(&599) && first.0.contains(&500) && first.0.contains(&200));
}

/// Waits for a condition instead of for a time.
async fn wait_for(condition: impl Fn() -> bool) {
    let waiting = async {
        while !condition() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), waiting).await.expect("the condition came true");
}

/// A foreign page must not reset the sandbox or set faults, under any name that resolves to this machine.
#[tokio::test]
async fn foreign_pages_are_refused_over_tcp() {
    let served = Served::new().await;
    for (host, origin) in [
        ("evil.example", None),
        ("[::1]evil.com", None),
        ("localhost:80@evil.com", None),
        ("localhost", Some("http://evil.example")),
    ] {
        let origin = origin.map_or_else(String::new, |origin| format!("origin: {origin}\r\n"));
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        let head = format!("POST /_sandbox/reset HTTP/1.1\r\nhost: {host}\r\n{origin}content-length: 0\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let Heard::Answer(status, _) = hear(&mut stream).await else { panic!("{host} {origin} gets an answer") };
        assert_eq!(status, 403, "{host} {origin}");
    }
    served.stop().await;
}

//! `/_sandbox`.

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};

use crate::client::{Local, but, meta_adset, meta_campaign, tiktok_campaign};

#[tokio::test]
async fn the_page_says_what_it_is() {
    let local = Local::new();
    let request = Request::get("/").body(Body::empty()).unwrap();
    let response = tower::ServiceExt::oneshot(local.sandbox.router(), request).await.unwrap();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("sandbox: not a real ad platform"));
    assert_eq!(local.get("/_sandbox/health").await.at("/status"), "healthy");
    assert_eq!(local.get("/_sandbox/unknown").await.status, 404);
}

#[tokio::test]
async fn objects_are_filtered_and_duplicates_found() {
    let local = Local::new();
    let campaign = local.meta_id("act_1/campaigns", meta_campaign()).await;
    local.meta_id("act_1/campaigns", meta_campaign()).await;
    local.meta_id("act_2/campaigns", meta_campaign()).await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&campaign)).await;
    local.tiktok("/campaign/create/", tiktok_campaign()).await;
    for (query, expected) in [
        ("", 5),
        ("?platform=meta", 4),
        ("?platform=tiktok&kind=campaign", 1),
        ("?kind=adset", 1),
        ("?name=Set", 1),
        ("?name_contains=_META_", 3),
        ("?account=act_2", 1),
        ("?account=2", 1),
        ("?duplicates=true", 1),
        ("?duplicates=true&platform=tiktok", 0),
    ] {
        let answer = local.get(&format!("/_sandbox/objects{query}")).await;
        assert_eq!(answer.body["count"], expected, "{query}: {}", answer.body);
    }
    let found = local.get("/_sandbox/objects?kind=adset").await;
    assert_eq!(found.at("/objects/0/id"), adset);
    assert_eq!(found.at("/objects/0/parent_id"), campaign);
    assert_eq!(found.at("/objects/0/fields/daily_budget"), "5000");
    assert_eq!(local.get("/_sandbox/objects?duplicates=true").await.at("/duplicates/0/count"), "2");
    assert_eq!(local.get("/_sandbox/objects?colour=red").await.status, 422);
    assert_eq!(local.get("/_sandbox/objects?kind=banner").await.status, 422);
}

#[tokio::test]
async fn requests_are_listed_in_order_and_without_tokens() {
    let local = Local::with(|settings| settings.request_log = 3);
    let secret = Request::get("/v26.0/act_1/campaigns?access_token=s3cret&fields=id").body(Body::empty());
    local.send(secret.unwrap()).await;
    local.meta("act_1/campaigns", meta_campaign()).await;
    local.meta("act_1/campaigns", json!({"name": "bad"})).await;
    let all = local.get("/_sandbox/requests").await;
    assert!(!all.body.to_string().contains("s3cret"));
    let seen: Vec<_> = all.body["requests"].as_array().unwrap().iter().map(|row| row["outcome"].clone()).collect();
    assert_eq!(seen, [json!("read"), json!("created"), json!("refused")]);
    assert_eq!(all.body["requests"][1]["name"], "DIS_US_META_2026_Launch");
    assert_eq!(all.body["requests"][1]["account"], "1");
    assert_eq!(all.body["requests"][2]["code"], 100);
    local.tiktok("/campaign/create/", tiktok_campaign()).await;
    for (query, expected) in [
        ("", 3),
        ("?limit=1", 1),
        ("?platform=tiktok", 1),
        ("?outcome=created", 2),
        ("?method=get", 0),
        ("?status=400", 1),
        ("?path_contains=campaign/create", 1),
        ("?name_contains=Launch", 2),
        ("?after=3", 1),
        ("?faulted=true", 0),
    ] {
        let answer = local.get(&format!("/_sandbox/requests{query}")).await;
        assert_eq!(answer.body["count"], expected, "{query}");
    }
}

#[tokio::test]
async fn faults_are_added_listed_replaced_and_removed() {
    let local = Local::new();
    let added = local.fault(json!({"kind": "drop_after", "seed": 5})).await;
    assert_eq!((added.status, added.body["seed"].clone()), (201, json!(5)));
    local.fault(json!({"kind": "slow", "method": "GET"})).await;
    let listed = local.get("/_sandbox/faults").await;
    assert_eq!(listed.body["rules"].as_array().unwrap().len(), 2);
    assert_eq!((listed.at("/rules/0/method"), listed.at("/rules/1/method")), ("POST".to_owned(), "GET".to_owned()));
    let id = listed.at("/rules/0/id");
    assert_eq!(local.call("DELETE", &format!("/_sandbox/faults/{id}"), Value::Null).await.status, 200);
    assert_eq!(local.call("DELETE", &format!("/_sandbox/faults/{id}"), Value::Null).await.status, 404);
    let replaced = local.call("PUT", "/_sandbox/faults", json!({"rules": [{"kind": "no_id"}]})).await;
    assert_eq!(replaced.at("/rules/0/kind"), "no_id");
    let cleared = local.call("DELETE", "/_sandbox/faults", Value::Null).await;
    assert_eq!(cleared.body["rules"], json!([]));
    let refused = local.fault(json!({"kind": "explode"})).await;
    assert_eq!(refused.status, 422);
    assert!(refused.at("/error").contains("unknown variant `explode`"), "{}", refused.body);
}

#[tokio::test]
async fn settings_change_as_a_whole_or_not_at_all() {
    let local = Local::new();
    let change = async |patch: Value| local.call("PUT", "/_sandbox/settings", patch).await;
    let changed = change(json!({"tiktok": {"currency": "JPY"}, "quotas": {"meta": {"max_score": 60}}})).await;
    assert_eq!((changed.status, changed.at("/tiktok/currency")), (200, "JPY".to_owned()));
    let before = local.get("/_sandbox/settings").await.body;
    assert_eq!(before["quotas"]["meta"]["max_score"], 60);
    assert_eq!(before["meta"]["currency"], "USD");
    for wrong in [
        json!({"tiktok": {"currency": "EUR", "replay": "never"}}),
        json!({"colour": 1}),
        json!({"quotas": {"meta": {"max_scores": 1}}}),
        json!([]),
    ] {
        let answer = change(wrong.clone()).await;
        assert_eq!(answer.status, 422, "{wrong}");
        assert!(answer.body["error"].is_string());
    }
    assert_eq!(local.get("/_sandbox/settings").await.body, before);
    let lifted = change(json!({"quotas": {"meta": {"max_score": null}}})).await;
    assert_eq!(lifted.body["quotas"]["meta"]["max_score"], Value::Null);
}

#[tokio::test]
async fn a_reset_forgets_everything_but_the_settings_and_the_ids() {
    let local = Local::with(|settings| settings.quotas.meta.max_score = Some(3));
    let first = local.meta_id("act_1/campaigns", meta_campaign()).await;
    local.fault(json!({"kind": "drop_after", "platform": "tiktok"})).await;
    assert_eq!(local.call("POST", "/_sandbox/reset", Value::Null).await.status, 200);
    assert!(local.sandbox.objects().is_empty() && local.sandbox.requests().is_empty());
    assert_eq!(local.get("/_sandbox/faults").await.body["rules"], json!([]));
    let second = local.meta_id("act_1/campaigns", meta_campaign()).await;
    assert_ne!(first, second);
    assert_eq!(local.meta("act_1/campaigns", but(meta_campaign(), json!({"name": "x"}))).await.error().0, 17);
}

#[tokio::test]
async fn nothing_that_is_thrown_at_it_makes_it_panic() {
    let local = Local::new();
    let values = [
        json!(null),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!(""),
        json!("\u{0}\u{ffff}"),
        json!([]),
        json!([[[{}]]]),
        json!({"a": {"b": []}}),
        json!(true),
    ];
    let keys = [
        ("act_1/campaigns", meta_campaign()),
        ("act_1/adsets", meta_adset("1")),
        ("act_1/adcreatives", json!({"object_story_spec": {}, "object_story_id": "", "asset_feed_spec": {}})),
        ("act_1/ads", json!({"name": "a", "adset_id": "1", "creative": {}})),
    ];
    for (path, base) in keys {
        for key in base.as_object().unwrap().keys() {
            for value in &values {
                let mut body = base.clone();
                body[key] = value.clone();
                let status = local.meta(path, body).await.status;
                assert!([200, 400].contains(&status), "{path} {key} {value}: {status}");
            }
        }
    }
    let base = but(crate::client::tiktok_adgroup("1"), tiktok_campaign());
    for path in [
        "/campaign/create/",
        "/adgroup/create/",
        "/ad/create/",
        "/smart_plus/campaign/create/",
        "/campaign/update/",
        "/adgroup/budget/update/",
    ] {
        for key in
            base.as_object().unwrap().keys().map(String::as_str).chain(["creatives", "request_id", "creative_list"])
        {
            for value in &values {
                let mut body = base.clone();
                body[key] = value.clone();
                let answer = local.tiktok(path, body).await;
                assert!(answer.status == 200 && answer.body["code"].is_i64(), "{path} {key} {value}");
            }
        }
    }
}

//! The sandbox's behaviour, item by item (docs/platforms.md 6). Items 1 and 2 are in `faults.rs` and `quotas.rs` as well.

use serde_json::{Value, json};

use crate::client::{Heard, Local, Served, but, meta_campaign, tiktok_campaign};

#[tokio::test]
async fn item_1_meta_throttles_with_400_and_minutes_and_without_retry_after() {
    let local = Local::new();
    local.fault(json!({"kind": "meta_throttle", "minutes": 7})).await;
    let answer = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((answer.status, answer.error().0), (400, 80_004));
    let usage: Value = serde_json::from_str(answer.header("x-business-use-case-usage")).unwrap();
    assert_eq!(usage["1"][0]["estimated_time_to_regain_access"], 7);
    assert_eq!(usage["1"][0]["type"], "ads_management");
    assert_eq!(answer.header("retry-after"), "");
}

#[tokio::test]
async fn item_2_a_lost_answer_leaves_an_object_and_a_repeat_makes_a_second() {
    let served = Served::new().await;
    served.fault(json!({"kind": "drop_after", "times": 1})).await;
    assert!(matches!(served.post("/v26.0/act_1/campaigns", &meta_campaign()).await, Heard::Nothing));
    assert_eq!(served.sandbox.objects().len(), 1);
    assert!(matches!(served.post("/v26.0/act_1/campaigns", &meta_campaign()).await, Heard::Answer(200, _)));
    assert_eq!(served.sandbox.duplicates().len(), 1);
    served.stop().await;
}

#[tokio::test]
async fn item_3_validate_only_stores_nothing() {
    let local = Local::new();
    let body = but(meta_campaign(), json!({"execution_options": ["validate_only"]}));
    let answer = local.meta("act_1/campaigns", body).await;
    assert_eq!((answer.status, answer.body), (200, json!({"success": true})));
    assert!(local.sandbox.objects().is_empty());
}

#[tokio::test]
async fn item_4_the_four_refusals_of_a_campaign() {
    let local = Local::new();
    for (change, expected) in [
        (json!({"special_ad_categories": null}), (100, 0)),
        (json!({"is_adset_budget_sharing_enabled": null}), (100, 4_834_011)),
        (json!({"daily_budget": 5000, "lifetime_budget": 5000}), (100, 1_885_621)),
    ] {
        let answer = local.meta("act_1/campaigns", but(meta_campaign(), change)).await;
        assert_eq!(answer.error(), expected);
    }
    for (path, code) in [
        ("/v24.0/act_1/campaigns", 2635),
        ("/v18.0/act_1/campaigns", 2635),
        ("/act_1/campaigns", 2635),
        ("/v26.0/act_1/campaigns", 0),
        ("/v25.0/act_1/campaigns", 0),
    ] {
        assert_eq!(local.call("POST", path, meta_campaign()).await.error().0, code, "{path}");
    }
    local.sandbox.set_settings(&json!({"meta": {"versions": ["v18.0"]}})).unwrap();
    assert_eq!(local.call("POST", "/v18.0/act_1/campaigns", meta_campaign()).await.status, 200);
}

#[tokio::test]
async fn item_5_budgets_are_text_and_archived_objects_are_hidden_but_readable() {
    let local = Local::new();
    let id = local.meta_id("act_1/campaigns", but(meta_campaign(), json!({"daily_budget": 5000}))).await;
    let read = local.get(&format!("/v26.0/{id}?fields=daily_budget")).await;
    assert_eq!(read.body["daily_budget"], json!("5000"));
    for status in ["ARCHIVED", "DELETED"] {
        local.meta(&id, json!({"status": status})).await;
        assert_eq!(local.get("/v26.0/act_1/campaigns").await.body["data"], json!([]));
        let asked = [("effective_status", format!("[\"{status}\"]"))];
        let asked: Vec<_> = asked.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let listed = local.query("/v26.0/act_1/campaigns", &asked).await;
        assert_eq!(listed.body["data"].as_array().unwrap().len(), 1, "{status}");
        assert_eq!(local.get(&format!("/v26.0/{id}?fields=status")).await.at("/status"), status);
    }
}

#[tokio::test]
async fn item_6_tiktok_errors_are_http_200_but_for_a_missing_slash() {
    let local = Local::new();
    let refused = local.tiktok("/campaign/create/", json!({})).await;
    assert_eq!((refused.status, refused.code()), (200, 40_002));
    assert_eq!(local.tiktok("/campaign/create", tiktok_campaign()).await.status, 404);
    let request = http::Request::post("/open_api/v1.3/campaign/create/").body(axum::body::Body::empty());
    let anonymous = local.send(request.unwrap()).await;
    assert_eq!((anonymous.status, anonymous.code()), (200, 40_104));
}

#[tokio::test]
async fn item_7_a_request_id_makes_one_object_only() {
    let local = Local::new();
    let keyed = but(tiktok_campaign(), json!({"request_id": "123456789"}));
    let first = local.tiktok_id("/campaign/create/", "campaign_id", keyed.clone()).await;
    assert_eq!(local.tiktok_id("/campaign/create/", "campaign_id", keyed.clone()).await, first);
    assert_eq!(local.sandbox.objects().len(), 1);

    local.sandbox.set_settings(&json!({"tiktok": {"replay": "duplicate_40050"}})).unwrap();
    assert_eq!(local.tiktok("/campaign/create/", keyed.clone()).await.code(), 40_050);

    let other = but(keyed, json!({"request_id": "123456790"}));
    let second = local.tiktok_id("/campaign/create/", "campaign_id", other).await;
    assert_ne!(second, first, "another id permits the same name");
    for wrong in ["0190a5c1-7d1e-7c3b-8f00-1b2c3d4e5f60", "12.5", "99999999999999999999", ""] {
        let answer = local.tiktok("/campaign/create/", but(tiktok_campaign(), json!({"request_id": wrong}))).await;
        assert_eq!(answer.code(), 40_002, "{wrong}");
    }
    let number = but(tiktok_campaign(), json!({"request_id": 5}));
    assert_eq!(local.tiktok("/campaign/create/", number).await.code(), 40_002);
}

#[tokio::test]
async fn item_8_names_are_searched_fuzzily_newest_first_without_the_deleted() {
    let local = Local::new();
    let mut ids = Vec::new();
    for name in ["Moana", "moana Launch", "Other", "The MOANA"] {
        let body = but(tiktok_campaign(), json!({"campaign_name": name}));
        ids.push(local.tiktok_id("/campaign/create/", "campaign_id", body).await);
    }
    let delete = json!({"advertiser_id": "7000", "campaign_ids": [ids[1]], "operation_status": "DELETE"});
    assert_eq!(local.tiktok("/campaign/status/update/", delete).await.code(), 0);
    let find = async |filter: Value| {
        let filter = filter.to_string();
        let query = [("advertiser_id", "7000"), ("filtering", filter.as_str())];
        let answer = local.tiktok_get("/campaign/get/", &query).await;
        assert_eq!(answer.code(), 0, "{}", answer.body);
        let list = answer.body["data"]["list"].as_array().unwrap().clone();
        list.iter().map(|row| row["campaign_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(find(json!({"campaign_name": "moana"})).await, [ids[3].clone(), ids[0].clone()]);
    assert_eq!(find(json!({"campaign_name": "moana", "primary_status": "STATUS_DELETE"})).await, [ids[1].clone()]);
    assert_eq!(find(json!({"primary_status": "STATUS_ALL"})).await.len(), 4);
}

#[tokio::test]
async fn item_9_the_default_is_enable_and_budgets_have_range_precision_and_the_105_percent_rule() {
    let local = Local::new();
    let forgotten = but(tiktok_campaign(), json!({"operation_status": null}));
    let answer = local.tiktok("/campaign/create/", forgotten).await;
    assert_eq!(answer.at("/data/operation_status"), "ENABLE");
    for (budget, good) in [(json!(49.99), false), (json!(50), true), (json!(50.001), false), (json!("50"), false)] {
        let name = format!("b{budget}");
        let change = json!({"campaign_name": name, "budget_mode": "BUDGET_MODE_DAY", "budget": budget});
        let answer = local.tiktok("/campaign/create/", but(tiktok_campaign(), change)).await;
        assert_eq!(answer.code() == 0, good, "{budget}: {}", answer.body);
    }
    local.sandbox.set_settings(&json!({"tiktok": {"currency": "JPY"}})).unwrap();
    for (budget, good) in [(json!(4999), false), (json!(5000), true), (json!(5000.5), false)] {
        let name = format!("y{budget}");
        let change = json!({"campaign_name": name, "budget_mode": "BUDGET_MODE_DAY", "budget": budget});
        let answer = local.tiktok("/campaign/create/", but(tiktok_campaign(), change)).await;
        assert_eq!(answer.code() == 0, good, "{budget}: {}", answer.body);
    }
}

#[tokio::test]
async fn item_10_manual_campaigns_end_and_smart_plus_goes_on() {
    let local = Local::new();
    local.clock.set("2026-12-31T23:59:59Z".parse().unwrap());
    assert_eq!(local.tiktok("/campaign/create/", tiktok_campaign()).await.code(), 0);
    local.clock.set("2027-01-01T00:00:00Z".parse().unwrap());
    let other = but(tiktok_campaign(), json!({"campaign_name": "other"}));
    let refused = local.tiktok("/campaign/create/", other.clone()).await;
    assert_eq!((refused.status, refused.code()), (200, 40_002));
    assert!(refused.at("/message").contains("smart_plus"));

    let smart = json!({
        "advertiser_id": "7000",
        "request_id": "1",
        "objective_type": "WEB_CONVERSIONS",
        "sales_destination": "WEBSITE",
        "campaign_name": "smart",
        "budget": 50,
        "operation_status": "DISABLE",
    });
    assert_eq!(local.tiktok("/smart_plus/campaign/create/", smart).await.code(), 0);

    local.sandbox.set_settings(&json!({"tiktok": {"manual_create_ends_for": ["WEB_CONVERSIONS"]}})).unwrap();
    assert_eq!(local.tiktok("/campaign/create/", other).await.code(), 0);
    local.sandbox.set_settings(&json!({"tiktok": {"manual_create_ends": "2030-01-01"}})).unwrap();
    let conversions = but(tiktok_campaign(), json!({"campaign_name": "c", "objective_type": "WEB_CONVERSIONS"}));
    assert_eq!(local.tiktok("/campaign/create/", conversions).await.code(), 0);
}

#[tokio::test]
async fn item_14_tokens_expire() {
    let local = Local::new();
    local.fault(json!({"kind": "expired_token", "method": "*"})).await;
    let meta = local.meta("act_1/campaigns", meta_campaign()).await;
    assert_eq!((meta.status, meta.error()), (401, (190, 463)));
    let tiktok = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000")]).await;
    assert_eq!((tiktok.status, tiktok.code()), (200, 40_102));
    assert!(local.sandbox.objects().is_empty());
    local.sandbox.clear_faults();

    // A token can also be marked as expired, or be missing.
    let with = |token: &'static str| {
        http::Request::post("/v26.0/act_1/campaigns")
            .header("authorization", token)
            .body(axum::body::Body::empty())
            .unwrap()
    };
    assert_eq!(local.send(with("Bearer expired-1")).await.error(), (190, 463));
    for wrong in ["", "Bearer ", "Basic x", "token"] {
        assert_eq!(local.send(with(wrong)).await.error(), (190, 0), "{wrong}");
    }
}

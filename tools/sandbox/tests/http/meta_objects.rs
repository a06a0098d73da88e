//! Reading, listing, changing and deleting at Meta (docs/platforms.md 1.1, 1.2, 1.8, 1.9).

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};

use crate::client::{Local, but, meta_adset, meta_campaign, meta_creative};

async fn campaign(local: &Local, name: &str) -> String {
    local.meta_id("act_1/campaigns", but(meta_campaign(), json!({"name": name}))).await
}

fn names(list: &Value) -> Vec<&str> {
    list["data"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_form_with_the_token_as_a_parameter_does_as_well() {
    let local = Local::new();
    let form = "name=A&objective=OUTCOME_SALES&special_ad_categories=%5B%5D&daily_budget=5000&status=PAUSED\
                &access_token=secret";
    let request = Request::post("/v25.0/act_1/campaigns?fields=name,daily_budget,status")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form));
    let answer = local.send(request.unwrap()).await;
    assert_eq!((answer.status, answer.at("/name"), answer.at("/status")), (200, "A".into(), "PAUSED".into()));
    assert_eq!(answer.body["daily_budget"], json!("5000"));
    assert_eq!(answer.header("facebook-api-version"), "v25.0");
    let id = answer.at("/id");
    assert!(id.len() == 18 && id.starts_with("12021"), "{id}");
}

#[tokio::test]
async fn a_list_is_filtered_by_name_and_status() {
    let local = Local::new();
    for name in ["Alpha", "Beta", "Alphabet", "Alpha"] {
        campaign(&local, name).await;
    }
    let find = async |field: &str, operator: &str, value: Value| {
        let filtering = json!([{"field": field, "operator": operator, "value": value}]).to_string();
        let query = [("fields", "id,name"), ("filtering", filtering.as_str())];
        let answer = local.query("/v26.0/act_1/campaigns", &query).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        names(&answer.body).join(",")
    };
    assert_eq!(find("name", "EQUAL", json!("Alpha")).await, "Alpha,Alpha");
    assert_eq!(find("name", "EQUAL", json!("alpha")).await, "");
    assert_eq!(find("name", "CONTAIN", json!("alpha")).await, "Alpha,Alphabet,Alpha");
    assert_eq!(find("name", "NOT_CONTAIN", json!("Alpha")).await, "Beta");
    assert_eq!(find("name", "IN", json!(["Beta", "Alphabet"])).await, "Alphabet,Beta");
    assert_eq!(find("name", "NOT_IN", json!(["Alpha"])).await, "Alphabet,Beta");
    assert_eq!(find("effective_status", "IN", json!(["ACTIVE"])).await, "");
    assert_eq!(find("created_time", "GREATER_THAN", json!(1)).await.split(',').count(), 4);
    assert_eq!(find("created_time", "LESS_THAN", json!(1)).await, "");

    let wrong = [("filtering", r#"[{"field":"name","operator":"LIKE","value":"x"}]"#)];
    assert_eq!(local.query("/v26.0/act_1/campaigns", &wrong).await.error().0, 100);
    local.sandbox.set_settings(&json!({"meta": {"filtering": false}})).unwrap();
    let good = [("filtering", r#"[{"field":"name","operator":"EQUAL","value":"x"}]"#)];
    assert_eq!(local.query("/v26.0/act_1/campaigns", &good).await.error().0, 100);
}

#[tokio::test]
async fn pages_follow_each_other_until_next_is_missing() {
    let local = Local::new();
    for number in 0..60 {
        campaign(&local, &format!("c{number}")).await;
    }
    let mut url = "/v26.0/act_1/campaigns?fields=name".to_owned();
    let mut sizes = Vec::new();
    let mut seen = Vec::new();
    loop {
        let page = local.get(&url).await;
        sizes.push(page.body["data"].as_array().unwrap().len());
        seen.extend(names(&page.body).into_iter().map(str::to_owned));
        let Some(next) = page.body["paging"]["next"].as_str() else {
            break;
        };
        url = next.strip_prefix("http://sandbox.test").unwrap().to_owned();
    }
    assert_eq!(sizes, [25, 25, 10]);
    let expected: Vec<_> = (0..60).rev().map(|number| format!("c{number}")).collect();
    assert_eq!(seen, expected);
    assert_eq!(local.get("/v26.0/act_1/campaigns?limit=100000").await.error().0, 1);
    assert_eq!(local.get("/v26.0/act_1/campaigns?after=nonsense").await.error().0, 100);
}

#[tokio::test]
async fn an_empty_list_has_no_paging() {
    let answer = Local::new().get("/v26.0/act_5/campaigns").await;
    assert_eq!(answer.body, json!({"data": []}));
}

#[tokio::test]
async fn children_are_listed_below_their_parent() {
    let local = Local::new();
    let (one, two) = (campaign(&local, "one").await, campaign(&local, "two").await);
    local.meta_id("act_1/adsets", meta_adset(&one)).await;
    assert_eq!(local.get(&format!("/v26.0/{one}/adsets")).await.body["data"].as_array().unwrap().len(), 1);
    assert_eq!(local.get(&format!("/v26.0/{two}/adsets")).await.body["data"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_paused_parent_shows_in_the_effective_status() {
    let local = Local::new();
    let campaign = campaign(&local, "one").await;
    let active = but(meta_adset(&campaign), json!({"status": "ACTIVE"}));
    let adset = local.meta_id("act_1/adsets", active).await;
    let creative = local.meta_id("act_1/adcreatives", meta_creative()).await;
    let ad = json!({"name": "Ad", "adset_id": adset, "creative": {"creative_id": creative}, "status": "ACTIVE"});
    let ad = local.meta_id("act_1/ads", ad).await;
    let effective =
        async |id: &str| local.get(&format!("/v26.0/{id}?fields=effective_status")).await.at("/effective_status");
    assert_eq!(effective(&adset).await, "CAMPAIGN_PAUSED");
    local.meta(&campaign, json!({"status": "ACTIVE"})).await;
    assert_eq!(effective(&adset).await, "ACTIVE");
    local.meta(&adset, json!({"status": "PAUSED"})).await;
    assert_eq!(effective(&ad).await, "ADSET_PAUSED");
    let read = local.get(&format!("/v26.0/{ad}?fields=status,adset_id,campaign_id,creative{{id}}")).await;
    assert_eq!(
        read.body,
        json!({"id": ad, "status": "ACTIVE", "adset_id": adset, "campaign_id": campaign, "creative": {"id": creative}})
    );
}

#[tokio::test]
async fn fields_that_do_not_exist_are_refused() {
    let local = Local::new();
    let id = campaign(&local, "one").await;
    let answer = local.get(&format!("/v26.0/{id}?fields=id,colour")).await;
    assert_eq!(answer.error().0, 100);
    assert!(answer.at("/error/message").contains("nonexisting field (colour)"));
}

#[tokio::test]
async fn updates() {
    let local = Local::new();
    let owner = local.meta_id("act_1/campaigns", but(meta_campaign(), json!({"daily_budget": 5000}))).await;
    let bare = campaign(&local, "bare").await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&bare)).await;
    let creative = local.meta_id("act_1/adcreatives", meta_creative()).await;
    for (id, change, expected) in [
        (&owner, json!({"name": "New", "daily_budget": 7000, "status": "ACTIVE"}), (0, 0)),
        (&owner, json!({"lifetime_budget": 7000}), (100, 1_885_621)),
        (&owner, json!({"daily_budget": 7}), (100, 1_885_272)),
        (&owner, json!({"objective": "OUTCOME_LEADS"}), (100, 0)),
        (&owner, json!({"status": "ENABLED"}), (100, 0)),
        (&owner, json!({"name": ""}), (100, 0)),
        (&bare, json!({"daily_budget": 7000}), (100, 1_885_621)),
        (&adset, json!({"daily_budget": 7000}), (0, 0)),
        (&adset, json!({"targeting": {"geo_locations": {}}}), (100, 0)),
        (&adset, json!({"billing_event": "THRUPLAY"}), (100, 0)),
        (&creative, json!({"object_story_spec": {"page_id": "2"}}), (100, 0)),
        (&creative, json!({"name": "Renamed"}), (0, 0)),
        (&"42".to_owned(), json!({"name": "x"}), (100, 33)),
    ] {
        let answer = local.meta(id, change.clone()).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
    }
    let read = local.get(&format!("/v26.0/{owner}?fields=name,daily_budget,status")).await;
    assert_eq!(read.body, json!({"id": owner, "name": "New", "daily_budget": "7000", "status": "ACTIVE"}));
}

#[tokio::test]
async fn archived_objects_can_be_renamed_or_deleted_only() {
    let local = Local::new();
    let id = campaign(&local, "one").await;
    for (change, good) in [
        (json!({"status": "ARCHIVED"}), true),
        (json!({"status": "ACTIVE"}), false),
        (json!({"daily_budget": 5000}), false),
        (json!({"name": "Old"}), true),
        (json!({"status": "DELETED"}), true),
        (json!({"name": "Older"}), false),
    ] {
        assert_eq!(local.meta(&id, change.clone()).await.status == 200, good, "{change}");
    }
}

#[tokio::test]
async fn deleting_a_parent_deletes_its_children() {
    let local = Local::new();
    let id = campaign(&local, "one").await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&id)).await;
    let answer = local.call("DELETE", &format!("/v26.0/{id}"), Value::Null).await;
    assert_eq!(answer.body, json!({"success": true}));
    assert_eq!(local.get(&format!("/v26.0/{adset}?fields=status")).await.at("/status"), "DELETED");
    assert_eq!(local.meta("act_1/adsets", meta_adset(&id)).await.error().0, 100);
}

#[tokio::test]
async fn a_new_object_can_stay_out_of_lists_for_a_while() {
    let local = Local::with(|settings| settings.meta.list_delay_ms = 500);
    let id = campaign(&local, "one").await;
    let listed = async || local.get("/v26.0/act_1/campaigns").await.body["data"].as_array().unwrap().len();
    assert_eq!(listed().await, 0);
    assert_eq!(local.get(&format!("/v26.0/{id}")).await.status, 200);
    local.clock.advance_ms(500);
    assert_eq!(listed().await, 1);
}

#[tokio::test]
async fn the_account_can_be_read() {
    let local = Local::new();
    let answer = local.get("/v26.0/act_1?fields=currency,account_status").await;
    assert_eq!(answer.body, json!({"id": "act_1", "currency": "USD", "account_status": 1}));
    assert_eq!(local.get("/v26.0/act_x?fields=currency").await.error(), (100, 33));
}

#[tokio::test]
async fn nonsense_gets_the_error_shape() {
    let local = Local::new();
    for (method, path, status) in [
        ("GET", "/", 200),
        ("GET", "/nothing", 400),
        ("GET", "/v26.0", 400),
        ("GET", "/v26.0/act_1/unicorns", 400),
        ("DELETE", "/v26.0/act_1/campaigns", 400),
        ("PATCH", "/v26.0/12", 400),
        ("GET", "/v26.0/act_1/campaigns/x/y", 400),
        ("GET", "/v26.0/99999999999999999999999999", 400),
        ("GET", "/v26.0/%00%ff", 400),
        ("POST", "/v99.0/act_1/campaigns", 400),
    ] {
        let answer = local.call(method, path, Value::Null).await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        if status == 400 {
            assert!(answer.body["error"]["fbtrace_id"].is_string(), "{method} {path}: {}", answer.body);
        }
    }
    for body in [vec![b'x'; 2 * 1024 * 1024], b"[1]".to_vec(), b"{\"a\":".to_vec(), vec![0xff, 0xfe]] {
        let request = Request::post("/v26.0/act_1/campaigns")
            .header("content-type", "application/json")
            .header("authorization", "Bearer t")
            .body(Body::from(body));
        let answer = local.send(request.unwrap()).await;
        assert!(answer.error().0 > 0, "{}", answer.body);
    }
}

//! Reading, changing and deleting at `TikTok` (docs/platforms.md 2.8, 2.9).

use axum::body::Body;
use http::Request;
use serde_json::{Value, json};

use crate::client::{Local, but, tiktok_ad, tiktok_adgroup, tiktok_campaign};

async fn tree(local: &Local) -> (String, String, String) {
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", tiktok_campaign()).await;
    let group = local.tiktok_id("/adgroup/create/", "adgroup_id", tiktok_adgroup(&campaign)).await;
    let ad = local.tiktok_id("/ad/create/", "ad_ids/0", tiktok_ad(&group)).await;
    (campaign, group, ad)
}

#[tokio::test]
async fn pages_have_numbers() {
    let local = Local::new();
    for number in 0..23 {
        let body = but(tiktok_campaign(), json!({"campaign_name": format!("c{number}")}));
        local.tiktok_id("/campaign/create/", "campaign_id", body).await;
    }
    let page = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000"), ("page", "3")]).await;
    assert_eq!(page.body["data"]["list"].as_array().unwrap().len(), 3);
    assert_eq!(
        page.body["data"]["page_info"],
        json!({"page": 3, "page_size": 10, "total_number": 23, "total_page": 3})
    );
    let query = [("advertiser_id", "7000"), ("page_size", "1"), ("fields", r#"["campaign_name"]"#)];
    let page = local.tiktok_get("/campaign/get/", &query).await;
    assert_eq!(page.body["data"]["list"], json!([{"campaign_name": "c22"}]));
    for (key, value) in [("page", "0"), ("page_size", "1001"), ("page", "x")] {
        let answer = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000"), (key, value)]).await;
        assert_eq!(answer.code(), 40_002, "{key}={value}");
    }
    let far = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000"), ("page", "9223372036854775807")]).await;
    assert_eq!(far.body["data"]["list"], json!([]));
}

#[tokio::test]
async fn filters() {
    let local = Local::new();
    let (campaign, group, ad) = tree(&local).await;
    let count = async |path: &str, filter: Value| {
        let filter = filter.to_string();
        let answer = local.tiktok_get(path, &[("advertiser_id", "7000"), ("filtering", &filter)]).await;
        answer.body["data"]["list"].as_array().map_or(-1, |list| i64::try_from(list.len()).unwrap())
    };
    let many: Vec<String> = (0..101).map(|id| id.to_string()).collect();
    for (path, filter, expected) in [
        ("/campaign/get/", json!({"campaign_ids": [campaign]}), 1),
        ("/campaign/get/", json!({"campaign_ids": ["1"]}), 0),
        ("/campaign/get/", json!({"campaign_ids": many}), -1),
        ("/campaign/get/", json!({"objective_type": "TRAFFIC"}), 1),
        ("/campaign/get/", json!({"objective_type": "REACH"}), 0),
        ("/campaign/get/", json!({"creation_filter_start_time": "2026-11-25 12:00:00"}), 1),
        ("/campaign/get/", json!({"creation_filter_start_time": "2026-11-25 12:00:01"}), 0),
        ("/campaign/get/", json!({"creation_filter_end_time": "2026-11-25 11:00:00"}), 0),
        ("/campaign/get/", json!({"creation_filter_end_time": "yesterday"}), -1),
        ("/campaign/get/", json!({"primary_status": "STATUS_ENABLE"}), 0),
        ("/campaign/get/", json!({"primary_status": "STATUS_DISABLE"}), 1),
        ("/campaign/get/", json!({"primary_status": "DELETED"}), -1),
        ("/campaign/get/", json!({"campaign_automation_type": "MANUAL"}), 1),
        ("/adgroup/get/", json!({"campaign_ids": [campaign], "adgroup_name": "GROUP"}), 1),
        ("/adgroup/get/", json!({"campaign_ids": ["1"]}), 0),
        ("/ad/get/", json!({"adgroup_ids": [group]}), 1),
        ("/ad/get/", json!({"ad_ids": [ad], "ad_name": "a"}), 1),
        ("/ad/get/", json!({"adgroup_ids": ["1"]}), 0),
    ] {
        assert_eq!(count(path, filter.clone()).await, expected, "{path} {filter}");
    }
}

#[tokio::test]
async fn statuses_change_and_a_delete_is_final() {
    let local = Local::new();
    let (campaign, group, ad) = tree(&local).await;
    let set = async |path: &str, key: &str, ids: Value, status: &str| {
        let body = json!({"advertiser_id": "7000", key: ids, "operation_status": status});
        local.tiktok(path, body).await
    };
    let enabled = set("/campaign/status/update/", "campaign_ids", json!([campaign]), "ENABLE").await;
    assert_eq!(enabled.body["data"], json!({"campaign_ids": [campaign], "status": "ENABLE"}));
    assert_eq!(set("/ad/status/update/", "ad_ids", json!([ad]), "DISABLE").await.code(), 0);
    assert_eq!(set("/adgroup/status/update/", "adgroup_ids", json!([group]), "PAUSE").await.code(), 40_002);
    assert_eq!(set("/adgroup/status/update/", "adgroup_ids", json!([]), "ENABLE").await.code(), 40_002);
    let many: Vec<String> = (0..21).map(|id| id.to_string()).collect();
    assert_eq!(set("/adgroup/status/update/", "adgroup_ids", json!(many), "ENABLE").await.code(), 40_011);
    assert_eq!(set("/campaign/status/update/", "campaign_ids", json!([group]), "ENABLE").await.code(), 40_007);

    assert_eq!(set("/campaign/status/update/", "campaign_ids", json!([campaign]), "DELETE").await.code(), 0);
    assert_eq!(set("/campaign/status/update/", "campaign_ids", json!([campaign]), "ENABLE").await.code(), 40_002);
    assert_eq!(set("/ad/status/update/", "ad_ids", json!([ad]), "ENABLE").await.code(), 40_002);
    let orphan = but(tiktok_adgroup(&campaign), json!({"adgroup_name": "late"}));
    assert_eq!(local.tiktok("/adgroup/create/", orphan).await.code(), 40_002);

    let partial = json!({"advertiser_id": "7000", "adgroup_ids": [group, "5"], "operation_status": "ENABLE",
                         "allow_partial_success": true});
    let answer = local.tiktok("/adgroup/status/update/", partial).await;
    assert_eq!(answer.code(), 20_001);
    assert_eq!(answer.body["data"]["error_list"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn updates() {
    let local = Local::new();
    let (campaign, group, _) = tree(&local).await;
    let other = but(tiktok_campaign(), json!({"campaign_name": "other", "special_industries": ["HOUSING"]}));
    let other = local.tiktok_id("/campaign/create/", "campaign_id", other).await;
    for (path, change, expected) in [
        ("/campaign/update/", json!({"campaign_id": campaign, "campaign_name": "new"}), 0),
        ("/campaign/update/", json!({"campaign_id": campaign, "campaign_name": "other"}), 40_002),
        ("/campaign/update/", json!({"campaign_id": campaign, "campaign_name": "🚀"}), 40_002),
        ("/campaign/update/", json!({"campaign_id": campaign, "budget": 10}), 40_002),
        ("/campaign/update/", json!({"campaign_id": campaign, "budget": 60}), 0),
        ("/campaign/update/", json!({"campaign_id": campaign, "objective_type": "REACH"}), 40_002),
        ("/campaign/update/", json!({"campaign_id": campaign, "special_industries": ["CREDIT"]}), 40_002),
        ("/campaign/update/", json!({"campaign_id": other, "special_industries": []}), 0),
        ("/campaign/update/", json!({"campaign_id": "9", "campaign_name": "x"}), 40_007),
        ("/adgroup/update/", json!({"adgroup_id": group, "adgroup_name": "new", "budget": 30}), 0),
        ("/adgroup/update/", json!({"adgroup_id": group, "placements": ["PLACEMENT_PANGLE"]}), 40_002),
        ("/adgroup/budget/update/", json!({"budget": [{"adgroup_id": group, "budget": 40.5}]}), 0),
        ("/adgroup/budget/update/", json!({"budget": [{"adgroup_id": group, "budget": 1}]}), 40_002),
        ("/adgroup/budget/update/", json!({"budget": []}), 40_002),
    ] {
        let body = but(change.clone(), json!({"advertiser_id": "7000"}));
        let answer = local.tiktok(path, body).await;
        assert_eq!((answer.status, answer.code()), (200, expected), "{path} {change}: {}", answer.body);
    }
    let read = local.tiktok_get("/adgroup/get/", &[("advertiser_id", "7000")]).await;
    assert_eq!(read.at("/data/list/0/adgroup_name"), "new");
    assert_eq!(read.body["data"]["list"][0]["budget"], json!(40.5));
}

#[tokio::test]
async fn a_budget_does_not_fall_below_105_percent_of_the_spend() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.jsonl");
    let journal = |settings: &mut sandbox::Settings| settings.journal = Some(path.clone());
    let local = Local::with(journal);
    let daily = json!({"budget_mode": "BUDGET_MODE_DAY", "budget": 200});
    let id = local.tiktok_id("/campaign/create/", "campaign_id", but(tiktok_campaign(), daily)).await;
    drop(local);
    let spent = std::fs::read_to_string(&path).unwrap().replace("\"budget\":200", "\"budget\":200,\"spend\":100");
    std::fs::write(&path, spent).unwrap();

    let local = Local::with(journal);
    for (budget, expected) in [(json!(104.99), 40_002), (json!(105), 0)] {
        let body = json!({"advertiser_id": "7000", "campaign_id": id, "budget": budget});
        assert_eq!(local.tiktok("/campaign/update/", body).await.code(), expected, "{budget}");
    }
}

#[tokio::test]
async fn regions_and_advertisers_can_be_read() {
    let local = Local::new();
    let regions = local.tiktok_get("/tool/region/", &[("advertiser_id", "7000")]).await;
    assert_eq!(regions.at("/data/region_info/0/location_id"), "6252001");
    let info = local.tiktok_get("/advertiser/info/", &[("advertiser_ids", r#"["7000"]"#)]).await;
    assert_eq!(info.at("/data/list/0/currency"), "USD");
}

#[tokio::test]
async fn nonsense_gets_the_envelope() {
    let local = Local::new();
    for (method, path, status, code) in [
        ("POST", "/open_api/v1.3/unicorn/create/", 404, 404),
        ("POST", "/open_api/v1.3", 404, 404),
        ("POST", "/open_api/", 200, 40_006),
        ("POST", "/open_api/v1.2/campaign/create/", 200, 40_006),
        ("GET", "/open_api/v1.3/campaign/create/", 405, 405),
        ("POST", "/open_api/v1.3/campaign/get/", 405, 405),
    ] {
        let answer = local.call(method, path, Value::Null).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{method} {path}: {}", answer.body);
        assert!(answer.body["request_id"].is_string());
    }
    for body in [vec![b'x'; 2 * 1024 * 1024], b"[1]".to_vec(), b"{".to_vec(), vec![0xff]] {
        let request =
            Request::post("/open_api/v1.3/campaign/create/").header("access-token", "t").body(Body::from(body));
        assert_eq!(local.send(request.unwrap()).await.code(), 40_002);
    }
    let wrong = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000"), ("filtering", "{nonsense")]).await;
    assert_eq!(wrong.code(), 40_002);
}

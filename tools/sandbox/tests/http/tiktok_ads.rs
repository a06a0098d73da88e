//! `TikTok` ads, and the whole flow of Upgraded Smart+ (docs/platforms.md 2.6, 2.7).

use serde_json::json;

use crate::client::{Local, but, tiktok_ad, tiktok_adgroup, tiktok_campaign, tiktok_creative};

#[tokio::test]
async fn ads() {
    let local = Local::new();
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", tiktok_campaign()).await;
    let group = local.tiktok_id("/adgroup/create/", "adgroup_id", tiktok_adgroup(&campaign)).await;
    let pangle = json!({"adgroup_name": "pangle", "placements": ["PLACEMENT_PANGLE"]});
    let pangle = local.tiktok_id("/adgroup/create/", "adgroup_id", but(tiktok_adgroup(&campaign), pangle)).await;
    let custom = json!({"identity_type": "CUSTOMIZED_USER"});
    for (group, change, expected) in [
        (&group, json!({}), 0),
        (&group, json!({"ad_name": null}), 40_002),
        (&group, json!({"ad_name": ""}), 0),
        (&group, json!({"ad_format": "VIDEO"}), 40_002),
        (&group, json!({"identity_type": null}), 40_002),
        (&group, json!({"identity_id": null}), 40_002),
        (&group, json!({"identity_type": "BC_AUTH_TT"}), 40_002),
        (&group, custom.clone(), 40_002),
        (&group, but(custom.clone(), json!({"tiktok_item_id": "1"})), 0),
        (&pangle, custom, 0),
        (&group, json!({"video_id": null}), 40_002),
        (&group, json!({"ad_format": "SINGLE_IMAGE"}), 40_002),
        (&group, json!({"ad_format": "SINGLE_IMAGE", "image_ids": ["1"]}), 0),
        (&group, json!({"ad_text": ""}), 40_002),
        (&group, json!({"ad_text": "x".repeat(101)}), 40_002),
        (&group, json!({"landing_page_url": "example"}), 40_002),
        (&group, json!({"aigc_disclosure_type": "YES"}), 40_002),
    ] {
        let body = but(tiktok_ad(group), json!({"creatives": [but(tiktok_creative(), change.clone())]}));
        let answer = local.tiktok("/ad/create/", body).await;
        assert_eq!((answer.status, answer.code()), (200, expected), "{change}: {}", answer.body);
    }
    let none = but(tiktok_ad(&group), json!({"creatives": []}));
    assert_eq!(local.tiktok("/ad/create/", none).await.code(), 40_002);
    let many = but(tiktok_ad(&group), json!({"creatives": [tiktok_creative(), tiktok_creative()]}));
    let answer = local.tiktok("/ad/create/", many).await;
    assert_eq!(answer.body["data"]["ad_ids"].as_array().unwrap().len(), 2);
    assert_eq!(answer.at("/data/creatives/1/ad_id"), answer.at("/data/ad_ids/1"));
}

#[tokio::test]
async fn smart_plus_from_campaign_to_ad() {
    let local = Local::new();
    let campaign = json!({
        "advertiser_id": "7000", "request_id": "1", "objective_type": "WEB_CONVERSIONS", "campaign_name": "smart",
        "sales_destination": "WEBSITE", "budget": 50, "operation_status": "DISABLE",
    });
    for change in [
        json!({"request_id": null}),
        json!({"objective_type": "TRAFFIC"}),
        json!({"sales_destination": null}),
        json!({"budget": null}),
        json!({"budget_mode": "BUDGET_MODE_INFINITE"}),
    ] {
        let answer = local.tiktok("/smart_plus/campaign/create/", but(campaign.clone(), change.clone())).await;
        assert_eq!(answer.code(), 40_002, "{change}");
    }
    let id = local.tiktok_id("/smart_plus/campaign/create/", "campaign_id", campaign).await;
    let group = json!({
        "advertiser_id": "7000", "request_id": "2", "campaign_id": id, "adgroup_name": "g",
        "promotion_type": "WEBSITE", "optimization_goal": "CONVERT", "bid_type": "BID_TYPE_NO_BID",
        "billing_event": "OCPM", "schedule_type": "SCHEDULE_FROM_NOW", "schedule_start_time": "2026-11-26 00:00:00",
        "targeting_spec": {"location_ids": ["6252001"], "gender": "GENDER_MALE"}, "operation_status": "DISABLE",
    });
    for change in [
        json!({"request_id": null}),
        json!({"billing_event": "CPC"}),
        json!({"targeting_spec": {}}),
        json!({"bid_type": null}),
    ] {
        let answer = local.tiktok("/smart_plus/adgroup/create/", but(group.clone(), change.clone())).await;
        assert_eq!(answer.code(), 40_002, "{change}");
    }
    let created = local.tiktok("/smart_plus/adgroup/create/", group).await;
    assert_eq!(created.code(), 0, "{}", created.body);
    assert!(created.body["data"]["targeting_spec"].get("gender").is_none(), "ignored without an error");
    let group = created.at("/data/adgroup_id");
    let creative =
        json!({"creative_info": {"ad_format": "SINGLE_VIDEO", "identity_type": "TT_USER", "identity_id": "1"}});
    let ad = json!({"advertiser_id": "7000", "adgroup_id": group, "ad_name": "a", "creative_list": [creative]});
    let ad = local.tiktok_id("/smart_plus/ad/create/", "smart_plus_ad_id", ad).await;

    // The manual read returns it too, with a mark; the manual update does not change it.
    let read = local.tiktok_get("/campaign/get/", &[("advertiser_id", "7000")]).await;
    assert_eq!(read.at("/data/list/0/campaign_automation_type"), "UPGRADED_SMART_PLUS");
    let read = local.tiktok_get("/smart_plus/ad/get/", &[("advertiser_id", "7000")]).await;
    assert_eq!(read.at("/data/list/0/smart_plus_ad_id"), ad);
    let rename = json!({"advertiser_id": "7000", "campaign_id": id, "campaign_name": "new"});
    assert_eq!(local.tiktok("/campaign/update/", rename.clone()).await.code(), 40_002);
    assert_eq!(local.tiktok("/smart_plus/campaign/update/", rename).await.code(), 0);

    local.sandbox.set_settings(&json!({"tiktok": {"smart_plus": false}})).unwrap();
    assert_eq!(local.tiktok("/smart_plus/campaign/create/", json!({})).await.code(), 40_118);
}

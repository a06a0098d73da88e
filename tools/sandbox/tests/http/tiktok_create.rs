//! The refusals of `TikTok`'s create endpoints, rule by rule for campaigns and ad groups (docs/platforms.md 2.2 to
//! 2.5).

use serde_json::{Value, json};

use crate::client::{Local, but, tiktok_adgroup, tiktok_campaign};

/// Without a key, every name could be used only once.
fn keyed(body: Value, number: usize) -> Value {
    but(body, json!({"request_id": number.to_string()}))
}

#[tokio::test]
async fn campaigns() {
    let local = Local::new();
    let long = "x".repeat(513);
    let wide = "広".repeat(257);
    let cases = [
        (json!({}), 0),
        (json!({"advertiser_id": null}), 40_002),
        (json!({"advertiser_id": 7000}), 40_002),
        (json!({"advertiser_id": "act_1"}), 40_300),
        (json!({"campaign_name": null}), 40_002),
        (json!({"campaign_name": "Launch 🚀"}), 40_002),
        (json!({"campaign_name": long}), 40_002),
        (json!({"campaign_name": wide}), 40_002),
        (json!({"campaign_name": "広".repeat(256)}), 0),
        (json!({"objective_type": null}), 40_002),
        (json!({"objective_type": "SALES"}), 40_002),
        (json!({"objective_type": "CONVERSIONS"}), 40_002),
        (json!({"budget_mode": null}), 40_002),
        (json!({"budget_mode": "DAILY"}), 40_002),
        (json!({"budget_mode": "BUDGET_MODE_TOTAL"}), 40_002),
        (json!({"budget_mode": "BUDGET_MODE_TOTAL", "budget": 100}), 0),
        (json!({"budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET", "budget": 100}), 40_002),
        (json!({"budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET", "budget": 100, "budget_optimize_on": true}), 0),
        (json!({"budget_optimize_on": true}), 40_002),
        (json!({"budget_optimize_on": "true"}), 40_002),
        (json!({"operation_status": "PAUSED"}), 40_002),
        (json!({"special_industries": ["FINANCE"]}), 40_002),
        (json!({"special_industries": ["HOUSING"]}), 0),
        (json!({"objective_type": "APP_PROMOTION"}), 40_002),
        (json!({"objective_type": "APP_PROMOTION", "app_promotion_type": "APP_INSTALL"}), 0),
        (json!({"objective_type": "PRODUCT_SALES"}), 40_002),
        (json!({"objective_type": "PRODUCT_SALES", "campaign_product_source": "STORE"}), 0),
        (json!({"objective_type": "RF_REACH", "rf_campaign_type": "STANDARD", "budget_mode": null}), 40_002),
        (
            json!({"objective_type": "RF_REACH", "rf_campaign_type": "STANDARD", "budget_mode": null,
                   "operation_status": "ENABLE"}),
            0,
        ),
        (json!({"virtual_objective_type": "SALES"}), 40_002),
        (json!({"virtual_objective_type": "SALES", "objective_type": "WEB_CONVERSIONS"}), 40_002),
        (
            json!({"virtual_objective_type": "SALES", "objective_type": "WEB_CONVERSIONS",
                   "sales_destination": "WEBSITE"}),
            0,
        ),
        (json!({"campaign_type": "IOS14_CAMPAIGN"}), 40_002),
    ];
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        let body = but(keyed(tiktok_campaign(), number), change.clone());
        let answer = local.tiktok("/campaign/create/", body).await;
        assert_eq!((answer.status, answer.code()), (200, expected), "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_name_without_a_key_can_be_used_once() {
    let local = Local::new();
    let id = local.tiktok_id("/campaign/create/", "campaign_id", tiktok_campaign()).await;
    assert_eq!(id.len(), 19);
    let again = local.tiktok("/campaign/create/", tiktok_campaign()).await;
    assert_eq!(again.code(), 40_002);
    assert!(again.at("/message").contains("Campaign name already exists"));
    let elsewhere = but(tiktok_campaign(), json!({"advertiser_id": "7001"}));
    assert_eq!(local.tiktok("/campaign/create/", elsewhere).await.code(), 0);
    local.tiktok_id("/adgroup/create/", "adgroup_id", tiktok_adgroup(&id)).await;
    assert_eq!(local.tiktok("/adgroup/create/", tiktok_adgroup(&id)).await.code(), 40_002);
}

#[tokio::test]
async fn a_replay_window_can_end() {
    let local = Local::with(|settings| settings.tiktok.replay_window_s = Some(10));
    let body = keyed(tiktok_campaign(), 1);
    let first = local.tiktok_id("/campaign/create/", "campaign_id", body.clone()).await;
    local.clock.advance_ms(10_000);
    assert_eq!(local.tiktok_id("/campaign/create/", "campaign_id", body.clone()).await, first);
    local.clock.advance_ms(1);
    assert_ne!(local.tiktok_id("/campaign/create/", "campaign_id", body).await, first);
}

#[tokio::test]
async fn ad_groups() {
    let local = Local::new();
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", tiktok_campaign()).await;
    let total = json!({"budget_mode": "BUDGET_MODE_TOTAL", "budget": 200, "schedule_type": "SCHEDULE_START_END",
                       "schedule_end_time": "2026-12-06 00:00:00"});
    let cases = [
        (json!({}), 0),
        (json!({"campaign_id": null}), 40_002),
        (json!({"campaign_id": "5"}), 40_007),
        (json!({"adgroup_name": "x 😀"}), 40_002),
        (json!({"billing_event": null}), 40_002),
        (json!({"billing_event": "OCPC"}), 40_002),
        (json!({"optimization_goal": "VIDEO_VIEW"}), 40_002),
        (json!({"optimization_goal": "REACH", "billing_event": "CPM"}), 40_002),
        (json!({"optimization_goal": "TRAFFIC_LANDING_PAGE_VIEW"}), 40_002),
        (json!({"promotion_type": null}), 40_002),
        (json!({"pacing": null}), 40_002),
        (json!({"budget_mode": null}), 40_002),
        (json!({"budget": null}), 40_002),
        (json!({"budget": 19.99}), 40_002),
        (json!({"budget_mode": "BUDGET_MODE_INFINITE"}), 40_002),
        (json!({"budget_mode": "BUDGET_MODE_TOTAL"}), 40_002),
        (total.clone(), 0),
        (but(total.clone(), json!({"budget": 199})), 40_002),
        (json!({"schedule_type": "SCHEDULE_START_END"}), 40_002),
        (json!({"schedule_type": "SCHEDULE_START_END", "schedule_end_time": "2026-11-25 00:00:00"}), 40_002),
        (json!({"schedule_start_time": null}), 40_002),
        (json!({"schedule_start_time": "2026-11-26T00:00:00Z"}), 40_002),
        (json!({"schedule_start_time": "2026-11-25 00:00:00"}), 0),
        (json!({"schedule_start_time": "2026-11-24 23:59:59"}), 40_002),
        (json!({"location_ids": null}), 40_002),
        (json!({"location_ids": ["US"]}), 40_002),
        (json!({"location_ids": ["6252001", "6252001"]}), 40_002),
        (json!({"location_ids": null, "zipcode_ids": ["1"]}), 0),
        (json!({"placements": null}), 40_002),
        (json!({"placements": null, "placement_type": "PLACEMENT_TYPE_AUTOMATIC"}), 0),
        (json!({"placements": ["PLACEMENT_HELO"]}), 40_002),
        (json!({"placements": ["PLACEMENT_GLOBAL_APP_BUNDLE"]}), 40_002),
        (json!({"placements": ["PLACEMENT_GLOBAL_APP_BUNDLE"], "location_ids": ["3469034"]}), 0),
        (json!({"age_groups": ["AGE_13_17"]}), 40_065),
        (json!({"age_groups": ["AGE_13_17"], "location_ids": ["1643084"]}), 0),
        (json!({"age_groups": ["AGE_18"]}), 40_002),
        (json!({"gender": "FEMALE"}), 40_002),
        (json!({"household_income": ["TOP5"]}), 0),
        (json!({"household_income": ["TOP5"], "location_ids": ["2921044"]}), 40_002),
        (json!({"device_model_ids": ["1"], "device_price_ranges": [0, 50]}), 40_002),
        (json!({"location_ids": ["2635167"], "is_hfss": true}), 40_002),
        (json!({"location_ids": ["2635167"], "is_hfss": true, "is_lhf_compliance": true}), 0),
        (json!({"bid_type": "BID_TYPE_CUSTOM"}), 40_002),
        (json!({"bid_type": "BID_TYPE_CUSTOM", "bid_price": 0.5}), 0),
        (json!({"bid_type": "BID_TYPE_CUSTOM", "bid_price": 20}), 40_002),
        (json!({"roas_bid": 1001}), 40_002),
        (json!({"frequency": 0}), 40_002),
        (json!({"dayparting": "01"}), 40_002),
        (json!({"dayparting": "1".repeat(336)}), 0),
        (json!({"brand_safety_type": "THIRD_PARTY"}), 40_002),
        (json!({"category_exclusion_ids": ["1"]}), 40_002),
        (json!({"category_exclusion_ids": ["1"], "brand_safety_type": "LIMITED_INVENTORY"}), 0),
    ];
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        let body = but(keyed(tiktok_adgroup(&campaign), number), change.clone());
        let answer = local.tiktok("/adgroup/create/", body).await;
        assert_eq!((answer.status, answer.code()), (200, expected), "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn the_campaigns_budget_mode_binds_its_ad_groups() {
    let local = Local::new();
    let optimized = json!({"budget_optimize_on": true, "budget_mode": "BUDGET_MODE_TOTAL", "budget": 100});
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", but(tiktok_campaign(), optimized)).await;
    let bare = but(tiktok_adgroup(&campaign), json!({"budget": null, "budget_mode": null}));
    assert_eq!(local.tiktok("/adgroup/create/", bare).await.code(), 0);

    let daily = json!({"campaign_name": "daily", "budget_mode": "BUDGET_MODE_DAY", "budget": 100});
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", but(tiktok_campaign(), daily)).await;
    let total = json!({"budget_mode": "BUDGET_MODE_TOTAL", "budget": 500, "schedule_type": "SCHEDULE_START_END",
                       "schedule_end_time": "2026-12-06 00:00:00"});
    let refused = local.tiktok("/adgroup/create/", but(tiktok_adgroup(&campaign), total)).await;
    assert_eq!(refused.code(), 40_002);
}

#[tokio::test]
async fn special_industries_limit_targeting() {
    let local = Local::new();
    let special = json!({"special_industries": ["HOUSING"]});
    let campaign = local.tiktok_id("/campaign/create/", "campaign_id", but(tiktok_campaign(), special)).await;
    let adults = json!(["AGE_18_24", "AGE_25_34", "AGE_35_44", "AGE_45_54", "AGE_55_100"]);
    let cases = [
        (json!({}), 0),
        (json!({"gender": "GENDER_UNLIMITED", "age_groups": adults}), 0),
        (json!({"gender": "GENDER_MALE"}), 40_002),
        (json!({"age_groups": ["AGE_25_34"]}), 40_002),
        (json!({"zipcode_ids": ["1"]}), 40_002),
        (json!({"household_income": ["TOP5"]}), 40_002),
        (json!({"interest_keyword_ids": ["1"]}), 40_002),
        (json!({"saved_audience_id": "1"}), 40_002),
        (json!({"actions": [{"action_scene": "HASHTAG_RELATED"}]}), 40_002),
        (json!({"actions": [{"action_scene": "VIDEO_RELATED"}]}), 0),
    ];
    for (number, (change, expected)) in cases.into_iter().enumerate() {
        let body = but(keyed(tiktok_adgroup(&campaign), number), change.clone());
        assert_eq!(local.tiktok("/adgroup/create/", body).await.code(), expected, "{change}");
    }
}

//! Every payload, for every objective, in both flows.

use domain::RequestType;
use serde_json::{Map, Value, json};

use super::{
    super::{schemas::objectives, settings::Flow},
    World,
};

/// A configuration of a whole tree that `TikTok` would take, for each objective.
pub(in crate::tiktok) fn tree(objective: &str) -> Value {
    let (campaign, group, ad) = match objective {
        "APP_PROMOTION" => (
            json!({"app_promotion_type": "APP_INSTALL", "daily_budget": "100.50"}),
            json!({"promotion_type": "APP_IOS", "app_id": "6900000000000000001", "optimization_goal": "INSTALL",
                   "billing_event": "OCPM", "conversion_bid_price": "4.25", "operating_systems": ["IOS"], "min_ios_version": "14.0",
                   "daily_budget": 60}),
            json!({"call_to_action": "DOWNLOAD_NOW"}),
        ),
        "WEB_CONVERSIONS" => (
            json!({"virtual_objective_type": "SALES", "sales_destination": "WEBSITE", "budget_optimize_on": true,
                   "budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET", "budget": "1000"}),
            json!({"promotion_type": "WEBSITE", "optimization_goal": "CONVERT", "billing_event": "OCPM",
                   "pixel_id": "6800000000000000001", "optimization_event": "ON_WEB_ORDER",
                   "click_attribution_window": "SEVEN_DAYS", "view_attribution_window": "ONE_DAY"}),
            json!({"landing_page_url": "https://example.com/moana", "call_to_action": "SHOP_NOW"}),
        ),
        "REACH" => (
            json!({}),
            json!({"optimization_goal": "REACH", "billing_event": "CPM", "bid_price": "5", "frequency": 3, "frequency_schedule": 7,
                   "lifetime_budget": "5000"}),
            json!({}),
        ),
        "TRAFFIC" => (
            json!({"lifetime_budget": 20000}),
            json!({"promotion_type": "WEBSITE", "optimization_goal": "CLICK", "billing_event": "CPC", "bid_price": 0.55,
                   "daily_budget": "200"}),
            json!({"landing_page_url": "https://example.com/moana", "call_to_action": "LEARN_MORE",
                   "utm_params": [{"key": "utm_source", "value": "tiktok"}]}),
        ),
        "VIDEO_VIEWS" => (
            json!({}),
            json!({"optimization_goal": "ENGAGED_VIEW", "billing_event": "OCPM", "daily_budget": "50",
                   "contextual_tag_ids": [{"id": "11", "name": "Family"}]}),
            json!({"aigc_disclosure_type": "SELF_DISCLOSURE"}),
        ),
        "PRODUCT_SALES" => (
            json!({"campaign_product_source": "CATALOG"}),
            json!({"promotion_type": "WEBSITE", "optimization_goal": "VALUE", "billing_event": "OCPM", "catalog_id": "7100000000000000001",
                   "pixel_id": "6800000000000000001", "optimization_event": "ON_WEB_ORDER", "deep_bid_type": "VO_MIN_ROAS",
                   "roas_bid": "1.5", "daily_budget": "300"}),
            json!({"landing_page_url": "https://example.com/moana", "catalog_id": "7100000000000000001", "product_specific_type": "ALL"}),
        ),
        "ENGAGEMENT" => (
            json!({}),
            json!({"optimization_goal": "FOLLOWERS", "billing_event": "OCPM", "daily_budget": "40"}),
            json!({"tiktok_item_id": "7200000000000000001"}),
        ),
        "LEAD_GENERATION" => (
            json!({}),
            json!({"promotion_type": "LEAD_GENERATION", "promotion_target_type": "INSTANT_PAGE", "optimization_goal": "LEAD_GENERATION",
                   "billing_event": "OCPM", "daily_budget": "80"}),
            json!({"page_id": "7300000000000000001", "call_to_action": "SIGN_UP"}),
        ),
        _ => (
            json!({}),
            json!({"optimization_goal": "ENGAGED_VIEW", "billing_event": "OCPM", "daily_budget": "50", "promotion_type": "WEBSITE"}),
            json!({"landing_page_url": "https://example.com/moana"}),
        ),
    };
    let ad = joined(ad_basics(&ad), ad);
    let group = joined(json!({"ads": [ad]}), group);
    let config = json!({
        "objective_type": objective,
        "placements": ["PLACEMENT_TIKTOK"],
        "brand_safety_type": "STANDARD_INVENTORY",
        "location_ids": ["6252001"],
        "age_groups": ["AGE_18_24", "AGE_25_34"],
        "interest_category_ids": ["15", {"id": "17", "name": "Family & Parenting"}],
        "schedule_start_time": "2026-12-01T00:00:00Z",
        "schedule_end_time": "2026-12-31 23:59:59",
        "ad_groups": [group],
    });
    joined(config, campaign)
}

fn ad_basics(ad: &Value) -> Value {
    let basics = json!({"ad_format": "SINGLE_VIDEO", "identity_type": "TT_USER", "identity_id": "id-1"});
    let own = json!({"video_id": "v0001", "image_ids": ["img-1"], "ad_text": "Set sail with Moana"});
    if ad.get("tiktok_item_id").is_some() { basics } else { joined(basics, own) }
}

/// Two objects as one.
pub(in crate::tiktok) fn joined(one: Value, other: Value) -> Value {
    let fields = |value: Value| value.as_object().cloned().unwrap_or_default();
    Value::Object(fields(one).into_iter().chain(fields(other)).collect::<Map<_, _>>())
}

fn snapshot(name: &str, world: &World) {
    let translation = world.translate();
    assert_eq!(translation.facts.payload_violations, [], "{name}");
    crate::references::assert_whole(&translation.steps);
    insta::with_settings!({sort_maps => true, omit_expression => true}, {
        insta::assert_json_snapshot!(name, translation.steps);
    });
}

#[test]
fn every_objective_in_the_manual_flow() {
    for objective in objectives() {
        snapshot(&format!("tree_{objective}"), &World::new(RequestType::CreateCampaignTree, &tree(objective)));
    }
}

#[test]
fn every_objective_that_smart_plus_takes() {
    for objective in ["APP_PROMOTION", "WEB_CONVERSIONS", "LEAD_GENERATION"] {
        let world = World::new(RequestType::CreateCampaignTree, &tree(objective)).in_flow(Flow::SmartPlus);
        snapshot(&format!("smart_plus_{objective}"), &world);
    }
}

#[test]
fn a_campaign_alone() {
    let config = json!({"objective": "TRAFFIC", "daily_budget": "150.00", "special_industries": ["HOUSING"], "advertiser_id": "42"});
    snapshot("campaign_alone", &World::new(RequestType::CreateCampaign, &config));
    let config = json!({"objective_type": "REACH"});
    snapshot("campaign_without_budget", &World::new(RequestType::CreateCampaign, &config));
}

#[test]
fn several_ad_groups_and_ads_have_names_of_their_own() {
    let mut config = tree("TRAFFIC");
    let group = config["ad_groups"][0].clone();
    let ad = group["ads"][0].clone();
    config["ad_groups"] = json!([
        joined(
            group.clone(),
            json!({"name": "Prospecting 18-24", "ads": [joined(ad.clone(), json!({"name": "Hero video!"})), ad]})
        ),
        joined(group, json!({"age_groups": ["AGE_35_44"], "pacing": "PACING_MODE_FAST"})),
    ]);
    let steps = World::new(RequestType::CreateCampaignTree, &config).translate().steps;
    let names: Vec<_> = steps.iter().map(|step| (step.key.as_str(), step.name.as_str())).collect();
    assert_eq!(
        names,
        [
            ("campaign", "DIS_US_TIKTOK_2026_MoanaLaunch"),
            ("ad_set_1", "DIS_US_TIKTOK_2026_MoanaLaunch_Prospecting1824"),
            ("ad_1_1", "DIS_US_TIKTOK_2026_MoanaLaunch_Prospecting1824_Herovideo"),
            ("ad_1_2", "DIS_US_TIKTOK_2026_MoanaLaunch_Prospecting1824_Ad2"),
            ("ad_set_2", "DIS_US_TIKTOK_2026_MoanaLaunch_AdGroup2"),
            ("ad_2_1", "DIS_US_TIKTOK_2026_MoanaLaunch_AdGroup2_Ad1"),
        ]
    );
    assert_eq!(steps[4].request.body["age_groups"], json!(["AGE_35_44"]));
    assert_eq!(steps[1].request.body["age_groups"], json!(["AGE_18_24", "AGE_25_34"]));
}

#[test]
fn everything_is_created_disabled_and_once() {
    for objective in objectives() {
        for step in World::new(RequestType::CreateCampaignTree, &tree(objective)).translate().steps {
            let body = &step.request.body;
            let (status, key) = match step.key.as_str() {
                "ad_1_1" => (&body["creatives"][0]["operation_status"], Value::Null),
                _ => (&body["operation_status"], json!("{{idempotency_key}}")),
            };
            assert_eq!(status, "DISABLE", "{objective} {}", step.key);
            assert_eq!(body["request_id"], key, "{objective} {}", step.key);
            assert!(step.request.path.ends_with('/'), "{objective} {}", step.key);
            assert!(step.lookup.is_some(), "{objective} {}", step.key);
        }
    }
}

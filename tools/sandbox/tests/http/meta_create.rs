//! The refusals of Meta's create edges, rule by rule (docs/platforms.md 1.3 to 1.7).

use serde_json::{Value, json};

use crate::client::{Local, but, meta_adset, meta_campaign, meta_creative};

const CAMPAIGNS: &str = "act_1/campaigns";

#[tokio::test]
async fn campaigns() {
    let local = Local::new();
    for (change, expected) in [
        (json!({}), (0, 0)),
        (json!({"name": null}), (100, 0)),
        (json!({"name": " "}), (100, 0)),
        (json!({"name": ["x"]}), (100, 0)),
        (json!({"objective": null}), (100, 0)),
        (json!({"objective": "LINK_CLICKS"}), (100, 0)),
        (json!({"objective": "SALES"}), (100, 0)),
        (json!({"special_ad_categories": null}), (100, 0)),
        (json!({"special_ad_categories": "NONE"}), (100, 0)),
        (json!({"special_ad_categories": ["GAMBLING"]}), (100, 0)),
        (json!({"special_ad_categories": ["NONE"]}), (0, 0)),
        (json!({"special_ad_categories": ["HOUSING"]}), (0, 0)),
        (json!({"special_ad_categories": ["ONLINE_GAMBLING_AND_GAMING"]}), (100, 0)),
        (json!({"special_ad_categories": ["CREDIT"], "special_ad_category_country": ["US"]}), (100, 0)),
        (json!({"special_ad_categories": ["HOUSING"], "special_ad_category_country": ["usa"]}), (100, 0)),
        (json!({"status": "ARCHIVED"}), (100, 0)),
        (json!({"status": "DISABLE"}), (100, 0)),
        (json!({"buying_type": "CPM"}), (100, 0)),
        (json!({"is_adset_budget_sharing_enabled": null}), (100, 4_834_011)),
        (json!({"is_adset_budget_sharing_enabled": "maybe"}), (100, 0)),
        (json!({"is_adset_budget_sharing_enabled": null, "daily_budget": 5000}), (0, 0)),
        (json!({"daily_budget": 5000, "lifetime_budget": 5000}), (100, 1_885_621)),
        (json!({"daily_budget": 99}), (100, 1_885_272)),
        (json!({"daily_budget": 50.5}), (100, 0)),
        (json!({"daily_budget": -1}), (100, 0)),
        (json!({"daily_budget": "5000", "bid_strategy": "COST_CAP"}), (0, 0)),
        (json!({"bid_strategy": "COST_CAP"}), (100, 0)),
        (json!({"bid_strategy": "CHEAP", "daily_budget": 5000}), (100, 0)),
        (json!({"spend_cap": 100}), (100, 0)),
        (json!({"spend_cap": 922_337_203_685_478_i64}), (0, 0)),
        (json!({"smart_promotion_type": "GUIDED_CREATION"}), (100, 0)),
        (json!({"execution_options": ["validate"]}), (100, 0)),
        (json!({"execution_options": ["include_recommendations"]}), (100, 0)),
        (json!({"promoted_object": "x"}), (100, 0)),
    ] {
        let answer = local.meta(CAMPAIGNS, but(meta_campaign(), change.clone())).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
        assert_eq!(answer.status, if expected.0 == 0 { 200 } else { 400 }, "{change}");
    }
}

#[tokio::test]
async fn ad_sets_of_a_campaign_without_a_budget() {
    let local = Local::new();
    let campaign = local.meta_id(CAMPAIGNS, meta_campaign()).await;
    let long = "x".repeat(401);
    for (change, expected) in [
        (json!({}), (0, 0)),
        (json!({"name": null}), (100, 0)),
        (json!({"name": long}), (100, 0)),
        (json!({"campaign_id": null}), (100, 0)),
        (json!({"campaign_id": "999"}), (100, 33)),
        (json!({"billing_event": null}), (100, 0)),
        (json!({"billing_event": "CPM"}), (100, 0)),
        (json!({"optimization_goal": null}), (100, 0)),
        (json!({"optimization_goal": "OFFSITE_CONVERSIONS"}), (100, 0)),
        (json!({"destination_type": "MOON"}), (100, 0)),
        (json!({"daily_budget": null}), (100, 0)),
        (json!({"daily_budget": 10}), (100, 1_885_272)),
        (json!({"lifetime_budget": 5000}), (100, 1_885_621)),
        (json!({"daily_budget": null, "lifetime_budget": 5000}), (100, 0)),
        (json!({"daily_budget": null, "lifetime_budget": 5000, "end_time": "2026-12-05T00:00:00-0700"}), (0, 0)),
        (
            json!({"daily_budget": null, "lifetime_budget": 500, "end_time": "2026-12-25T00:00:00+0000"}),
            (100, 1_885_272),
        ),
        (json!({"end_time": "0"}), (0, 0)),
        (json!({"end_time": "soon"}), (100, 0)),
        (json!({"end_time": "2026-11-26T00:00:00Z"}), (100, 0)),
        (json!({"end_time": "2026-11-01T00:00:00Z"}), (100, 0)),
        (json!({"bid_strategy": "COST_CAP"}), (100, 0)),
        (json!({"bid_strategy": "COST_CAP", "bid_amount": 1}), (100, 1_885_650)),
        (json!({"bid_strategy": "COST_CAP", "bid_amount": 200}), (0, 0)),
        (json!({"bid_strategy": null, "bid_amount": 200}), (0, 0)),
        (json!({"bid_amount": 200}), (100, 0)),
        (json!({"bid_strategy": "LOWEST_COST_WITH_MIN_ROAS"}), (100, 0)),
        (
            json!({"bid_strategy": "LOWEST_COST_WITH_MIN_ROAS", "bid_constraints": {"roas_average_floor": 20000}}),
            (0, 0),
        ),
        (json!({"daily_spend_cap": 500}), (100, 0)),
        (
            json!({"frequency_control_specs": [{"event": "IMPRESSIONS", "interval_days": 7, "max_frequency": 2}]}),
            (100, 0),
        ),
        (json!({"adset_schedule": [{"start_minute": 0}]}), (100, 0)),
        (json!({"attribution_spec": [{"event_type": "CLICK_THROUGH", "window_days": 28}]}), (100, 0)),
        (json!({"attribution_spec": [{"event_type": "CLICK_THROUGH", "window_days": 7}]}), (0, 0)),
        (json!({"promoted_object": {"custom_event_type": "DANCE"}}), (100, 0)),
        (json!({"status": "DELETED"}), (100, 0)),
    ] {
        let answer = local.meta("act_1/adsets", but(meta_adset(&campaign), change.clone())).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn targeting() {
    let local = Local::new();
    let campaign = local.meta_id(CAMPAIGNS, meta_campaign()).await;
    let us = |more: Value| but(json!({ "geo_locations": { "countries": ["US"] } }), more);
    for (change, expected) in [
        (json!({"targeting": null}), (100, 0)),
        (json!({"targeting": {}}), (100, 0)),
        (json!({"targeting": {"geo_locations": {}}}), (100, 0)),
        (json!({"targeting": {"geo_locations": {"countries": ["us"]}}}), (100, 0)),
        (json!({"targeting": {"geo_locations": {"countries": ["US"], "location_types": ["home"]}}}), (100, 1_870_199)),
        (json!({"targeting": us(json!({"publisher_platforms": ["tv"]}))}), (100, 0)),
        (json!({"targeting": us(json!({"publisher_platforms": ["instagram"]}))}), (0, 0)),
        (json!({"targeting": us(json!({"instagram_positions": ["explore"]}))}), (100, 0)),
        (json!({"targeting": us(json!({"age_min": 12}))}), (100, 0)),
        (json!({"targeting": us(json!({"age_min": 30}))}), (100, 0)),
        (json!({"targeting": us(json!({"age_min": 30, "targeting_automation": {"advantage_audience": 0}}))}), (0, 0)),
        (json!({"targeting": us(json!({"age_min": 30, "targeting_automation": {"advantage_audience": 1}}))}), (100, 0)),
        (json!({"targeting": us(json!({"age_min": 21, "targeting_automation": {"advantage_audience": 1}}))}), (0, 0)),
        (json!({"targeting": us(json!({"age_max": 50, "targeting_automation": {"advantage_audience": 1}}))}), (100, 0)),
        (json!({"targeting": us(json!({"targeting_automation": {"advantage_audience": true}}))}), (100, 0)),
        (json!({"targeting": us(json!({"genders": [3]}))}), (100, 0)),
    ] {
        let answer = local.meta("act_1/adsets", but(meta_adset(&campaign), change.clone())).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn ad_sets_of_a_campaign_with_a_budget() {
    let local = Local::new();
    let daily = local.meta_id(CAMPAIGNS, but(meta_campaign(), json!({"daily_budget": 5000}))).await;
    let lifetime = local.meta_id(CAMPAIGNS, but(meta_campaign(), json!({"lifetime_budget": 50_000}))).await;
    let inherits = json!({"daily_budget": null, "bid_strategy": null});
    for (campaign, change, expected) in [
        (&daily, json!({}), (0, 0)),
        (&daily, json!({"daily_budget": 5000}), (100, 1_885_621)),
        (&daily, json!({"lifetime_budget": 5000}), (100, 1_885_621)),
        (&daily, json!({"daily_spend_cap": 500}), (0, 0)),
        (&daily, json!({"lifetime_spend_cap": 500}), (100, 0)),
        (&daily, json!({"bid_strategy": "COST_CAP", "bid_amount": 100}), (100, 0)),
        (&lifetime, json!({}), (100, 0)),
        (&lifetime, json!({"end_time": "2026-12-25T00:00:00Z"}), (0, 0)),
        (
            &lifetime,
            json!({"end_time": "2026-12-25T00:00:00Z", "adset_schedule": [{"days": [1]}], "pacing_type": ["day_parting"]}),
            (0, 0),
        ),
    ] {
        let body = but(but(meta_adset(campaign), inherits.clone()), change.clone());
        let answer = local.meta("act_1/adsets", body).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_special_category_limits_targeting() {
    let local = Local::new();
    let special = json!({"special_ad_categories": ["HOUSING"]});
    let campaign = local.meta_id(CAMPAIGNS, but(meta_campaign(), special)).await;
    let automation = json!({"advantage_audience": 0});
    for (targeting, expected) in [
        (json!({"geo_locations": {"countries": ["US"]}}), 0),
        (json!({"geo_locations": {"zips": [{"key": "US:94304"}]}}), 100),
        (json!({"geo_locations": {"countries": ["US"]}, "age_min": 21, "targeting_automation": automation}), 100),
        (json!({"geo_locations": {"countries": ["US"]}, "age_min": 18, "targeting_automation": automation}), 0),
        (json!({"geo_locations": {"countries": ["US"]}, "genders": [1], "targeting_automation": automation}), 100),
    ] {
        let body = but(meta_adset(&campaign), json!({"targeting": targeting}));
        let answer = local.meta("act_1/adsets", body).await;
        assert_eq!(answer.error().0, expected, "{targeting}: {}", answer.body);
    }
}

#[tokio::test]
async fn creatives() {
    let local = Local::new();
    let story = |more: Value| json!({"object_story_spec": but(json!({"page_id": "1"}), more)});
    for (change, expected) in [
        (json!({}), 0),
        (json!({"object_story_spec": null}), 100),
        (json!({"object_story_spec": null, "object_story_id": "1_2"}), 0),
        (json!({"object_story_spec": null, "object_story_id": "12"}), 100),
        (json!({"object_story_spec": null, "asset_feed_spec": {"bodies": []}}), 0),
        (json!({"object_story_spec": {"link_data": {"link": "x"}}}), 100),
        (story(json!({})), 100),
        (story(json!({"link_data": {"link": "x"}, "video_data": {"video_id": "1"}})), 100),
        (story(json!({"link_data": {"message": "x"}})), 100),
        (story(json!({"link_data": {"link": "x", "child_attachments": [1]}})), 100),
        (story(json!({"link_data": {"link": "x", "call_to_action": {"type": "learn"}}})), 100),
        (story(json!({"link_data": {"link": "x", "call_to_action": {"type": "LEARN_MORE"}}})), 0),
        (story(json!({"video_data": {"video_id": "1"}})), 100),
        (story(json!({"video_data": {"video_id": "1", "image_hash": "h"}})), 0),
        (story(json!({"instagram_actor_id": "1", "link_data": {"link": "x"}})), 100),
        (json!({"authorization_category": "SOME"}), 100),
    ] {
        let answer = local.meta("act_1/adcreatives", but(meta_creative(), change.clone())).await;
        assert_eq!(answer.error().0, expected, "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn ads() {
    let local = Local::with(|settings| settings.quotas.meta.ads_per_adset = Some(3));
    let campaign = local.meta_id(CAMPAIGNS, meta_campaign()).await;
    let adset = local.meta_id("act_1/adsets", meta_adset(&campaign)).await;
    let creative = local.meta_id("act_1/adcreatives", meta_creative()).await;
    let ad = json!({"name": "Ad", "adset_id": adset, "creative": {"creative_id": creative}, "status": "PAUSED"});
    for (change, expected) in [
        (json!({}), (0, 0)),
        (json!({"name": null}), (100, 0)),
        (json!({"creative": null}), (100, 0)),
        (json!({"creative": {}}), (100, 0)),
        (json!({"creative": {"creative_id": "77"}}), (100, 33)),
        (json!({"creative": {"object_story_spec": {"page_id": "1", "link_data": {"link": "x"}}}}), (0, 0)),
        (json!({"adset_id": null}), (100, 0)),
        (json!({"adset_id": campaign}), (100, 33)),
        (json!({"conversion_domain": "https://example.com/x"}), (100, 0)),
        (json!({"conversion_domain": "example.com"}), (0, 0)),
        // The fourth ad of a set that may have three.
        (json!({}), (100, 0)),
    ] {
        let answer = local.meta("act_1/ads", but(ad.clone(), change.clone())).await;
        assert_eq!(answer.error(), expected, "{change}: {}", answer.body);
    }
}

#[tokio::test]
async fn ads_in_the_eu_name_who_benefits_and_who_pays() {
    let local = Local::new();
    let campaign = local.meta_id(CAMPAIGNS, meta_campaign()).await;
    let creative = local.meta_id("act_1/adcreatives", meta_creative()).await;
    let eu = json!({"targeting": {"geo_locations": {"countries": ["US", "DE"]}}});
    let named = json!({"dsa_beneficiary": "Us", "dsa_payor": "Them"});
    let half = json!({"dsa_beneficiary": "Us"});
    let group = json!({"targeting": {"geo_locations": {"country_groups": ["worldwide"]}}});
    for (adset, expected) in [
        (eu.clone(), 3_858_152),
        (but(eu.clone(), half), 3_858_152),
        (but(eu.clone(), named), 0),
        (group, 3_858_152),
        (json!({}), 0),
    ] {
        let adset = local.meta_id("act_1/adsets", but(meta_adset(&campaign), adset)).await;
        let ad = json!({"name": "Ad", "adset_id": adset, "creative": {"creative_id": creative}});
        assert_eq!(local.meta("act_1/ads", ad).await.error().0, expected);
    }
    // The account's defaults fill the gap, and the check can move up to the ad set.
    local.sandbox.set_settings(&json!({"meta": {"dsa_level": "adset"}})).unwrap();
    let body = but(meta_adset(&campaign), eu);
    assert_eq!(local.meta("act_1/adsets", body.clone()).await.error().0, 3_858_152);
    let defaults = json!({"meta": {"default_dsa_beneficiary": "Us", "default_dsa_payor": "Us"}});
    local.sandbox.set_settings(&defaults).unwrap();
    assert_eq!(local.meta("act_1/adsets", body).await.error().0, 0);
}

#[tokio::test]
async fn another_currency_has_other_minimums() {
    let local = Local::with(|settings| settings.meta.currency = "JPY".to_owned());
    let budget = |yen: i64| but(meta_campaign(), json!({"daily_budget": yen}));
    assert_eq!(local.meta(CAMPAIGNS, budget(149)).await.error(), (100, 1_885_272));
    assert_eq!(local.meta(CAMPAIGNS, budget(150)).await.error(), (0, 0));
    let minimums = local.get("/v26.0/act_1/minimum_budgets").await;
    assert_eq!(minimums.at("/data/0/currency"), "JPY");
    assert_eq!(minimums.at("/data/0/min_daily_budget_imp"), "150");
}

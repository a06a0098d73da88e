//! Whole trees: campaign, ad sets, creatives and ads.

use domain::RequestType;
use serde_json::{Value, json};

use super::world::{Given, given, told};

fn link_ad() -> Value {
    json!({"creative": {"object_story_spec": {"page_id": "11", "link_data": {
        "link": "https://example.com/moana",
        "message": "Sail again.",
        "name": "Moana",
        "image_hash": "a1b2c3",
        "call_to_action": {"type": "LEARN_MORE", "value": {"link": "https://example.com/moana"}},
    }}}})
}

/// The usual tree of an objective, by Meta's table of goals.
pub(super) fn tree(objective: &str) -> Value {
    let ad_set = match objective {
        "OUTCOME_AWARENESS" => json!({"optimization_goal": "REACH", "promoted_object": {"page_id": "11"},
            "frequency_control_specs": [{"event": "IMPRESSIONS", "interval_days": 7, "max_frequency": 2}]}),
        "OUTCOME_TRAFFIC" => json!({"optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE"}),
        "OUTCOME_ENGAGEMENT" => {
            json!({"optimization_goal": "POST_ENGAGEMENT", "destination_type": "ON_POST", "promoted_object": {"page_id": "11"}})
        }
        "OUTCOME_LEADS" => {
            json!({"optimization_goal": "LEAD_GENERATION", "destination_type": "ON_AD", "promoted_object": {"page_id": "11"}})
        }
        "OUTCOME_APP_PROMOTION" => json!({"optimization_goal": "APP_INSTALLS",
            "promoted_object": {"application_id": "22", "object_store_url": "https://apps.apple.com/app/id33"}}),
        _ => json!({"optimization_goal": "OFFSITE_CONVERSIONS", "destination_type": "WEBSITE",
            "promoted_object": {"pixel_id": "44", "custom_event_type": "PURCHASE"},
            "attribution_spec": [{"event_type": "CLICK_THROUGH", "window_days": 7}]}),
    };
    let mut ad_set = ad_set;
    ad_set["daily_budget"] = json!("25.00");
    ad_set["ads"] = json!([link_ad()]);
    json!({"objective": objective, "ad_sets": [ad_set]})
}

pub(super) fn given_tree(config: Value) -> Given {
    given(RequestType::CreateCampaignTree, config)
}

#[test]
fn a_tree_of_every_objective() {
    for objective in super::super::schemas::OBJECTIVES {
        let translation = given_tree(tree(objective)).translate();
        assert_eq!(told(&translation), "", "{objective}");
        crate::references::assert_whole(&translation.steps);
        insta::assert_json_snapshot!(format!("tree_{objective}"), translation.steps);
    }
}

fn rich() -> Value {
    json!({
        "objective": "OUTCOME_SALES",
        "lifetime_budget": "9000",
        "bid_strategy": "COST_CAP",
        "bid_amount": 12.5,
        "optimization_goal": "OFFSITE_CONVERSIONS",
        "destination_type": "WEBSITE",
        "promoted_object": {"pixel_id": "44", "custom_event_type": "PURCHASE"},
        "start_time": "2027-03-01T00:00:00Z",
        "end_time": "2027-03-31T00:00:00Z",
        "dsa_beneficiary": "Disney",
        "dsa_payor": "Agency",
        "targeting": {
            "geo_locations": {"countries": ["US"], "cities": [{"key": "2418779", "radius": 20, "distance_unit": "mile", "country": "US"}]},
            "age_min": 21,
            "interests": [{"id": "6003139266461", "name": "Movies"}],
            "flexible_spec": [{"behaviors": [{"id": 6_002_714_895_372_i64, "name": "Travellers"}]}],
            "publisher_platforms": ["facebook", "instagram"],
            "instagram_positions": ["stream", "reels"],
            "brand_safety_content_filter_levels": ["FACEBOOK_STANDARD", "FEED_STANDARD"],
        },
        "ad_sets": [
            {
                "name": "Prospecting US!",
                "ads": [
                    {"name": "Hero", "conversion_domain": "example.com", "tracking_specs": [{"action.type": ["offsite_conversion"], "fb_pixel": ["44"]}],
                     "creative": {"object_story_spec": {"page_id": "11", "instagram_user_id": "12", "video_data": {"video_id": "55", "image_url": "https://example.com/thumb.jpg", "title": "Moana"}}, "url_tags": "utm_source=meta"}},
                    {"creative": {"object_story_id": "11_99"}},
                ],
            },
            {
                "end_time": "2027-03-15T00:00:00Z",
                "targeting": {"geo_locations": {"countries": ["US"]}, "custom_audiences": [{"id": "66"}], "targeting_automation": {"advantage_audience": 1}},
                "ads": [{"creative": {"name": "Feed", "asset_feed_spec": {"titles": [{"text": "Moana"}]}}}],
            },
        ],
    })
}

#[test]
fn ad_sets_share_what_stands_at_the_top_and_may_say_otherwise() {
    let translation = given_tree(rich()).translate();
    assert_eq!(told(&translation), "");
    insta::assert_json_snapshot!(translation.steps);
}

#[test]
fn the_same_ticket_gives_the_same_requests() {
    assert_eq!(given_tree(rich()).translate(), given_tree(rich()).translate());
}

#[test]
fn an_ad_set_without_places_goes_to_the_market() {
    let translation = given_tree(tree("OUTCOME_TRAFFIC")).in_country("CA").translate();
    let ad_set = translation.steps.iter().find(|step| step.key == "ad_set_1").unwrap();
    assert_eq!(ad_set.request.body["targeting"], json!({"geo_locations": {"countries": ["CA"]}}));
    assert_eq!(translation.facts.countries[0].value.as_str(), "CA");
}

#[test]
fn two_objects_never_have_one_name() {
    let mut config = tree("OUTCOME_TRAFFIC");
    let mut second = config["ad_sets"][0].clone();
    second["name"] = json!("Ad Set 1");
    config["ad_sets"].as_array_mut().unwrap().push(second);
    let translation = given_tree(config).translate();
    assert!(
        told(&translation)
            .contains("/payload_config/ad_sets/1/name | The name DIS_US_META_2026_MoanaLaunch_AdSet1 is also")
    );
    assert!(translation.steps.is_empty());
}

#[test]
fn amounts_are_metas_minor_units() {
    let budget = |currency: &str, amount: Value| {
        let mut config = tree("OUTCOME_TRAFFIC");
        config["ad_sets"][0]["daily_budget"] = amount;
        let translation = given_tree(config).in_currency(currency).translate();
        translation.steps.get(1).map(|step| step.request.body["daily_budget"].clone())
    };
    assert_eq!(budget("USD", json!(25)), Some(json!(2500)));
    assert_eq!(budget("USD", json!(19.99)), Some(json!(1999)));
    assert_eq!(budget("JPY", json!("2500")), Some(json!(2500)));
    assert_eq!(budget("BHD", json!("2.50")), Some(json!(250)));
    assert_eq!(budget("JPY", json!("2500.5")), None);
    assert_eq!(budget("USD", json!("0.001")), None);
    assert_eq!(budget("USD", json!("0")), None);
}

//! Campaigns alone: the seed's path.

use domain::RequestType;
use serde_json::json;

use super::{
    super::schemas::OBJECTIVES,
    world::{given, told},
};

#[test]
fn a_campaign_of_every_objective() {
    for objective in OBJECTIVES {
        let config = json!({"ad_account_id": "act_2002", "objective": objective});
        let translation = given(RequestType::CreateCampaign, config).translate();
        assert_eq!(told(&translation), "", "{objective}");
        insta::assert_json_snapshot!(format!("campaign_{objective}"), translation.steps);
    }
}

#[test]
fn a_campaign_with_everything() {
    let translation = given(
        RequestType::CreateCampaign,
        json!({
            "objective": "OUTCOME_SALES",
            "special_ad_categories": ["HOUSING"],
            "special_ad_category_country": ["US"],
            "buying_type": "AUCTION",
            "daily_budget": "500.50",
            "bid_strategy": "COST_CAP",
            "spend_cap": 20000,
            "promoted_object": {"product_catalog_id": "77"},
            "start_time": "2027-01-01T00:00:00-05:00",
            "stop_time": "2027-02-01T00:00:00Z",
        }),
    )
    .translate();
    assert_eq!(told(&translation), "");
    insta::assert_json_snapshot!(translation.steps);
}

#[test]
fn ad_sets_that_are_not_sent_are_checked_all_the_same() {
    let config =
        json!({"objective": "OUTCOME_TRAFFIC", "ad_sets": [{"daily_budget": "1.005"}, {"lifetime_budget": "abc"}]});
    let told = told(&given(RequestType::CreateCampaign, config).translate());
    assert_eq!(told.lines().filter(|line| line.starts_with("violation")).count(), 2, "{told}");
    assert!(told.contains("violation /payload_config/ad_sets/0/daily_budget"), "{told}");
}

#[test]
fn what_is_wrong_is_told_at_once_and_nothing_would_be_sent() {
    let translation = given(
        RequestType::CreateCampaign,
        json!({
            "objective": "CONVERSIONS",
            "daily_bugdet": 5,
            "lifetime_budget": "abc",
            "ad_account_id": "xyz",
            "special_ad_categories": ["NONE", "HOUSING"],
            "targeting": {"geo_locations": {"countries": ["us"], "location_types": ["home"]}, "instagram_positions": ["explore"]},
        }),
    )
    .translate();
    assert!(translation.steps.is_empty());
    insta::assert_snapshot!(told(&translation));
}

//! What QA gets to know.

use domain::{
    RequestType,
    qa::{InventoryFilter, TermKind},
};
use serde_json::{Value, json};

use super::{
    trees::{given_tree, tree},
    world::{given, told},
};

#[test]
fn a_campaign_alone_still_tells_what_its_ad_sets_would_do() {
    let facts = given(
        RequestType::CreateCampaign,
        json!({
            "objective": "OUTCOME_TRAFFIC",
            "daily_budget": "100",
            "start_time": "2027-01-01T00:00:00Z",
            "end_time": "2027-01-11T00:00:00Z",
            "targeting": {"geo_locations": {"countries": ["FR"]}, "interests": [{"id": 6003, "name": "Alcohol"}]},
        }),
    )
    .translate()
    .facts;
    assert!(facts.payload_violations.is_empty(), "{:?}", facts.payload_violations);
    assert_eq!(facts.planned.unwrap().to_decimal(), "1000.00");
    assert_eq!(facts.daily_budgets[0].pointer, "/payload_config/daily_budget");
    assert_eq!(facts.countries[0].value.as_str(), "FR");
    assert_eq!(facts.countries[0].pointer, "/payload_config/targeting/geo_locations/countries/0");
    assert_eq!(facts.terms[0].pointer, "/payload_config/targeting/interests/0");
    assert_eq!(
        (facts.terms[0].value.id.as_deref(), facts.terms[0].value.name.as_deref()),
        (Some("6003"), Some("Alcohol"))
    );
    assert_eq!(facts.inventory_filters.len(), 1);
    let warned: Vec<_> = facts.payload_warnings.iter().map(|violation| violation.pointer.as_str()).collect();
    assert_eq!(warned, ["/payload_config/end_time", "/payload_config/targeting"]);
}

#[test]
fn a_bare_campaign_targets_nothing_yet() {
    let facts = given(RequestType::CreateCampaign, json!({"objective": "OUTCOME_TRAFFIC"})).translate().facts;
    assert!(facts.countries.is_empty() && facts.inventory_filters.is_empty() && facts.flights.is_empty());
    assert_eq!(facts.planned, None);
    assert_eq!(facts.account_id.as_deref(), Some("1001"));
    assert!(facts.has_credentials && !facts.sandbox);
}

#[test]
fn places_tell_their_country_or_that_it_is_unknown() {
    let mut config = tree("OUTCOME_TRAFFIC");
    config["targeting"] = json!({"geo_locations": {
        "countries": ["US"],
        "country_groups": ["worldwide_x"],
        "zips": [{"key": "US:94304"}, {"key": "oddly"}],
        "regions": [{"key": "3847", "name": "California"}, {"key": "3848", "country": "CA"}],
        "custom_locations": [{"latitude": 1.5, "longitude": 2, "radius": 5}],
    }});
    let facts = given_tree(config).translate().facts;
    let countries: Vec<_> = facts
        .countries
        .iter()
        .map(|at| (at.pointer.rsplit_once("geo_locations").unwrap().1, at.value.as_str()))
        .collect();
    assert_eq!(countries, [("/countries/0", "US"), ("/regions/1", "CA"), ("/zips/0", "US")]);
    let unknown: Vec<_> = facts.unknown_places.iter().map(|at| at.value.as_str()).collect();
    assert_eq!(unknown, ["worldwide_x", "California (regions)", "zips oddly", "custom_locations"]);
}

#[test]
fn terms_are_what_is_targeted_and_not_what_is_excluded() {
    let mut config = tree("OUTCOME_TRAFFIC");
    config["targeting"] = json!({
        "flexible_spec": [{"interests": [{"id": "1", "name": "Gambling"}], "life_events": [{"id": "2"}]}],
        "exclusions": {"interests": [{"id": "3", "name": "Alcohol"}]},
    });
    let terms = given_tree(config).translate().facts.terms;
    let told: Vec<_> = terms.iter().map(|at| (at.value.kind, at.value.id.as_deref().unwrap())).collect();
    assert_eq!(told, [(TermKind::Interest, "1"), (TermKind::Category, "2")]);
}

#[test]
fn the_inventory_filter_is_on_or_has_its_remedy() {
    let filter = |targeting: Value| {
        let mut config = tree("OUTCOME_TRAFFIC");
        config["ad_sets"][0]["targeting"] = targeting;
        let facts = given_tree(config).translate().facts;
        let [filter] = facts.inventory_filters.as_slice() else { panic!("one ad set has one filter") };
        assert_eq!(filter.pointer, "/payload_config/ad_sets/0/targeting/brand_safety_content_filter_levels");
        filter.value.clone()
    };
    let levels = |levels: Value| filter(json!({"brand_safety_content_filter_levels": levels}));
    assert_eq!(levels(json!(["FACEBOOK_STANDARD", "FEED_STRICT"])), InventoryFilter::On);
    assert!(matches!(levels(json!(["FACEBOOK_STANDARD", "AN_RELAXED"])), InventoryFilter::Off { .. }));
    let InventoryFilter::Off { remedy } = filter(json!({})) else { panic!("no filter is off") };
    assert!(remedy.contains("[\"FACEBOOK_STANDARD\", \"FEED_STANDARD\", \"AN_STANDARD\"]"), "{remedy}");
    let InventoryFilter::Off { remedy } = filter(json!({"publisher_platforms": ["audience_network"]})) else {
        panic!()
    };
    assert!(remedy.contains("[\"AN_STANDARD\"]"), "{remedy}");
}

#[test]
fn what_would_be_spent_is_lifetimes_and_days() {
    let planned = |change: &dyn Fn(&mut Value)| {
        let mut config = tree("OUTCOME_TRAFFIC");
        change(&mut config);
        given_tree(config).translate().facts.planned.map(domain::Money::to_decimal)
    };
    assert_eq!(planned(&|_| ()).as_deref(), Some("25.00"), "an open end spends one day at least");
    let days = planned(&|config| {
        config["start_time"] = json!("2027-01-01T00:00:00-05:00");
        config["ad_sets"][0]["end_time"] = json!("2027-01-10T23:59:00-05:00");
    });
    assert_eq!(days.as_deref(), Some("250.00"), "ten days, both ends included");
    let lifetime = planned(&|config| {
        let ad_set = config["ad_sets"][0].as_object_mut().unwrap();
        ad_set.remove("daily_budget");
        ad_set.insert("lifetime_budget".into(), json!(700));
        let copy = config["ad_sets"][0].clone();
        config["ad_sets"].as_array_mut().unwrap().push(copy);
    });
    assert_eq!(lifetime.as_deref(), Some("1400.00"));
}

#[test]
fn a_shared_flight_is_told_once_and_a_stop_ends_ad_sets_too() {
    let mut config = tree("OUTCOME_TRAFFIC");
    let copy = config["ad_sets"][0].clone();
    config["ad_sets"].as_array_mut().unwrap().push(copy);
    config["start_time"] = json!("2027-01-01T00:00:00Z");
    config["stop_time"] = json!("2027-01-05T00:00:00Z");
    let translation = given_tree(config).translate();
    assert_eq!(told(&translation), "");
    assert_eq!(translation.facts.flights.len(), 1);
    assert_eq!(translation.facts.flights[0].end.as_ref().unwrap().pointer, "/payload_config/stop_time");
    assert_eq!(translation.steps[1].request.body["end_time"], "2027-01-05T00:00:00+0000");
    assert_eq!(translation.facts.planned.unwrap().to_decimal(), "200.00");
}

#[test]
fn facts_are_told_even_where_the_configuration_is_wrong() {
    let facts = given_tree(json!({"objective": "OUTCOME_TRAFIC", "daily_budget": "900000", "ad_sets": "none"}))
        .translate()
        .facts;
    assert_eq!(facts.daily_budgets[0].value.to_decimal(), "900000.00");
    assert!(facts.payload_violations.len() >= 2);
}

#[test]
fn an_account_must_be_named_somewhere() {
    let mut bare = given(RequestType::CreateCampaign, json!({"objective": "OUTCOME_TRAFFIC"}));
    bare.settings.common.default_account = None;
    bare.settings.common.access_token = None;
    let translation = bare.translate();
    assert!(
        told(&translation).starts_with("violation /payload_config/ad_account_id | Neither the ticket nor the settings")
    );
    assert!(!translation.facts.has_credentials);
}

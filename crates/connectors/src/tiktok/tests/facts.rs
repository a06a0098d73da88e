//! What QA gets to know.

use domain::{
    RequestType,
    qa::{InventoryFilter, TermKind},
};
use serde_json::{Value, json};

use super::{
    super::settings::Flow,
    World,
    payloads::{joined, tree},
};

fn facts(request: RequestType, config: &Value) -> domain::qa::AdFacts {
    World::new(request, config).translate().facts
}

#[test]
fn a_tree_tells_everything() {
    let facts = facts(RequestType::CreateCampaignTree, &tree("TRAFFIC"));
    assert_eq!(facts.account_id.as_deref(), Some("7000000000000000001"));
    assert!(facts.has_credentials && facts.sandbox);
    let money = |list: &[domain::qa::Located<domain::Money>]| {
        list.iter().map(|one| format!("{} {}", one.pointer, one.value)).collect::<Vec<_>>()
    };
    assert_eq!(money(&facts.lifetime_budgets), ["/payload_config/lifetime_budget 20,000.00 USD"]);
    assert_eq!(money(&facts.daily_budgets), ["/payload_config/ad_groups/0/daily_budget 200.00 USD"]);
    assert_eq!(facts.planned.unwrap().to_string(), "20,000.00 USD");
    let flight = &facts.flights[0];
    assert_eq!(flight.start.as_ref().unwrap().pointer, "/payload_config/schedule_start_time");
    assert_eq!(flight.end.as_ref().unwrap().value.to_string(), "2026-12-31T23:59:59Z");
    assert_eq!(
        (facts.countries[0].pointer.as_str(), facts.countries[0].value.as_str()),
        ("/payload_config/location_ids/0", "US")
    );
    let term = &facts.terms[1];
    assert_eq!(term.pointer, "/payload_config/interest_category_ids/1");
    assert_eq!((term.value.id.as_deref(), term.value.name.as_deref()), (Some("17"), Some("Family & Parenting")));
    assert_eq!(facts.inventory_filters.len(), 1);
    assert_eq!(facts.inventory_filters[0].value, InventoryFilter::On);
}

#[test]
fn a_daily_budget_counts_for_each_day_of_the_flight() {
    let planned =
        |config: Value| facts(RequestType::CreateCampaignTree, &config).planned.map(domain::Money::to_decimal);
    assert_eq!(planned(tree("ENGAGEMENT")).as_deref(), Some("1240.00"), "40 a day for 31 days");
    let two = |second: Value| {
        let mut config = tree("ENGAGEMENT");
        let first = config["ad_groups"][0].clone();
        config["ad_groups"] = json!([first, joined(first.clone(), second)]);
        config
    };
    let shorter = two(json!({"schedule_end_time": "2026-12-10 00:00:00"}));
    assert_eq!(planned(shorter).as_deref(), Some("1640.00"), "and 40 a day for 10");
    let mut open = tree("ENGAGEMENT");
    open.as_object_mut().unwrap().remove("schedule_end_time");
    assert_eq!(planned(open.clone()).as_deref(), Some("1240.00"), "it ends with the campaign");
    let mut world = World::new(RequestType::CreateCampaignTree, &open);
    world.campaign.end_date = None;
    let open_ended = world.translate().facts.planned.map(domain::Money::to_decimal);
    assert_eq!(open_ended.as_deref(), Some("40.00"), "nothing says when it ends: a day at the least");
}

#[test]
fn a_shared_budget_counts_once() {
    let facts = facts(RequestType::CreateCampaignTree, &tree("WEB_CONVERSIONS"));
    assert_eq!(facts.daily_budgets.len(), 1);
    assert_eq!(facts.planned.unwrap().to_decimal(), "31000.00");
}

#[test]
fn a_campaign_alone_lies_in_its_market() {
    let alone = facts(RequestType::CreateCampaign, &json!({"objective": "REACH", "daily_budget": "100"}));
    assert_eq!((alone.countries[0].pointer.as_str(), alone.countries[0].value.as_str()), ("/payload_config", "US"));
    assert_eq!(alone.planned.unwrap().to_decimal(), "3100.00");
    assert_eq!(alone.inventory_filters, [], "no ad group is described");
    let config = json!({"objective": "REACH", "location_ids": ["6252001", "2635167", "2988507"], "location_countries": {"2635167": "gb"},
                        "interest_keyword_ids": ["9"], "start_time": "2026-12-01 00:00:00"});
    let described = facts(RequestType::CreateCampaign, &config);
    let countries: Vec<_> = described.countries.iter().map(|country| country.value.as_str()).collect();
    assert_eq!(countries, ["US", "GB"]);
    assert_eq!(described.unknown_places[0].pointer, "/payload_config/location_ids/2");
    assert_eq!(described.flights[0].start.as_ref().unwrap().pointer, "/payload_config/start_time");
    let InventoryFilter::Off { remedy } = &described.inventory_filters[0].value else { panic!("it is off") };
    assert!(remedy.contains("STANDARD_INVENTORY"));
    assert_eq!(described.inventory_filters[0].pointer, "/payload_config/brand_safety_type");
}

#[test]
fn every_kind_of_term_is_told() {
    let config = json!({
        "objective": "REACH",
        "interest_category_ids": ["1"],
        "interest_keyword_ids": [{"id": "2", "name": "beer"}],
        "purchase_intention_keyword_ids": ["3"],
        "contextual_tag_ids": ["4"],
        "search_keywords": [{"keyword": "casino"}],
        "actions": [
            {"action_scene": "VIDEO_RELATED", "action_category_ids": ["5"]},
            {"action_scene": "HASHTAG_RELATED", "action_category_ids": [{"id": "6", "name": "#gambling"}]},
        ],
    });
    let terms = facts(RequestType::CreateCampaign, &config).terms;
    let told: Vec<_> = terms
        .iter()
        .map(|t| (t.value.kind, t.value.id.as_deref().unwrap_or("-"), t.value.name.as_deref().unwrap_or("-")))
        .collect();
    assert_eq!(
        told,
        [
            (TermKind::Category, "1", "-"),
            (TermKind::Keyword, "2", "beer"),
            (TermKind::Keyword, "3", "-"),
            (TermKind::Category, "4", "-"),
            (TermKind::Interest, "5", "-"),
            (TermKind::Keyword, "6", "#gambling"),
            (TermKind::Keyword, "-", "casino"),
        ]
    );
    assert_eq!(terms[5].pointer, "/payload_config/actions/1/action_category_ids/0");
}

#[test]
fn the_inventory_filter_is_on_only_where_it_works() {
    let on = |changes: Value| {
        let mut config = tree("REACH");
        for (name, value) in changes.as_object().unwrap() {
            config[name] = value.clone();
        }
        let facts = facts(RequestType::CreateCampaignTree, &config);
        facts.inventory_filters[0].value == InventoryFilter::On
    };
    assert!(on(json!({})));
    assert!(on(json!({"brand_safety_type": "LIMITED_INVENTORY"})));
    assert!(on(json!({"brand_safety_type": "THIRD_PARTY", "brand_safety_partner": "IAS"})));
    assert!(!on(json!({"brand_safety_type": "THIRD_PARTY"})));
    assert!(!on(json!({"brand_safety_type": "EXPANDED_INVENTORY"})));
    assert!(!on(json!({"brand_safety_type": "NO_BRAND_SAFETY"})));
    assert!(!on(json!({"placements": ["PLACEMENT_TIKTOK", "PLACEMENT_PANGLE"]})));
    assert!(!on(json!({"placement_type": "PLACEMENT_TYPE_AUTOMATIC"})));
    let smart = World::new(RequestType::CreateCampaignTree, &tree("APP_PROMOTION")).in_flow(Flow::SmartPlus);
    let facts = smart.translate().facts;
    assert!(matches!(facts.inventory_filters[0].value, InventoryFilter::Off { .. }), "Smart+ has no filter");
}

#[test]
fn facts_are_told_even_of_a_ticket_that_is_wrong() {
    let config = json!({"objective": "REACH", "daily_budget": 1, "location_ids": ["6252001"], "bugdet": 1});
    let facts = facts(RequestType::CreateCampaign, &config);
    assert_eq!(facts.payload_violations.len(), 2);
    assert_eq!((facts.daily_budgets.len(), facts.countries.len()), (1, 1));
}

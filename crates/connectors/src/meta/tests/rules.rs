//! Each rule on what breaks it, and what it says.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{
    trees::{given_tree, tree},
    world::told,
};

/// The usual tree, changed.
fn changed(objective: &str, change: impl Fn(&mut Value)) -> String {
    let mut config = tree(objective);
    change(&mut config);
    told(&given_tree(config).translate())
}

/// Sets fields of the one ad set of a traffic tree.
fn with_ad_set(fields: &Value) -> String {
    changed("OUTCOME_TRAFFIC", |config| {
        merge(&mut config["ad_sets"][0], fields);
    })
}

/// Sets fields at the top of a traffic tree whose ad set has no budget of its own.
fn with_campaign_budget(fields: &Value) -> String {
    changed("OUTCOME_TRAFFIC", |config| {
        config["ad_sets"][0].as_object_mut().unwrap().remove("daily_budget");
        merge(config, fields);
    })
}

fn merge(into: &mut Value, fields: &Value) {
    for (name, value) in fields.as_object().unwrap() {
        into[name] = value.clone();
    }
}

fn sheet(cases: Vec<(&str, String)>) -> String {
    cases.into_iter().fold(String::new(), |mut sheet, (title, told)| {
        writeln!(sheet, "# {title}\n{told}").unwrap();
        sheet
    })
}

#[test]
fn budgets_and_time() {
    let told = sheet(vec![
        (
            "both budgets of a campaign",
            with_campaign_budget(
                &json!({"daily_budget": 50, "lifetime_budget": 500, "end_time": "2027-01-31T00:00:00Z"}),
            ),
        ),
        (
            "campaign and ad set budget",
            changed("OUTCOME_TRAFFIC", |config| {
                merge(config, &json!({"daily_budget": 50}));
            }),
        ),
        ("no budget at all", with_campaign_budget(&json!({}))),
        (
            "both budgets of an ad set",
            with_ad_set(&json!({"lifetime_budget": 500, "end_time": "2027-01-31T00:00:00Z"})),
        ),
        ("lifetime without end", with_campaign_budget(&json!({"lifetime_budget": 500}))),
        (
            "daily for 24 hours",
            with_ad_set(&json!({"start_time": "2027-01-01T00:00:00Z", "end_time": "2027-01-02T00:00:00Z"})),
        ),
        (
            "daily for longer",
            with_ad_set(&json!({"start_time": "2027-01-01T00:00:00Z", "end_time": "2027-01-02T00:00:01Z"})),
        ),
        (
            "hours without lifetime budget",
            with_ad_set(&json!({"adset_schedule": [{"start_minute": 0, "end_minute": 60, "days": [0]}]})),
        ),
        (
            "spend target under the wrong budget",
            with_campaign_budget(&json!({"daily_budget": 50, "lifetime_spend_cap": 100})),
        ),
        ("more decimals than Meta takes", with_ad_set(&json!({"daily_budget": "10.005"}))),
    ]);
    insta::assert_snapshot!(told);
}

#[test]
fn bidding() {
    let told = sheet(vec![
        ("cap without amount", with_campaign_budget(&json!({"daily_budget": 50, "bid_strategy": "COST_CAP"}))),
        ("cap of an ad set", with_ad_set(&json!({"bid_strategy": "LOWEST_COST_WITH_BID_CAP", "bid_amount": "1.50"}))),
        (
            "strategy away from the budget",
            changed("OUTCOME_TRAFFIC", |config| {
                config["ad_sets"][0].as_object_mut().unwrap().remove("daily_budget");
                config["daily_budget"] = json!(50);
                config["ad_sets"][0]["bid_strategy"] = json!("COST_CAP");
            }),
        ),
        ("return without floor", with_ad_set(&json!({"bid_strategy": "LOWEST_COST_WITH_MIN_ROAS"}))),
        (
            "return with floor",
            with_ad_set(
                &json!({"bid_strategy": "LOWEST_COST_WITH_MIN_ROAS", "bid_constraints": {"roas_average_floor": 20000}}),
            ),
        ),
        ("floor without its strategy", with_ad_set(&json!({"bid_constraints": {"roas_average_floor": 20000}}))),
        ("amount without cap", with_ad_set(&json!({"bid_strategy": "LOWEST_COST_WITHOUT_CAP", "bid_amount": 1}))),
        (
            "amount under a campaign of the lowest cost",
            with_campaign_budget(&json!({"daily_budget": 50, "bid_amount": 1})),
        ),
    ]);
    insta::assert_snapshot!(told);
}

#[test]
fn combinations_of_objective_goal_destination_and_promoted_object() {
    let told = sheet(vec![
        ("unusual goal", with_ad_set(&json!({"optimization_goal": "APP_INSTALLS"}))),
        ("unusual destination", with_ad_set(&json!({"destination_type": "ON_POST"}))),
        ("unknown goal", with_ad_set(&json!({"optimization_goal": "CLICKS"}))),
        (
            "no goal",
            changed("OUTCOME_TRAFFIC", |config| {
                config["ad_sets"][0].as_object_mut().unwrap().remove("optimization_goal");
            }),
        ),
        (
            "conversions without pixel",
            changed("OUTCOME_SALES", |config| {
                config["ad_sets"][0].as_object_mut().unwrap().remove("promoted_object");
            }),
        ),
        (
            "half a promoted object",
            changed("OUTCOME_APP_PROMOTION", |config| {
                config["ad_sets"][0]["promoted_object"] = json!({"application_id": "22"});
            }),
        ),
        (
            "reach without page",
            changed("OUTCOME_AWARENESS", |config| {
                config["ad_sets"][0].as_object_mut().unwrap().remove("promoted_object");
            }),
        ),
        (
            "catalogue sales",
            changed("OUTCOME_SALES", |config| {
                config["ad_sets"][0]["promoted_object"] = json!({"product_set_id": "7"});
            }),
        ),
        (
            "custom conversion",
            changed("OUTCOME_SALES", |config| {
                config["ad_sets"][0]["promoted_object"] = json!({"custom_conversion_id": "7"});
            }),
        ),
        (
            "frequency for clicks",
            with_ad_set(
                &json!({"frequency_control_specs": [{"event": "IMPRESSIONS", "interval_days": 7, "max_frequency": 2}]}),
            ),
        ),
        (
            "reservation without prediction",
            changed("OUTCOME_AWARENESS", |config| {
                config["buying_type"] = json!("RESERVED");
            }),
        ),
        ("prediction without reservation", with_ad_set(&json!({"rf_prediction_id": "7"}))),
    ]);
    insta::assert_snapshot!(told);
}

#[test]
fn audiences_and_placements() {
    let targeting = |targeting: Value| with_ad_set(&json!({"targeting": targeting}));
    let told = sheet(vec![
        ("ages the wrong way round", targeting(json!({"age_min": 40, "age_max": 30}))),
        (
            "advantage with an age",
            targeting(json!({"age_min": 30, "age_max": 50, "targeting_automation": {"advantage_audience": 1}})),
        ),
        (
            "advantage with suggested ages",
            targeting(json!({"age_range": [30, 50], "targeting_automation": {"advantage_audience": 1}})),
        ),
        ("suggested ages without advantage", targeting(json!({"age_range": [30, 50]}))),
        ("too young", targeting(json!({"age_min": 12}))),
        ("location types", targeting(json!({"geo_locations": {"countries": ["US"], "location_types": ["home"]}}))),
        ("explore", targeting(json!({"publisher_platforms": ["instagram"], "instagram_positions": ["explore"]}))),
        (
            "positions without platform",
            targeting(json!({"publisher_platforms": ["facebook"], "instagram_positions": ["stream"]})),
        ),
        ("messenger story", targeting(json!({"publisher_platforms": ["messenger"], "messenger_positions": ["story"]}))),
        (
            "audience network for a family-friendly brand",
            targeting(json!({"publisher_platforms": ["audience_network"]})),
        ),
        ("an unknown filter", targeting(json!({"brand_safety_content_filter_levels": ["MODERATE"]}))),
        ("a mistyped field", targeting(json!({"interest": [{"id": "1"}]}))),
    ]);
    insta::assert_snapshot!(told);
}

#[test]
fn special_categories_and_regions() {
    let special = |category: &str, country: &str, targeting: Value| {
        changed("OUTCOME_TRAFFIC", |config| {
            merge(
                config,
                &json!({"special_ad_categories": [category], "special_ad_category_country": [country], "targeting": targeting}),
            );
        })
    };
    let country = |code: &str| {
        let mut config = tree("OUTCOME_TRAFFIC");
        config["targeting"] = json!({"geo_locations": {"countries": [code]}});
        told(&given_tree(config).translate())
    };
    let told = sheet(vec![
        (
            "none",
            changed("OUTCOME_TRAFFIC", |config| {
                config["special_ad_categories"] = json!(["NONE"]);
            }),
        ),
        (
            "no country",
            changed("OUTCOME_TRAFFIC", |config| {
                config["special_ad_categories"] = json!(["HOUSING"]);
            }),
        ),
        (
            "a narrow audience",
            special(
                "HOUSING",
                "US",
                json!({
                    "age_min": 25, "age_max": 40, "genders": [1], "exclusions": {"interests": [{"id": "1"}]},
                    "excluded_geo_locations": {"countries": ["CA"]},
                    "geo_locations": {"zips": [{"key": "US:94304"}], "cities": [{"key": "1", "radius": 10, "distance_unit": "mile"}]},
                }),
            ),
        ),
        (
            "a wide audience",
            special(
                "HOUSING",
                "US",
                json!({
                    "age_min": 18, "age_max": 65, "geo_locations": {"cities": [{"key": "1", "radius": 25, "distance_unit": "kilometer", "country": "US"}]},
                }),
            ),
        ),
        ("credit in the US", special("CREDIT", "US", json!({}))),
        ("politics in the EU", special("ISSUES_ELECTIONS_POLITICS", "FR", json!({}))),
        ("EU", country("DE")),
        ("EU, as a group", {
            let mut config = tree("OUTCOME_TRAFFIC");
            merge(
                &mut config,
                &json!({"targeting": {"geo_locations": {"country_groups": ["eea"]}}, "dsa_payor": "Agency"}),
            );
            told(&given_tree(config).translate())
        }),
        ("EU, by the market", told(&given_tree(tree("OUTCOME_TRAFFIC")).in_country("FR").translate())),
        ("EU, with the account's defaults", {
            let mut given = given_tree(tree("OUTCOME_TRAFFIC")).in_country("FR");
            given.settings.dsa_defaults = true;
            told(&given.translate())
        }),
        ("Singapore", country("SG")),
        ("Norway is not in the EU", country("NO")),
    ]);
    insta::assert_snapshot!(told);
}

#[test]
fn creatives() {
    let creative = |creative: Value| with_ad_set(&json!({"ads": [{"creative": creative}]}));
    let story = |kind: &str, data: Value| creative(json!({"object_story_spec": {"page_id": "11", kind: data}}));
    let told = sheet(vec![
        ("nothing", creative(json!({}))),
        ("two of three", creative(json!({"object_story_id": "1_2", "asset_feed_spec": {"titles": []}}))),
        ("no content", creative(json!({"object_story_spec": {"page_id": "11"}}))),
        ("no page", creative(json!({"object_story_spec": {"text_data": {"message": "x"}}}))),
        ("no link", story("link_data", json!({"message": "x"}))),
        (
            "two images",
            story(
                "link_data",
                json!({"link": "https://example.com", "image_hash": "a", "picture": "https://example.com/a.jpg"}),
            ),
        ),
        (
            "one card",
            story(
                "link_data",
                json!({"link": "https://example.com", "child_attachments": [{"link": "https://example.com"}]}),
            ),
        ),
        ("a video without thumbnail", story("video_data", json!({"video_id": "5"}))),
        (
            "a rare call to action",
            story("link_data", json!({"link": "https://example.com", "call_to_action": {"type": "SEE_MENU"}})),
        ),
        (
            "no call to action",
            story("link_data", json!({"link": "https://example.com", "call_to_action": {"type": "learn more"}})),
        ),
        (
            "the old Instagram identity",
            creative(
                json!({"object_story_spec": {"page_id": "11", "instagram_actor_id": "3", "text_data": {"message": "x"}}}),
            ),
        ),
        (
            "a domain with a path",
            with_ad_set(
                &json!({"ads": [{"conversion_domain": "https://example.com/x", "creative": {"object_story_id": "1_2"}}]}),
            ),
        ),
        ("political, undeclared", creative(json!({"object_story_id": "1_2", "authorization_category": "POLITICAL"}))),
        ("no ads", with_ad_set(&json!({"ads": []}))),
        ("an ad without creative", with_ad_set(&json!({"ads": [{"name": "Hero"}]}))),
    ]);
    insta::assert_snapshot!(told);
}

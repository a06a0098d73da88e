//! Every rule, with its sentence: a ticket that is right but for one thing.

use domain::RequestType;
use serde_json::{Value, json};

use super::{
    super::settings::Flow,
    World,
    payloads::{joined, tree},
};

/// A change to a ticket that is right, and what is then wrong.
struct Case {
    objective: &'static str,
    /// Fields of the campaign, the ad group and the ad that are set, or removed by null.
    campaign: Value,
    group: Value,
    ad: Value,
    market: &'static str,
    currency: &'static str,
}

fn changed(mut fields: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            fields.as_object_mut().unwrap().remove(name);
        } else {
            fields[name] = value.clone();
        }
    }
    fields
}

impl Case {
    fn of(objective: &'static str) -> Self {
        let none = || json!({});
        Self { objective, campaign: none(), group: none(), ad: none(), market: "US", currency: "USD" }
    }

    fn campaign(mut self, changes: Value) -> Self {
        self.campaign = changes;
        self
    }

    fn group(mut self, changes: Value) -> Self {
        self.group = changes;
        self
    }

    fn ad(mut self, changes: Value) -> Self {
        self.ad = changes;
        self
    }

    fn market(mut self, country: &'static str, currency: &'static str) -> Self {
        (self.market, self.currency) = (country, currency);
        self
    }

    /// What was changed, and every violation, one line each.
    fn told(&self) -> String {
        let violations = self.world().violations();
        assert!(
            !violations.is_empty(),
            "{} {} {} {} should be refused",
            self.objective,
            self.campaign,
            self.group,
            self.ad
        );
        let changes = [("", &self.campaign), ("group", &self.group), ("ad", &self.ad)];
        let mut told = format!("# {}", self.objective);
        for (level, changed) in changes.into_iter().filter(|(_, changed)| **changed != json!({})) {
            told = format!("{told} {level}{changed}");
        }
        format!("{told}\n{}", violations.join("\n"))
    }

    fn world(&self) -> World {
        let mut config = changed(tree(self.objective), &self.campaign);
        let mut group = changed(config["ad_groups"][0].clone(), &self.group);
        if group["ads"][0].is_object() {
            group["ads"][0] = changed(group["ads"][0].clone(), &self.ad);
        }
        config["ad_groups"] = json!([group]);
        World::new(RequestType::CreateCampaignTree, &config).in_market(self.market, self.currency)
    }
}

/// What is wrong with each ticket, as a person reads it.
#[test]
fn every_rule_says_what_is_wrong_and_what_would_be_right() {
    let c = Case::of;
    let cases = [
        // Budgets (2.5).
        c("TRAFFIC").campaign(json!({"lifetime_budget": "49.99"})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "daily_budget": 10_000_000})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "daily_budget": 200})).group(json!({"daily_budget": null, "lifetime_budget": 2000})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET", "budget": 100})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "budget": 100})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "budget_mode": "BUDGET_MODE_TOTAL"})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "budget_mode": "BUDGET_MODE_INFINITE", "budget": 100})),
        c("TRAFFIC").campaign(json!({"lifetime_budget": null, "budget_optimize_on": true})).group(json!({"daily_budget": null})),
        c("TRAFFIC").group(json!({"daily_budget": "19.99"})),
        c("TRAFFIC").group(json!({"daily_budget": "20.001"})),
        c("TRAFFIC").group(json!({"daily_budget": null})),
        c("TRAFFIC").group(json!({"daily_budget": null, "lifetime_budget": "619.99"})),
        c("TRAFFIC").group(json!({"daily_budget": null, "lifetime_budget": 900})).campaign(json!({"schedule_end_time": null})),
        c("TRAFFIC").group(json!({"daily_budget": 1999, "bid_price": 50})).market("JP", "JPY").campaign(json!({"location_countries": {"6252001": "JP"}})),
        c("TRAFFIC").group(json!({"daily_budget": "2000.5", "bid_price": 50})).market("JP", "JPY").campaign(json!({"location_countries": {"6252001": "JP"}})),
        // Schedule.
        c("REACH").campaign(json!({"schedule_end_time": "2026-11-30 00:00:00"})),
        c("REACH").campaign(json!({"schedule_start_time": null})),
        c("REACH").campaign(json!({"schedule_start_time": "2026-13-40 00:00:00"})),
        c("TRAFFIC").group(json!({"schedule_type": "SCHEDULE_FROM_NOW"})),
        // Goals and billing (2.4).
        c("TRAFFIC").group(json!({"optimization_goal": "REACH"})),
        c("TRAFFIC").group(json!({"billing_event": "CPV"})),
        c("VIDEO_VIEWS").group(json!({"optimization_goal": "VIDEO_VIEW"})),
        c("LEAD_GENERATION").group(json!({"optimization_goal": "CONVERT"})),
        c("TRAFFIC").group(json!({"optimization_goal": "TRAFFIC_LANDING_PAGE_VIEW", "billing_event": "OCPM", "bid_price": null, "promotion_type": "APP_IOS"})),
        c("PRODUCT_SALES").group(json!({"optimization_goal": "MT_LIVE_ROOM", "roas_bid": null, "deep_bid_type": null})),
        c("REACH").group(json!({"optimization_goal": null, "billing_event": null})),
        // Bids.
        c("TRAFFIC").group(json!({"bid_price": null, "bid_type": "BID_TYPE_CUSTOM"})),
        c("APP_PROMOTION").group(json!({"conversion_bid_price": null, "bid_type": "BID_TYPE_CUSTOM"})),
        c("TRAFFIC").group(json!({"bid_type": "BID_TYPE_NO_BID"})),
        c("TRAFFIC").group(json!({"bid_price": 200})),
        c("TRAFFIC").group(json!({"bid_price": "0.001"})),
        c("PRODUCT_SALES").group(json!({"roas_bid": "1000.01"})),
        c("PRODUCT_SALES").group(json!({"roas_bid": null})),
        // What each objective needs.
        c("APP_PROMOTION").group(json!({"app_id": null})),
        c("APP_PROMOTION").campaign(json!({"campaign_type": "IOS14_CAMPAIGN", "app_promotion_type": "APP_RETARGETING"})),
        c("APP_PROMOTION").campaign(json!({"app_promotion_type": "MINIS"})),
        c("WEB_CONVERSIONS").campaign(json!({"sales_destination": null})),
        c("WEB_CONVERSIONS").group(json!({"pixel_id": null, "optimization_event": null})),
        c("WEB_CONVERSIONS").group(json!({"view_attribution_window": null})),
        c("PRODUCT_SALES").group(json!({"catalog_id": null})),
        c("TRAFFIC").group(json!({"promotion_type": null})),
        c("LEAD_GENERATION").group(json!({"promotion_target_type": null})),
        c("REACH").group(json!({"frequency_schedule": null})),
        c("TRAFFIC").group(json!({"frequency": 2, "frequency_schedule": 7})),
        c("REACH").campaign(json!({"virtual_objective_type": "SALES"})),
        // Placements and inventory.
        c("REACH").campaign(json!({"placements": null, "brand_safety_type": null})),
        c("REACH").campaign(json!({"placement_type": "PLACEMENT_TYPE_AUTOMATIC", "brand_safety_type": null})),
        c("REACH").campaign(json!({"placements": ["PLACEMENT_TIKTOK", "PLACEMENT_PANGLE"]})),
        c("REACH").campaign(json!({"placements": ["PLACEMENT_TIKTOK", "PLACEMENT_HELO"], "brand_safety_type": null})),
        c("REACH").campaign(json!({"placements": ["PLACEMENT_GLOBAL_APP_BUNDLE"], "brand_safety_type": null})),
        c("REACH").campaign(json!({"brand_safety_type": "THIRD_PARTY"})),
        c("REACH").campaign(json!({"brand_safety_partner": "IAS"})),
        c("REACH").campaign(json!({"brand_safety_type": null, "category_exclusion_ids": ["5"]})),
        c("REACH").campaign(json!({"brand_safety_type": "THIRD_PARTY", "brand_safety_partner": "IAS", "contextual_tag_ids": ["1"]})),
        c("REACH").campaign(json!({"tiktok_subplacements": ["TIKTOK_LITE"]})),
        // Targeting.
        c("REACH").campaign(json!({"location_ids": null})),
        c("REACH").campaign(json!({"age_groups": ["AGE_13_17"]})),
        c("REACH").campaign(json!({"location_countries": {"6252001": "XX"}})),
        c("REACH").campaign(json!({"household_income": ["TOP10"], "location_countries": {"6252001": "GB"}})),
        c("REACH").campaign(json!({"is_hfss": true, "location_countries": {"6252001": "GB"}})),
        c("REACH").campaign(json!({"device_model_ids": ["1"], "device_price_ranges": [0, 250]})),
        c("REACH").campaign(json!({"special_industries": ["HOUSING"], "gender": "GENDER_MALE", "zipcode_ids": ["1"], "household_income": ["TOP5"],
            "device_price_ranges": [0, 250], "interest_keyword_ids": ["1"], "saved_audience_id": "1", "smart_audience_enabled": true,
            "actions": [{"action_scene": "HASHTAG_RELATED", "action_category_ids": ["1"]}]})),
        // Ads (2.7).
        c("REACH").ad(json!({"identity_type": "CUSTOMIZED_USER"})),
        c("REACH").ad(json!({"identity_type": "BC_AUTH_TT"})),
        c("REACH").ad(json!({"video_id": null})),
        c("REACH").ad(json!({"tiktok_item_id": "1"})),
        c("ENGAGEMENT").ad(json!({"identity_type": "CUSTOMIZED_USER"})),
        c("REACH").ad(json!({"ad_format": "CAROUSEL_ADS", "video_id": null, "image_ids": null})),
        c("REACH").ad(json!({"ad_text": "海".repeat(51)})),
        c("REACH").ad(json!({"ad_text": "Set sail 🚀"})),
        c("REACH").ad(json!({"call_to_action": "LEARN_MORE", "call_to_action_id": "1"})),
        c("TRAFFIC").ad(json!({"landing_page_url": null})),
        c("LEAD_GENERATION").ad(json!({"page_id": null})),
        c("REACH").ad(json!({"disclaimer_type": "TEXT_ONLY"})),
        c("REACH").ad(json!({"disclaimer_type": "TEXT_LINK"})),
    ];
    let text: Vec<String> = cases.iter().map(Case::told).collect();
    insta::assert_snapshot!(text.join("\n\n"));
}

/// The sentences are the schema checker's, so only the fields are compared.
#[test]
fn what_the_schema_refuses_is_refused() {
    let c = Case::of;
    for (case, field) in [
        (c("APP_PROMOTION").campaign(json!({"app_promotion_type": null})), "app_promotion_type"),
        (c("PRODUCT_SALES").campaign(json!({"campaign_product_source": null})), "campaign_product_source"),
        (c("REACH").group(json!({"frequency": 1001})), "frequency"),
        (c("REACH").campaign(json!({"device_price_ranges": [0, 30]})), "device_price_ranges"),
        (c("REACH").campaign(json!({"dayparting": "0101"})), "dayparting"),
        (c("REACH").ad(json!({"identity_id": null})), "identity_id"),
        (c("REACH").ad(json!({"ad_format": "VIDEO"})), "ad_format"),
        (c("TRAFFIC").ad(json!({"landing_page_url": "example.com"})), "landing_page_url"),
        (
            c("REACH").ad(json!({"disclaimer_type": "TEXT_ONLY", "disclaimer_text": {"text": "x".repeat(91)}})),
            "disclaimer_text",
        ),
    ] {
        let violations = case.world().violations();
        assert!(violations.len() == 1 && violations[0].contains(field), "{field}: {violations:?}");
    }
    let unknown = World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH", "bugdet": 100}));
    assert!(unknown.violations().iter().any(|violation| violation.contains("bugdet")), "{:?}", unknown.violations());
    let typed =
        World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH", "special_industries": "HOUSING"}));
    assert!(typed.violations()[0].starts_with("/payload_config/special_industries"), "{:?}", typed.violations());
    let empty = World::new(RequestType::CreateCampaignTree, &json!({"objective_type": "REACH", "ad_sets": []}));
    assert!(empty.violations()[0].starts_with("/payload_config/ad_sets"), "{:?}", empty.violations());
    let none = World::new(RequestType::CreateCampaignTree, &json!({"objective_type": "REACH"}));
    assert!(none.violations().iter().any(|violation| violation.contains("ad_groups")), "{:?}", none.violations());
}

#[test]
fn without_an_objective_nothing_is_sent() {
    for config in [
        json!({}),
        json!({"objective": "CONVERSIONS"}),
        json!({"objective_type": "RF_REACH"}),
        json!({"objective_type": 7}),
    ] {
        let translation = World::new(RequestType::CreateCampaign, &config).translate();
        assert_eq!(translation.steps, [], "{config}");
        assert_eq!(translation.facts.payload_violations.len(), 1, "{config}");
    }
    let alias = World::new(RequestType::CreateCampaign, &json!({"objective": "CONVERSIONS"})).violations();
    assert_eq!(
        alias,
        [
            "/payload_config/objective: TikTok takes no new campaigns with the objective CONVERSIONS. [Use WEB_CONVERSIONS.]"
        ]
    );
}

#[test]
fn without_an_advertiser_nothing_is_sent() {
    let mut world = World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH"}));
    world.settings.common.default_account = None;
    let translation = world.translate();
    assert_eq!((translation.steps.len(), translation.facts.account_id), (0, None));
    assert_eq!(translation.facts.payload_violations[0].pointer, "/payload_config/advertiser_id");
}

#[test]
fn names_that_would_be_alike_are_refused() {
    let mut config = tree("REACH");
    let group = joined(config["ad_groups"][0].clone(), json!({"name": "A!"}));
    config["ad_groups"] = json!([group, joined(group.clone(), json!({"name": "A?"}))]);
    let violations = World::new(RequestType::CreateCampaignTree, &config).violations();
    assert!(violations[0].starts_with("/payload_config/ad_groups/1/name: "), "{violations:?}");

    let mut long = World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH"}));
    long.ticket.name = "海".repeat(257);
    assert!(long.violations()[0].contains("longer than 512"));
}

#[test]
fn what_is_odd_without_being_wrong_is_told() {
    let world = |objective, changes: Value| {
        World::new(RequestType::CreateCampaignTree, &changed(tree(objective), &changes)).warnings()
    };
    let one = |warnings: Vec<String>, part: &str| {
        assert!(warnings.iter().any(|line| line.contains(part)), "{part}: {warnings:?}");
    };
    one(world("WEB_CONVERSIONS", json!({})), "2026-12-31");
    assert_eq!(world("REACH", json!({})), [] as [String; 0], "the narrower reading leaves it alone");
    one(world("WEB_CONVERSIONS", json!({"budget_mode": "BUDGET_MODE_DAY"})), "for some objectives only");
    one(world("BRAND_CONSIDERATION", json!({})), "not checked");
    one(world("REACH", json!({"saved_audience_id": "1"})), "overrides");
    let mut wider = World::new(RequestType::CreateCampaignTree, &tree("REACH"));
    wider.settings.manual_flow_ends = vec!["REACH".to_owned()];
    one(wider.warnings(), "REACH campaigns on 2026-12-31");
    let abroad =
        World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH", "special_industries": ["CREDIT"]}));
    one(abroad.in_market("FR", "EUR").warnings(), "United States and Canada");
    let exotic = World::new(RequestType::CreateCampaign, &json!({"objective_type": "REACH", "daily_budget": 1}));
    one(exotic.in_market("BH", "BHD").warnings(), "not checked");
    let unsent = World::new(
        RequestType::CreateCampaign,
        &json!({"objective": "REACH", "start_time": "2026-12-01 00:00:00", "gender": "GENDER_MALE"}),
    );
    one(unsent.warnings(), "gender, schedule_start_time are checked, but not sent");
    let smart = World::new(RequestType::CreateCampaignTree, &tree("APP_PROMOTION")).in_flow(Flow::SmartPlus).warnings();
    one(smart.clone(), "Smart+ has no brand_safety_type");
    one(smart, "targeting_optimization_mode");
}

#[test]
fn smart_plus_has_rules_of_its_own() {
    let violations = |objective, changes: Value| {
        let world = World::new(RequestType::CreateCampaignTree, &changed(tree(objective), &changes));
        world.in_flow(Flow::SmartPlus).violations()
    };
    assert_eq!(violations("APP_PROMOTION", json!({"app_promotion_type": "MINIS"})), [] as [String; 0]);
    assert!(
        violations("APP_PROMOTION", json!({"app_promotion_type": "APP_PREREGISTRATION"}))[0]
            .contains("APP_PREREGISTRATION")
    );
    assert!(
        violations("WEB_CONVERSIONS", json!({"virtual_objective_type": null, "sales_destination": null}))[0]
            .contains("sales destination")
    );
    assert!(
        violations("LEAD_GENERATION", json!({"schedule_end_time": "2038-01-02 00:00:00"}))[0].contains("2038-01-01")
    );
    assert!(
        violations("LEAD_GENERATION", json!({"location_ids": null, "zipcode_ids": ["1"]}))[0].contains("location_ids")
    );
}

#[test]
fn what_is_allowed_is_not_refused() {
    let right = [
        // The default identity rule is about TikTok and automatic placement only.
        (
            "REACH",
            json!({"placements": ["PLACEMENT_PANGLE"], "brand_safety_type": null}),
            json!({"identity_type": "CUSTOMIZED_USER"}),
        ),
        ("REACH", json!({"age_groups": ["AGE_13_17"], "location_countries": {"6252001": "JP"}}), json!({})),
        (
            "REACH",
            json!({"special_industries": ["HOUSING"], "age_groups": ["AGE_18_24", "AGE_25_34", "AGE_35_44", "AGE_45_54", "AGE_55_100"]}),
            json!({}),
        ),
        (
            "REACH",
            json!({"is_hfss": true, "is_lhf_compliance": true, "location_countries": {"6252001": "GB"}}),
            json!({}),
        ),
        (
            "REACH",
            json!({"placement_type": "PLACEMENT_TYPE_AUTOMATIC", "placements": null, "brand_safety_type": null}),
            json!({}),
        ),
        ("REACH", json!({"ad_groups": null, "ad_sets": tree("REACH")["ad_groups"]}), json!({})),
    ];
    for (objective, campaign, ad) in right {
        let mut config = changed(tree(objective), &campaign);
        if let Some(own) = config.pointer_mut("/ad_groups/0/ads/0") {
            *own = joined(own.clone(), ad);
        }
        let market = if campaign.to_string().contains("\"JP\"") { "JP" } else { "US" };
        let world = World::new(RequestType::CreateCampaignTree, &config).in_market(market, "USD");
        assert_eq!(world.violations(), [] as [String; 0], "{campaign}");
    }
}

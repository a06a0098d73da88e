//! Tickets over HTTP up to their deployment: QA, returns to draft, writing back by hand, and their names.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::PlatformId;
use serde_json::{Map, Value, json};
use testkit::{Catalog, TestApp, on_both_databases, smallest_config};

fn path(ticket: &Value) -> String {
    format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap())
}

/// A ticket of a new campaign, as a draft.
async fn draft(app: &TestApp, catalog: &Catalog, platform: PlatformId, name: &str) -> Value {
    let campaign = json!({
        "campaign_name": name, "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "50000.00",
    });
    let campaign = app.client.post("/api/v1/campaigns", &campaign).await.expect(201);
    app.client.post("/api/v1/tickets", &ticket_of(&campaign["id"], catalog, platform)).await.expect(201)
}

fn ticket_of(campaign: &Value, catalog: &Catalog, platform: PlatformId) -> Value {
    json!({
        "campaign_id": campaign, "channel_id": catalog.channel(platform).id, "request_type": "CREATE_CAMPAIGN",
        "payload_config": smallest_config(platform),
    })
}

async fn qa(app: &TestApp, ticket: &Value) -> Value {
    app.client.put(&path(ticket), &json!({"status": "QA_TESTING"})).await.expect(200)
}

async fn ready(app: &TestApp, catalog: &Catalog, platform: PlatformId, name: &str) -> Value {
    let ready = qa(app, &draft(app, catalog, platform, name).await).await;
    assert_eq!(ready["status"], "READY_FOR_API", "{ready}");
    ready
}

async fn status(app: &TestApp, ticket: &Value) -> Value {
    app.client.get(&path(ticket)).await.expect(200)["status"].clone()
}

/// A configuration with an error for every rule of QA.
fn all_wrong() -> Value {
    json!({
        "objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "daily_budget": "250000.00",
        "ad_sets": [{
            "optimization_goal": "LINK_CLICKS", "billing_event": "IMPRESSIONS",
            "targeting": {
                "geo_locations": {"countries": ["US", "FR"]},
                "interests": [{"id": "6003139266461", "name": "Movies"}, {"id": "6003107902433", "name": "Beer"}],
            },
        }],
    })
}

on_both_databases! {
    async fn qa_lists_every_reason_at_its_field(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.client.put(&format!("/api/v1/brands/{}", catalog.brand.id), &json!({"family_friendly": true})).await.expect(200);
        let campaign = json!({
            "campaign_name": "Moana", "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "1000.00",
        });
        let campaign = app.client.post("/api/v1/campaigns", &campaign).await.expect(201);
        let ticket = json!({
            "campaign_id": campaign["id"], "channel_id": catalog.meta.id, "request_type": "CREATE_CAMPAIGN_TREE",
            "payload_config": all_wrong(),
        });
        let failed = qa(&app, &app.client.post("/api/v1/tickets", &ticket).await.expect(201)).await;
        assert_eq!(failed["status"], "QA_FAILED");
        let findings = failed["qa_findings"].as_array().unwrap();
        let blocked = |code: &str, pointer: &str| {
            let found = findings.iter().any(|one| {
                one["code"] == code && one["severity"] == "error" && one["pointer"] == pointer && one["suggestion"].is_string()
            });
            assert!(found, "no {code} at {pointer}: {findings:#?}");
        };
        blocked("brand-safety-blocked-term", "/payload_config/ad_sets/0/targeting/interests/1");
        blocked("market-outside", "/payload_config/ad_sets/0/targeting/geo_locations/countries/1");
        blocked("budget-daily-limit", "/payload_config/daily_budget");
        for code in ["brand-safety-inventory-filter", "budget-campaign-sum"] {
            assert!(findings.iter().any(|one| one["code"] == code), "no {code}: {findings:#?}");
        }
        let reason = failed["qa_failure_reason"].as_str().unwrap();
        for word in ["Beer", "France", "250,000.00"] {
            assert!(reason.contains(word), "{word}: {reason}");
        }
        assert_eq!(app.client.get(&path(&failed)).await.expect(200), failed, "as it was answered, so it is kept");
    }

    async fn passing_qa_is_undone_by_every_change_of_what_it_saw(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = ready(&app, &catalog, PlatformId::Meta, "Moana").await;
        let other = ready(&app, &catalog, PlatformId::Tiktok, "Frozen").await;

        let mut config = smallest_config(PlatformId::Meta);
        config.insert("objective".into(), json!("OUTCOME_AWARENESS"));
        let edited = app.client.put(&path(&ticket), &json!({"payload_config": config})).await.expect(200);
        assert_eq!((&edited["status"], &edited["payload_config"]), (&json!("DRAFT"), &Value::Object(config)));
        assert_eq!(qa(&app, &ticket).await["status"], "READY_FOR_API");

        let campaign = format!("/api/v1/campaigns/{}", ticket["campaign_id"].as_str().unwrap());
        app.client.put(&campaign, &json!({"status": "ACTIVE"})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "READY_FOR_API", "QA does not look at the campaign's status");
        app.client.put(&campaign, &json!({"budget": "60000.00"})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT");
        assert_eq!(status(&app, &other).await, "READY_FOR_API", "another campaign's ticket");

        assert_eq!(qa(&app, &ticket).await["status"], "READY_FOR_API");
        let limits = json!({"budget_limits": {"daily": "500.00", "lifetime": "1000000.00"}});
        let policy = app.client.put("/api/v1/qa/policy", &limits).await.expect(200);
        assert_eq!(policy["budget_limits"], limits["budget_limits"]);
        for ticket in [&ticket, &other] {
            assert_eq!(status(&app, ticket).await, "DRAFT");
            let problem = app.client.post("/api/v1/deploy", &json!({"ticket_id": ticket["id"]})).await.expect_problem(400);
            assert!(problem["detail"].as_str().unwrap().contains("DRAFT"), "{problem}");
        }

        assert_eq!(qa(&app, &ticket).await["status"], "READY_FOR_API");
        let brand = format!("/api/v1/brands/{}", catalog.brand.id);
        app.client.put(&brand, &json!({"family_friendly": true})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT", "its brand");
    }

    async fn no_request_sets_a_state_that_must_be_earned(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = draft(&app, &catalog, PlatformId::Meta, "Moana").await;
        for status in ["READY_FOR_API", "FAILED"] {
            let problem = app.client.put(&path(&ticket), &json!({"status": status})).await.expect_problem(409);
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains("DRAFT") && detail.contains("QA_TESTING"), "it names the legal moves: {detail}");
        }
        for body in [
            json!({"status": "TRAFFICKED_SUCCESS"}), json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": "  "}),
            json!({"external_platform_id": "1200"}),
        ] {
            let problem = app.client.put(&path(&ticket), &body).await.expect_problem(422);
            assert_eq!(problem["errors"][0]["pointer"], "/external_platform_id");
        }
        let problem = app.client.put(&path(&ticket), &json!({"status": "QA_FAILED"})).await.expect_problem(422);
        assert_eq!(problem["errors"][0]["pointer"], "/qa_failure_reason");
        assert_eq!(app.client.get(&path(&ticket)).await.expect(200), ticket, "nothing of it was done");
    }

    async fn an_id_written_back_by_hand_is_final_and_recorded_as_such(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = draft(&app, &catalog, PlatformId::Meta, "Moana").await;
        let by_hand = json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": "120210000000000001"});
        let done = app.client.put(&path(&ticket), &by_hand).await.expect(200);
        assert_eq!((&done["status"], &done["external_platform_id"]), (&json!("TRAFFICKED_SUCCESS"), &json!("120210000000000001")));
        for body in [json!({"status": "QA_TESTING"}), json!({"payload_config": {}}), json!({"status": "DRAFT"})] {
            app.client.put(&path(&ticket), &body).await.expect_problem(409);
        }
        let events = app.client.get(&format!("/api/v1/events?subject=tickets/{}", done["id"].as_str().unwrap())).await.expect(200);
        assert_eq!((&events[0]["type"], &events[0]["data"]["note"]), (&json!("ticket.status_changed"), &json!("by hand")));
    }

    async fn a_reviewer_refuses_with_a_reason(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = ready(&app, &catalog, PlatformId::Tiktok, "Moana").await;
        let refusal = json!({"status": "QA_FAILED", "qa_failure_reason": "The client changed her mind."});
        let refused = app.client.put(&path(&ticket), &refusal).await.expect(200);
        assert_eq!((&refused["status"], &refused["qa_failure_reason"]), (&json!("QA_FAILED"), &refusal["qa_failure_reason"]));
    }

    async fn the_name_of_a_second_ticket(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let first = draft(&app, &catalog, PlatformId::Meta, "Moana").await;
        assert_eq!(first["name"], "DIS_US_META_2026_Moana");
        let mut second = ticket_of(&first["campaign_id"], &catalog, PlatformId::Meta);
        let problem = app.client.post("/api/v1/tickets", &second).await.expect_problem(400);
        assert_eq!(problem["errors"][0]["pointer"], "/variant");

        second["payload_config"]["ad_account_id"] = json!("987654321");
        let elsewhere = app.client.post("/api/v1/tickets", &second).await.expect(201);
        assert_eq!(elsewhere["name"], "DIS_US_META_2026_MoanaAcct987654321");
        assert_eq!(elsewhere["variant"], "Acct987654321");

        second["payload_config"] = Value::Object(Map::from_iter(smallest_config(PlatformId::Meta)));
        second["variant"] = json!("B");
        let variant = app.client.post("/api/v1/tickets", &second).await.expect(201);
        assert_eq!(variant["name"], "DIS_US_META_2026_MoanaB");
        let tiktok = ticket_of(&first["campaign_id"], &catalog, PlatformId::Tiktok);
        assert_eq!(app.client.post("/api/v1/tickets", &tiktok).await.expect(201)["name"], "DIS_US_TIKTOK_2026_Moana");

        let problem = app.client.put(&path(&variant), &json!({"variant": null})).await.expect_problem(400);
        assert_eq!(problem["errors"][0]["pointer"], "/variant");
        let renamed = app.client.put(&path(&variant), &json!({"variant": "C"})).await.expect(200);
        assert_eq!((&renamed["name"], &renamed["version"]), (&json!("DIS_US_META_2026_MoanaC"), &json!(2)));
    }

    async fn tickets_of_a_campaign_share_its_budget_but_for_those_that_qa_refused(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let first = draft(&app, &catalog, PlatformId::Meta, "Moana").await;
        let codes = |ticket: &Value| -> Vec<String> {
            ticket["qa_findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
        };
        let mut ticket = ticket_of(&first["campaign_id"], &catalog, PlatformId::Tiktok);
        ticket["payload_config"]["daily_budget"] = json!("60000.00");
        let too_much = app.client.post("/api/v1/tickets", &ticket).await.expect(201);
        assert_eq!(codes(&qa(&app, &too_much).await), ["budget-campaign-sum"], "an open-ended day above 50,000.00");
        let mut config = first["payload_config"].clone();
        config["daily_budget"] = json!("30000.00");
        app.client.put(&path(&first), &json!({"payload_config": config})).await.expect(200);
        assert_eq!(qa(&app, &first).await["status"], "READY_FOR_API", "the refused one takes nothing from it");
        ticket["payload_config"]["daily_budget"] = json!("20000.01");
        ticket["variant"] = json!("B");
        let rest = app.client.post("/api/v1/tickets", &ticket).await.expect(201);
        assert_eq!(codes(&qa(&app, &rest).await), ["budget-campaign-sum"], "30,000.00 and 20,000.01 are too much");
    }
}

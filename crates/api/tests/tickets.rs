//! A ticket's whole life through HTTP, and everything that may not happen to it.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{Catalog, TestApp, on_both_databases, smallest_config};

async fn campaign(app: &TestApp, catalog: &Catalog, name: &str) -> Value {
    let body = json!({"campaign_name": name, "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "50000.00"});
    app.client.post("/api/v1/campaigns", &body).await.expect(201)
}

async fn ticket(app: &TestApp, catalog: &Catalog, platform: PlatformId, campaign: &Value, config: &Value) -> Value {
    app.client.post("/api/v1/tickets", &ticket_body(catalog, platform, campaign, config)).await.expect(201)
}

fn ticket_body(catalog: &Catalog, platform: PlatformId, campaign: &Value, config: &Value) -> Value {
    json!({"campaign_id": campaign["id"], "channel_id": catalog.channel(platform).id,
        "request_type": "CREATE_CAMPAIGN", "payload_config": config})
}

async fn ready(app: &TestApp, catalog: &Catalog, name: &str) -> Value {
    let campaign = campaign(app, catalog, name).await;
    let config = &smallest_config(PlatformId::Meta).into();
    let ticket = ticket(app, catalog, PlatformId::Meta, &campaign, config).await;
    let judged = app.client.put(&path(&ticket), &json!({"status": "QA_TESTING"})).await.expect(200);
    assert_eq!(judged["status"], "READY_FOR_API", "{judged}");
    judged
}

fn path(ticket: &Value) -> String {
    format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap())
}

async fn status(app: &TestApp, ticket: &Value) -> Value {
    app.client.get(&path(ticket)).await.expect(200)["status"].clone()
}

on_both_databases! {
    async fn from_draft_to_the_platform(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let shared = campaign(&app, &catalog, "Moana Launch!").await;
        for (platform, name) in [(PlatformId::Meta, "DIS_US_META_2026_MoanaLaunch"), (PlatformId::Tiktok, "DIS_US_TIKTOK_2026_MoanaLaunch")] {
            let made = ticket(&app, &catalog, platform, &shared, &smallest_config(platform).into()).await;
            assert_eq!((made["status"].as_str(), made["name"].as_str()), (Some("DRAFT"), Some(name)));
            let judged = app.client.put(&path(&made), &json!({"status": "QA_TESTING"})).await.expect(200);
            assert_eq!(judged["status"], "READY_FOR_API", "{judged}");
            let preview = app.client.get(&format!("{}/preview", path(&made))).await.expect(200);
            assert!(preview["requests"][0]["body"].to_string().contains(name), "{preview}");
            assert!(!preview.to_string().contains(testkit::TOKEN));

            let accepted = app.client.post("/api/v1/deploy", &json!({"ticket_id": made["id"]})).await.expect(202);
            assert_eq!(accepted["status"], "queued");
            assert_eq!(accepted["message"], format!("Deployment queued for platform: {}", platform.display_name()));
            app.run_due_work().await;

            let task = app.client.get(&format!("/api/v1/deploy/status/{}", accepted["task_id"].as_str().unwrap())).await.expect(200);
            let live = app.client.get(&path(&made)).await.expect(200);
            assert_eq!(live["status"], "TRAFFICKED_SUCCESS");
            assert_eq!(task["result"], json!({"status": "success", "ticket_id": made["id"],
                "external_platform_id": live["external_platform_id"], "platform": platform.display_name()}));
            assert_eq!((task["status"].as_str(), task["attempt"].as_i64()), (Some("SUCCESS"), Some(1)));
        }
        assert_eq!(app.object_names(), ["DIS_US_META_2026_MoanaLaunch", "DIS_US_TIKTOK_2026_MoanaLaunch"]);
    }

    async fn sixteen_clicks_are_one_task_and_one_object(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = ready(&app, &catalog, "Clicks").await;
        let clicks: Vec<_> = (0..16)
            .map(|_| {
                let (client, body) = (app.client.clone(), json!({"ticket_id": ticket["id"]}));
                tokio::spawn(async move { client.post("/api/v1/deploy", &body).await.expect(202)["task_id"].clone() })
            })
            .collect();
        let mut tasks = Vec::new();
        for click in clicks {
            tasks.push(click.await.unwrap().to_string());
        }
        tasks.dedup();
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        app.run_due_work().await;
        assert_eq!(app.object_names().len(), 1);
    }

    async fn a_qa_failure_tells_all_its_reasons(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let brand = format!("/api/v1/brands/{}", catalog.brand.id);
        app.client.put(&brand, &json!({"family_friendly": true})).await.expect(200);
        let config = json!({"objective": "OUTCOME_AWARENESS", "daily_budget": "150000.00", "targeting": {
            "geo_locations": {"countries": ["FR"]},
            "flexible_spec": [{"interests": [{"id": "6003012317397", "name": "Beer"}]}]}});
        let shared = campaign(&app, &catalog, "Everything").await;
        let made = ticket(&app, &catalog, PlatformId::Meta, &shared, &config).await;
        let judged = app.client.put(&path(&made), &json!({"status": "QA_TESTING"})).await.expect(200);
        assert_eq!(judged["status"], "QA_FAILED");
        let codes: Vec<&str> = judged["qa_findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
        for code in ["brand-safety-blocked-term", "brand-safety-inventory-filter", "budget-daily-limit", "budget-campaign-sum", "market-outside"] {
            assert!(codes.contains(&code), "{code} in {codes:?}");
        }
        for finding in judged["qa_findings"].as_array().unwrap() {
            assert!(finding["pointer"].as_str().unwrap().starts_with('/'), "{finding}");
        }
        let reason = judged["qa_failure_reason"].as_str().unwrap();
        assert!(reason.contains("Beer") && reason.contains("150,000.00 USD") && reason.contains("France"), "{reason}");
    }

    async fn what_qa_looked_at_sends_a_ticket_back_when_it_changes(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = ready(&app, &catalog, "Back").await;
        let campaign = format!("/api/v1/campaigns/{}", ticket["campaign_id"].as_str().unwrap());
        let again = || async { app.client.put(&path(&ticket), &json!({"status": "QA_TESTING"})).await.expect(200)["status"].clone() };

        app.client.put(&path(&ticket), &json!({"payload_config": {"objective": "OUTCOME_LEADS"}})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT", "an edit");
        assert_eq!(again().await, "READY_FOR_API");
        app.client.put(&campaign, &json!({"budget": 60000})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT", "its campaign's budget");
        assert_eq!(again().await, "READY_FOR_API");
        app.client.put("/api/v1/qa/policy", &json!({"budget_limits": {"daily": "10.00"}})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT", "the rules");
        assert_eq!(again().await, "READY_FOR_API");
        let brand = format!("/api/v1/brands/{}", catalog.brand.id);
        app.client.put(&brand, &json!({"family_friendly": true})).await.expect(200);
        assert_eq!(status(&app, &ticket).await, "DRAFT", "its brand");
    }

    async fn what_may_not_happen_is_refused_with_what_may(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let shared = campaign(&app, &catalog, "Rules").await;
        let config: Value = smallest_config(PlatformId::Meta).into();
        let draft = ticket(&app, &catalog, PlatformId::Meta, &shared, &config).await;
        let deploy = |id: Value| app.client.clone().deploy(id);

        let problem = app.client.put(&path(&draft), &json!({"status": "READY_FOR_API"})).await.expect_problem(409);
        assert!(problem["detail"].as_str().unwrap().contains("QA_TESTING"), "it names the legal way: {problem}");
        let problem = deploy(draft["id"].clone()).await.expect_problem(400);
        assert!(problem["detail"].as_str().unwrap().contains("DRAFT"), "{problem}");
        deploy(json!("01a21259-7e6c-74b4-9d5f-1f9417333169")).await.expect_problem(404);
        app.client.put(&path(&draft), &json!({"status": "TRAFFICKED_SUCCESS"})).await.expect_problem(422);
        app.client.put(&path(&draft), &json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": " "})).await.expect_problem(422);

        let twin = ticket_body(&catalog, PlatformId::Meta, &shared, &config);
        let problem = app.client.post("/api/v1/tickets", &twin).await.expect_problem(400);
        assert_eq!(problem["errors"][0]["pointer"], "/variant");
        let mut variant = twin.clone();
        variant["variant"] = json!("B");
        assert_eq!(app.client.post("/api/v1/tickets", &variant).await.expect(201)["name"], "DIS_US_META_2026_RulesB");
        let mut elsewhere = twin;
        elsewhere["payload_config"]["ad_account_id"] = json!("act_555");
        let elsewhere = app.client.post("/api/v1/tickets", &elsewhere).await.expect(201);
        assert_eq!(elsewhere["name"], "DIS_US_META_2026_RulesAcct555");

        let by_hand = json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": "120"});
        assert_eq!(app.client.put(&path(&draft), &by_hand).await.expect(200)["external_platform_id"], "120");
        app.client.put(&path(&draft), &json!({"status": "QA_TESTING"})).await.expect_problem(409);
    }

    async fn a_ticket_under_way_is_left_alone_until_it_is_cancelled(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = ready(&app, &catalog, "Busy").await;
        let task = app.client.clone().deploy(ticket["id"].clone()).await.expect(202)["task_id"].as_str().unwrap().to_owned();
        app.client.put(&path(&ticket), &json!({"payload_config": {}})).await.expect_problem(409);
        app.client.delete(&path(&ticket)).await.expect_problem(409);
        let campaign = format!("/api/v1/campaigns/{}", ticket["campaign_id"].as_str().unwrap());
        app.client.put(&campaign, &json!({"budget": 1})).await.expect_problem(409);

        let cancel = format!("/api/v1/deployments/{task}/cancel");
        assert_eq!(app.client.post(&cancel, &json!({})).await.expect(200)["status"], "REVOKED");
        assert_eq!(status(&app, &ticket).await, "READY_FOR_API");
        app.client.post(&cancel, &json!({})).await.expect_problem(409);
        app.run_due_work().await;
        assert!(app.object_names().is_empty(), "nothing was sent");

        let body = json!({"ticket_ids": [ticket["id"], "01a21259-7e6c-74b4-9d5f-1f9417333169"]});
        let answers = app.client.post("/api/v1/deploy/bulk", &body).await.expect(202);
        assert_eq!((answers[0]["status"].as_str(), answers[1]["code"].as_i64()), (Some("queued"), Some(404)), "{answers}");
    }
}

/// Asking for a deployment, as a shorthand.
trait Deploy {
    async fn deploy(self, ticket_id: Value) -> testkit::Answer;
}

impl Deploy for testkit::TestClient {
    async fn deploy(self, ticket_id: Value) -> testkit::Answer {
        self.post("/api/v1/deploy", &json!({"ticket_id": ticket_id})).await
    }
}

//! Typed texts: channels on a platform, names without invisible characters, unambiguous codes.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, smallest_config};

fn pointers(problem: &Value) -> Vec<&str> {
    problem["errors"].as_array().unwrap().iter().filter_map(|error| error["pointer"].as_str()).collect()
}

async fn names(app: &TestApp, path: &str, field: &str) -> Vec<String> {
    let rows = app.client.get(path).await.expect(200);
    rows.as_array().unwrap().iter().map(|row| row[field].as_str().unwrap().to_owned()).collect()
}

on_both_databases! {
    async fn a_channel_is_on_the_platform_that_it_says(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let new = |name: &str, more: Value| {
            let mut body = json!({"platform_name": name, "api_identifier": format!("id {name}")});
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            body
        };
        let post = async |body: Value| app.client.post("/api/v1/channels", &body).await;
        for (name, more, platform, supported) in [
            ("Meta EU", json!({"platform": "meta"}), json!("meta"), true),
            ("Meta US", json!({}), Value::Null, false),
            ("Google Ads", json!({}), json!("google_ads"), false),
            ("meta", json!({"platform": null}), Value::Null, false),
            ("tik tok", json!({}), json!("tiktok"), true),
        ] {
            let channel = post(new(name, more)).await.expect(201);
            assert_eq!((&channel["platform"], &channel["supported"]), (&platform, &json!(supported)), "{channel}");
        }
        let problem = post(new("Meta APAC", json!({"platform": "myspace"}))).await.expect_problem(422);
        assert_eq!(pointers(&problem), ["/platform"]);
        let told = problem["errors"][0].to_string();
        assert!(["meta", "tiktok", "google_ads"].iter().all(|known| told.contains(known)), "{told}");
        let problem = post(new("TikTok", json!({"platform": "meta"}))).await.expect_problem(422);
        assert_eq!(pointers(&problem), ["/platform"]);

        // A ticket on it: its name, QA and deployment are the platform's.
        let channels = app.client.get("/api/v1/channels?search=meta%20eu").await.expect(200);
        let channel = channels[0]["id"].as_str().unwrap();
        let draft = app.draft(&catalog, PlatformId::Tiktok, "Moana", smallest_config(PlatformId::Tiktok)).await;
        let ticket = json!({
            "campaign_id": draft.campaign_id, "channel_id": channel, "request_type": "CREATE_CAMPAIGN",
            "payload_config": smallest_config(PlatformId::Meta),
        });
        let ticket = app.client.post("/api/v1/tickets", &ticket).await.expect(201);
        assert_eq!(ticket["name"], "DIS_US_META_2026_Moana");
        let read = app.client.post("/api/v1/taxonomy/validate", &json!({"names": [ticket["name"]]})).await.expect(200);
        assert!(read.to_string().contains("\"valid\":true"), "{read}");
        let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap());
        let judged = app.client.put(&path, &json!({"status": "QA_TESTING"})).await.expect(200);
        assert_eq!(judged["status"], "READY_FOR_API", "{judged}");
        app.client.post("/api/v1/deploy", &json!({"ticket_id": ticket["id"]})).await.expect(202);
        app.run_due_work().await;
        assert_eq!(app.object_names(), ["DIS_US_META_2026_Moana"]);
        let preview = json!({"brand_code": "DIS", "market_code": "US", "channel": "Meta EU", "campaign_name": "Cars"});
        let preview = app.client.post("/api/v1/taxonomy/preview", &preview).await.expect(200);
        assert!(preview["name"].as_str().unwrap().contains("_META_"), "{preview}");

        // Names contain META: the channel stays on Meta, but may be renamed.
        let path = format!("/api/v1/channels/{channel}");
        let renamed = app.client.put(&path, &json!({"platform_name": "Meta Europe"})).await.expect(200);
        assert_eq!(renamed["platform"], "meta", "what was chosen stays");
        app.client.put(&path, &json!({"platform": "tiktok"})).await.expect_problem(409);
        app.client.put(&path, &json!({"platform": null})).await.expect_problem(409);
    }

    async fn a_renamed_channel_is_where_its_name_says_unless_it_was_chosen(database) {
        let app = TestApp::on(database).await;
        let path = {
            let new = json!({"platform_name": "Meta", "api_identifier": "m"});
            format!("/api/v1/channels/{}", app.client.post("/api/v1/channels", &new).await.expect(201)["id"].as_str().unwrap())
        };
        for (change, platform) in [
            (json!({"platform_name": "Pinterest"}), Value::Null),
            (json!({"platform_name": "TikTok"}), json!("tiktok")),
            (json!({"api_identifier": "n"}), json!("tiktok")),
            (json!({"platform_name": "Meta EU", "platform": "meta"}), json!("meta")),
            (json!({"platform_name": "Meta APAC"}), json!("meta")),
            (json!({"platform": null}), Value::Null),
        ] {
            let changed = app.client.put(&path, &change).await.expect(200);
            assert_eq!(changed["platform"], platform, "{change}");
        }
    }

    async fn what_nobody_sees_is_in_no_name(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let campaign = json!({"brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "1"});
        let market = json!({"code": "FR", "country": "France", "region": "EMEA"});
        let brand = json!({"name": "Marvel", "internal_code": "MRV"});
        let channel = json!({"platform_name": "Pinterest", "api_identifier": "pin"});
        let with = |body: &Value, field: &str, text: &str| {
            let mut body = body.clone();
            body[field] = json!(text);
            body
        };
        for (path, body, field, longest) in [
            ("brands", &brand, "name", 200),
            ("markets", &market, "region", 100),
            ("markets", &market, "country", 100),
            ("campaigns", &campaign, "campaign_name", 200),
            ("channels", &channel, "platform_name", 100),
            ("channels", &channel, "api_identifier", 100),
        ] {
            let path = format!("/api/v1/{path}");
            let pointer = format!("/{field}");
            for wrong in ["Fran\u{200B}ce", "\u{202E}ecnarF", "Fr\u{7}ance", "Fran\nce", &"x".repeat(longest + 1)] {
                let problem = app.client.post(&path, &with(body, field, wrong)).await.expect_problem(422);
                assert_eq!(pointers(&problem).first(), Some(&pointer.as_str()), "{wrong:?}: {problem}");
            }
        }
        let created = app.client.post("/api/v1/brands", &with(&brand, "name", "  Cafe\u{301}  Noir ")).await.expect(201);
        assert_eq!(created["name"], "Café  Noir", "composed and trimmed");
        let typed = app.client.post("/api/v1/campaigns", &with(&campaign, "campaign_name", " Été ")).await.expect(201);
        assert_eq!((&typed["campaign_name"], &typed["name"]), (&json!("Été"), &json!("DIS_US_MULTI_2026_Ete")));

        let ticket = app.draft(&catalog, PlatformId::Meta, "Moana", smallest_config(PlatformId::Meta)).await;
        let path = format!("/api/v1/tickets/{}", ticket.id);
        for wrong in ["no\u{200B}", &"x".repeat(2_001)] {
            let change = json!({"status": "QA_FAILED", "qa_failure_reason": wrong});
            let problem = app.client.put(&path, &change).await.expect_problem(422);
            assert_eq!(pointers(&problem), ["/qa_failure_reason"]);
        }
        let pause = json!({"reason": "billing\u{200F}"});
        let problem = app.client.post("/api/v1/accounts/meta/*/pause", &pause).await.expect_problem(422);
        assert_eq!(pointers(&problem), ["/reason"]);
    }

    async fn codes_that_names_cannot_be_read_by_are_refused(database) {
        let app = TestApp::on(database).await;
        app.client.post("/api/v1/channels", &json!({"platform_name": "Pinterest", "api_identifier": "p"})).await.expect(201);
        for code in ["_", "__", "MULTI", "multi", "2026"] {
            let brand = json!({"name": "Marvel", "internal_code": code});
            assert_eq!(pointers(&app.client.post("/api/v1/brands", &brand).await.expect_problem(422)), ["/internal_code"]);
        }
        for code in ["_", "__", "MULTI", "multi", "2026", "META", "tiktok", "Pinterest"] {
            let market = json!({"code": code, "country": "France", "region": "EMEA"});
            assert_eq!(pointers(&app.client.post("/api/v1/markets", &market).await.expect_problem(422)), ["/code"]);
        }
        let market = json!({"code": "SNAP", "country": "France", "region": "EMEA"});
        let market = app.client.post("/api/v1/markets", &market).await.expect(201);
        let path = format!("/api/v1/markets/{}", market["id"].as_str().unwrap());
        app.client.put(&path, &json!({"code": "PINTEREST", "region": "EU"})).await.expect_problem(422);
        app.client.put(&path, &json!({"code": "SNAP", "region": "EU"})).await.expect(200);
        let channel = json!({"platform_name": "Snap", "api_identifier": "s"});
        let problem = app.client.post("/api/v1/channels", &channel).await.expect_problem(422);
        assert_eq!(pointers(&problem), ["/platform_name"], "nor the other way round");
    }

    async fn accounts_that_nobody_knows_are_not_paused(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let pause = async |account: &str| app.client.post(&format!("/api/v1/accounts/{account}/pause"), &json!({})).await;
        let problem = pause("meta/555").await.expect_problem(404);
        assert!(problem["detail"].as_str().unwrap().contains("555"), "{problem}");
        pause("meta/*").await.expect(200);
        pause("meta/1234567890").await.expect(200);
        let mut config = smallest_config(PlatformId::Meta);
        config.insert("ad_account_id".into(), json!("act_555"));
        app.draft(&catalog, PlatformId::Meta, "Moana", config).await;
        pause("meta/555").await.expect(200);
        pause("tiktok/555").await.expect_problem(404);
        app.client.post("/api/v1/accounts/meta/777/resume", &json!({})).await.expect(200);
    }

    async fn each_event_of_a_transition_tells_the_version_behind_it(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        app.deploy(ticket.id).await;
        app.run_due_work().await;
        let now = app.client.get(&format!("/api/v1/tickets/{}", ticket.id)).await.expect(200);
        let events = app.client.get(&format!("/api/v1/events?subject=tickets/{}&type=ticket.status_changed", ticket.id)).await.expect(200);
        let told: Vec<_> = events.as_array().unwrap().iter().map(|event| {
            let after = &event["data"]["after"];
            (after["status"].as_str().unwrap(), after["version"].as_i64().unwrap())
        }).collect();
        assert_eq!(told, [("TRAFFICKED_SUCCESS", 3), ("READY_FOR_API", 2), ("QA_TESTING", 2)]);
        assert_eq!(now["version"], 3);
    }

    async fn a_search_finds_any_case_and_form(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (name, code) in [("Café Noir", "CN"), ("CAFÉ BLANC", "CB"), ("Tea", "TEA")] {
            app.client.post("/api/v1/brands", &json!({"name": name, "internal_code": code})).await.expect(201);
        }
        let ticket = app.draft(&catalog, PlatformId::Meta, "Café Launch", smallest_config(PlatformId::Meta)).await;
        for text in ["caf%C3%A9", "CAF%C3%89", "cafe%CC%81", "CAFE%CC%81"] {
            assert_eq!(names(&app, &format!("/api/v1/brands?sort=internal_code&search={text}"), "internal_code").await, ["CB", "CN"], "{text}");
            assert_eq!(names(&app, &format!("/api/v1/campaigns?search={text}"), "campaign_name").await, ["Café Launch"], "{text}");
            assert_eq!(names(&app, &format!("/api/v1/tickets?search={text}"), "name").await, [ticket.name.as_str()], "{text}");
        }
    }
}

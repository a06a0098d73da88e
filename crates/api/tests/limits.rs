//! Requests that would block everybody else: each is answered with the limit that it exceeds.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use api::Options;
use axum::http::Method;
use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{Catalog, TestApp, TestClient, TestDatabase, on_both_databases, smallest_config, tester};

async fn campaign(app: &TestApp, catalog: &Catalog, name: &str) -> Value {
    let campaign = json!({
        "campaign_name": name, "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "50000.00",
    });
    app.client.post("/api/v1/campaigns", &campaign).await.expect(201)["id"].clone()
}

fn tree(campaign: &Value, catalog: &Catalog, platform: PlatformId, config: &Value) -> Value {
    json!({
        "campaign_id": campaign, "channel_id": catalog.channel(platform).id, "request_type": "CREATE_CAMPAIGN_TREE",
        "payload_config": config,
    })
}

/// An ad set that targets `count` interests, by id only.
fn with_interests(count: usize) -> Value {
    let interests: Vec<Value> =
        (0..count).map(|id| json!({"id": (6_000_000_000_000_u64 + id as u64).to_string()})).collect();
    json!({
        "objective": "OUTCOME_TRAFFIC", "special_ad_categories": [],
        "ad_sets": [{
            "optimization_goal": "LINK_CLICKS", "destination_type": "WEBSITE", "daily_budget": "25.00",
            "targeting": {"geo_locations": {"countries": ["US"]}, "flexible_spec": [{"interests": interests}]},
        }],
    })
}

on_both_databases! {
    async fn a_configuration_has_as_many_ad_sets_as_the_platform_takes(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let campaign = campaign(&app, &catalog, "Moana").await;
        for (platform, field, most) in [(PlatformId::Meta, "ad_sets", 50), (PlatformId::Tiktok, "ad_groups", 30), (PlatformId::Tiktok, "ad_sets", 30)] {
            let config = |count: usize| json!({(field): vec![json!({}); count]});
            let body = tree(&campaign, &catalog, platform, &config(30_000));
            let problem = app.client.post("/api/v1/tickets", &body).await.expect_problem(422);
            assert_eq!(problem["errors"].as_array().unwrap().len(), 1, "{problem}");
            assert_eq!(problem["errors"][0]["pointer"], format!("/payload_config/{field}"));
            assert_eq!(problem["errors"][0]["detail"], format!("{field} has 30,000 items; the most are {most}."));
        }
        assert_eq!(app.client.get("/api/v1/tickets").await.expect(200), json!([]), "nothing is kept");

        let body = tree(&campaign, &catalog, PlatformId::Meta, &json!({"ad_sets": vec![json!({}); 50]}));
        let ticket = app.client.post("/api/v1/tickets", &body).await.expect(201);
        let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap());
        let change = json!({"payload_config": {"ad_sets": vec![json!({}); 51]}});
        app.client.put(&path, &change).await.expect_problem(422);
        assert_eq!(app.client.get(&path).await.expect(200)["version"], 1, "nor is the change");
    }

    async fn findings_are_listed_up_to_a_hundred_and_counted(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.client.put(&format!("/api/v1/brands/{}", catalog.brand.id), &json!({"family_friendly": true})).await.expect(200);
        let campaign = campaign(&app, &catalog, "Moana").await;
        let body = tree(&campaign, &catalog, PlatformId::Meta, &with_interests(2_000));
        let ticket = app.client.post("/api/v1/tickets", &body).await.expect(201);
        let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap());
        let judged = app.client.put(&path, &json!({"status": "QA_TESTING"})).await.expect(200);
        for findings in [judged["qa_findings"].clone(), app.client.get(&format!("{path}/preview")).await.expect(200)["findings"].clone()] {
            let findings = findings.as_array().unwrap();
            assert_eq!(findings.len(), 101);
            assert_eq!(findings[0]["severity"], "error", "what blocks comes first: {}", findings[0]);
            let last = findings.last().unwrap();
            assert_eq!(last["code"], "more-findings");
            let told = last["message"].as_str().unwrap();
            assert!(told.starts_with("And 1,9") && told.ends_with(" more warnings."), "{told}");
        }
    }

    async fn ten_thousand_names_are_read_at_once(database) {
        let app = TestApp::on(database).await;
        app.catalog().await;
        for number in 0..100 {
            let brand = app::NewBrand { name: "B".into(), internal_code: format!("BRAND{number:04}"), family_friendly: false };
            app.app.create_brand(&tester(), brand).await.unwrap();
        }
        let names: Vec<String> = (0..10_000).map(|number| format!("BRAND{:04}X_US_META_2026_C{number}", number % 100)).collect();
        let verdicts = app.client.post("/api/v1/taxonomy/validate", &json!({"names": names})).await.expect(200);
        let verdicts = verdicts.as_array().unwrap();
        assert_eq!(verdicts.len(), 10_000);
        assert_eq!(verdicts[9_942]["problems"][0]["suggestion"], "BRAND0042");
        let one_more: Vec<&str> = names.iter().map(String::as_str).chain(["X"]).collect();
        app.client.post("/api/v1/taxonomy/validate", &json!({"names": one_more})).await.expect_problem(422);
    }

    async fn a_long_blocklist_is_compared_with_many_terms(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.client.put(&format!("/api/v1/brands/{}", catalog.brand.id), &json!({"family_friendly": true})).await.expect(200);
        let mut policy = app.client.get("/api/v1/qa/policy").await.expect(200);
        let words: Vec<Value> = (0..24_000).map(|word| json!({"name": format!("word{word:05}")})).collect();
        policy["blocklists"]["meta"]["interests"] = words.into();
        policy.as_object_mut().unwrap().retain(|field, _| ["rules", "budget_limits", "blocklists"].contains(&field.as_str()));
        app.client.put("/api/v1/qa/policy", &policy).await.expect(200);
        let campaign = campaign(&app, &catalog, "Moana").await;
        let interests: Vec<Value> = (0..2_000)
            .map(|id| json!({"id": id.to_string(), "name": if id == 1_999 { "Fine word23999s".into() } else { format!("Interest {id}") }}))
            .collect();
        let mut config = with_interests(0);
        config["ad_sets"][0]["targeting"]["flexible_spec"] = json!([{"interests": interests}]);
        let ticket = app.client.post("/api/v1/tickets", &tree(&campaign, &catalog, PlatformId::Meta, &config)).await.expect(201);
        let path = format!("/api/v1/tickets/{}", ticket["id"].as_str().unwrap());
        let judged = app.client.put(&path, &json!({"status": "QA_TESTING"})).await.expect(200);
        let blocked: Vec<&Value> =
            judged["qa_findings"].as_array().unwrap().iter().filter(|one| one["code"] == "brand-safety-blocked-term").collect();
        assert_eq!(blocked.len(), 1, "{judged}");
        assert!(blocked[0]["message"].as_str().unwrap().contains("\"word23999\""), "{}", blocked[0]);
    }

    async fn a_list_leaves_large_parts_out(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let large = campaign(&app, &catalog, "Large").await;
        let large = app.client.post("/api/v1/tickets", &tree(&large, &catalog, PlatformId::Meta, &with_interests(1_000))).await.expect(201);
        let small = app.draft(&catalog, PlatformId::Meta, "Small", smallest_config(PlatformId::Meta)).await;

        let list = app.client.get("/api/v1/tickets?sort=name").await.expect(200);
        let (first, second) = (&list[0], &list[1]);
        assert_eq!((&first["id"], &first["payload_config"], &first["omitted"]), (&large["id"], &Value::Null, &json!(["payload_config"])));
        assert_eq!(first["status"], "DRAFT");
        assert_eq!(second["payload_config"], Value::Object(small.payload_config), "a small one stays");
        assert_eq!(second["omitted"], json!([]));
        let path = format!("/api/v1/tickets/{}", large["id"].as_str().unwrap());
        let whole = app.client.get(&path).await.expect(200);
        assert_eq!((&whole["payload_config"], &whole["omitted"]), (&large["payload_config"], &json!([])));

        // Findings too, but never the reason of a failure.
        app.client.put(&format!("/api/v1/brands/{}", catalog.brand.id), &json!({"family_friendly": true})).await.expect(200);
        app.client.put(&path, &json!({"status": "QA_TESTING"})).await.expect(200);
        let list = app.client.get("/api/v1/tickets?sort=name").await.expect(200);
        assert_eq!((&list[0]["omitted"], &list[0]["qa_findings"]), (&json!(["payload_config", "qa_findings"]), &json!([])));
        assert!(list[0]["qa_failure_reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{}", list[0]);

        // The log's data about it is short as well, and can be read in full.
        let events = app.client.get(&format!("/api/v1/events?subject=tickets/{}&type=ticket.created", large["id"].as_str().unwrap())).await.expect(200);
        let (data, seq) = (&events[0]["data"], &events[0]["seq"]);
        assert_eq!((&data["omitted"], &data["after"]["payload_config"]), (&json!(true), &Value::Null), "{data}");
        assert_eq!((&data["after"]["name"], &data["campaign_id"]), (&large["name"], &large["campaign_id"]));
        let event = app.client.get(&format!("/api/v1/events/{seq}")).await.expect(200);
        assert_eq!(event["data"]["after"]["payload_config"], large["payload_config"]);
        app.client.get("/api/v1/events/999999").await.expect_problem(404);
        app.client.get("/api/v1/events/x").await.expect_problem(404);
        // A rule's data has no configuration that could be left out separately.
        let words: Vec<Value> = (0..2_000).map(|word| json!({"name": format!("word{word}")})).collect();
        app.client.put("/api/v1/qa/policy", &json!({"blocklists": {"meta": {"interests": words}}})).await.expect(200);
        let events = app.client.get("/api/v1/events?limit=1").await.expect(200);
        assert_eq!(events[0]["data"], json!({"omitted": true}));
    }
}

async fn app() -> TestApp {
    TestApp::on(TestDatabase::sqlite().await).await
}

#[tokio::test]
async fn a_body_has_limits_of_depth_and_of_values() {
    let app = app().await;
    let mut deep = json!(1);
    for _ in 0..40 {
        deep = json!([deep]);
    }
    for (body, told) in [
        (json!({"name": deep}), "more than 32 arrays and objects"),
        (json!({"names": vec![Value::from(1); 50_001]}), "more than 50,000 values"),
    ] {
        for path in ["/api/v1/tickets", "/api/v1/taxonomy/validate", "/api/v1/deploy/bulk"] {
            let problem = app.client.post(path, &body).await.expect_problem(422);
            assert!(problem["detail"].as_str().unwrap().contains(told), "{problem}");
        }
    }
}

#[tokio::test]
async fn of_many_errors_the_first_hundred_are_told() {
    let app = app().await;
    let body = json!({"names": vec!["\u{0}"; 9_000]});
    let answer = app.client.post("/api/v1/taxonomy/validate", &body).await;
    assert!(answer.bytes.len() < 50_000, "{} bytes", answer.bytes.len());
    let problem = answer.expect_problem(422);
    let errors = problem["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 101);
    assert_eq!(errors[100]["detail"], "And 8,900 more errors, which are not listed.");
    assert!(problem["detail"].as_str().unwrap().ends_with("And 8,980 more."), "{problem}");
}

#[tokio::test]
async fn a_text_to_search_for_has_a_length() {
    let app = app().await;
    let long = "x".repeat(50_000);
    for (path, name) in [
        ("/api/v1/tickets", "search"),
        ("/api/v1/tickets", "cursor"),
        ("/api/v1/tickets", "sort"),
        ("/api/v1/tickets", "limit"),
        ("/api/v1/campaigns", "search"),
        ("/api/v1/brands", "search"),
        ("/api/v1/markets", "search"),
        ("/api/v1/channels", "search"),
        ("/api/v1/deployments", "search"),
        ("/api/v1/deployments/overview", "search"),
        ("/api/v1/events", "search"),
    ] {
        let problem = app.client.get(&format!("{path}?{name}={long}")).await.expect_problem(422);
        let error = &problem["errors"][0];
        assert_eq!(
            (&error["parameter"], &error["detail"]),
            (&json!(name), &json!("The value has 50,000 characters; the most are 1,000.")),
            "{path}"
        );
    }
    app.client.get(&format!("/api/v1/tickets?search={}", "é".repeat(1_000).replace('é', "%C3%A9"))).await.expect(200);
}

/// A body that never arrives keeps a request until its time-out.
#[tokio::test]
async fn of_a_change_that_took_too_long_nothing_is_said_that_is_not_known() {
    let app = app().await;
    let impatient =
        TestClient::with(&app.app, Options { request_timeout: Duration::from_millis(50), ..Options::default() });
    for (method, path) in [
        (Method::POST, "/api/v1/brands"),
        (Method::POST, "/api/v1/deploy"),
        (Method::PUT, "/api/v1/brands/0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"),
    ] {
        let body = axum::body::Body::from_stream(futures_util::stream::pending::<std::io::Result<String>>());
        let request = axum::http::Request::builder().method(method).uri(path).header("host", "localhost");
        let request = request.header("content-type", "application/json").body(body).unwrap();
        let problem = impatient.send(request).await.expect_problem(503);
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("not known") && detail.contains("names are unique"), "{detail}");
        assert!(!detail.contains("nothing was changed"), "{detail}");
    }
}

#[tokio::test]
async fn the_description_of_the_api_is_written_once() {
    let app = app().await;
    let whole = app.client.get("/openapi.json").await;
    assert_eq!(whole.header("content-type"), "application/json");
    let tag = whole.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = app.client.request(Method::GET, "/openapi.json", None, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
    let small = app.client.request(Method::GET, "/openapi.json", None, &[("accept-encoding", "br")]).await;
    assert_eq!(small.header("content-encoding"), "br");
}

#[tokio::test]
async fn no_answer_is_guessed_at_or_framed() {
    let app = app().await;
    for path in
        ["/", "/docs/", "/docs/swagger-ui.css", "/health", "/openapi.json", "/metrics", "/api/v1/brands", "/nothing"]
    {
        assert_eq!(app.client.get(path).await.header("x-content-type-options"), "nosniff", "{path}");
    }
    for path in ["/", "/docs/"] {
        let policy = app.client.get(path).await.header("content-security-policy").to_owned();
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn a_host_with_anything_behind_it_is_refused() {
    let app = app().await;
    for host in [
        "[::1]evil.com",
        "localhost:80@evil.com",
        "localhost:abc",
        "localhost:",
        "127.0.0.1.evil.com",
        "localhost/evil",
    ] {
        let request = axum::http::Request::get("/health").header("host", host).body(axum::body::Body::empty()).unwrap();
        assert_eq!(app.client.send(request).await.status.as_u16(), 403, "{host}");
    }
}

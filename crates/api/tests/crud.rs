//! Creating, reading, changing and deleting the resources, and every refusal of these.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use axum::http::Method;
use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{Answer, Catalog, TestApp, on_both_databases, smallest_config};

const NOBODY: &str = "0198c0de-0000-7000-8000-00000000dead";

async fn put_if(app: &TestApp, path: &str, etag: &str, body: &Value) -> Answer {
    app.client.request(Method::PUT, path, Some(body), &[("if-match", etag)]).await
}

fn campaign(catalog: &Catalog, name: &str) -> Value {
    json!({"campaign_name": name, "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "50000.00"})
}

/// The pointers of a problem's violations.
fn pointers(problem: &Value) -> Vec<&str> {
    problem["errors"].as_array().unwrap().iter().filter_map(|error| error["pointer"].as_str()).collect()
}

fn problem_of<'a>(problem: &'a Value, pointer: &str) -> &'a Value {
    let mut errors = problem["errors"].as_array().unwrap().iter();
    errors.find(|error| error["pointer"] == pointer).unwrap_or_else(|| panic!("nothing at {pointer}: {problem}"))
}

on_both_databases! {
    async fn the_life_of_each_resource(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let all = [
            ("markets", json!({"code": "fr", "country": "France", "region": "EMEA"}), json!({"region": "EU"})),
            ("brands", json!({"name": "Marvel", "internal_code": "mrv"}), json!({"family_friendly": true})),
            ("channels", json!({"platform_name": "meta", "api_identifier": "meta_2"}), json!({"api_identifier": "meta_3"})),
            ("campaigns", campaign(&catalog, "Moana Launch!"), json!({"status": "ACTIVE"})),
        ];
        for (resource, new, change) in all {
            let created = app.client.post(&format!("/api/v1/{resource}"), &new).await;
            let (location, etag) = (created.header("location").to_owned(), created.header("etag").to_owned());
            let mut entity = created.expect(201);
            assert_eq!(location, format!("/api/v1/{resource}/{}", entity["id"].as_str().unwrap()));
            assert_eq!((etag.as_str(), &entity["version"]), ("\"1\"", &json!(1)));

            let read = app.client.get(&location).await;
            assert_eq!(read.header("etag"), "\"1\"");
            assert_eq!(read.expect(200), entity);
            assert_eq!(app.client.get(&format!("{location}/")).await.expect(200), entity, "a slash makes no difference");

            let changed = app.client.put(&location, &change).await;
            assert_eq!(changed.header("etag"), "\"2\"");
            let changed = changed.expect(200);
            for (field, value) in change.as_object().unwrap() {
                entity[field] = value.clone();
            }
            entity["version"] = json!(2);
            entity["updated_at"] = changed["updated_at"].clone();
            assert_eq!(changed, entity, "only what was given changes");

            assert_eq!(app.client.delete(&location).await.expect(204), Value::Null);
            app.client.get(&location).await.expect_problem(404);
            app.client.put(&location, &change).await.expect_problem(404);
            app.client.delete(&location).await.expect_problem(404);
        }
    }

    async fn what_is_typed_is_tidied(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let market = app.client.post("/api/v1/markets", &json!({"code": "nw", "country": "norway", "region": "EMEA"})).await.expect(201);
        assert_eq!((&market["code"], &market["country_code"]), (&json!("NW"), &json!("NO")));
        let group = json!({"code": "EMEA", "country": "EMEA", "countries": ["France", "DEU", "gb"], "region": "EMEA"});
        let group = app.client.post("/api/v1/markets", &group).await.expect(201);
        assert_eq!((&group["country_code"], &group["countries"]), (&Value::Null, &json!(["DE", "FR", "GB"])));
        let brand = app.client.post("/api/v1/brands", &json!({"name": "Pixar", "internal_code": "px_1"})).await.expect(201);
        assert_eq!((&brand["internal_code"], &brand["family_friendly"]), (&json!("PX_1"), &json!(false)));
        let channel = json!({"platform_name": "Pinterest", "api_identifier": "pins"});
        assert_eq!(app.client.post("/api/v1/channels", &channel).await.expect(201)["supported"], false);
        let made = app.client.post("/api/v1/campaigns", &campaign(&catalog, "Amélie à Paris!")).await.expect(201);
        assert_eq!(made["name"], "DIS_US_MULTI_2026_AmelieaParis");
        assert_eq!((&made["currency"], &made["status"]), (&json!("USD"), &json!("DRAFT")));
        let mut one_channel = campaign(&catalog, "Moana");
        one_channel["channel_id"] = json!(catalog.tiktok.id);
        assert_eq!(app.client.post("/api/v1/campaigns", &one_channel).await.expect(201)["name"], "DIS_US_TIKTOK_2026_Moana");
    }

    async fn money_stays_exact(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let amounts = [
            (json!("50000.10"), "50000.10"), (json!(50000.1), "50000.10"), (json!(7), "7.00"), (json!("0.01"), "0.01"),
            (json!("0.123456"), "0.123456"), (json!("9007199254740.993"), "9007199254740.993"),
        ];
        for (index, (given, kept)) in amounts.into_iter().enumerate() {
            let mut new = campaign(&catalog, &format!("Exact{index}"));
            new["budget"] = given.clone();
            let made = app.client.post("/api/v1/campaigns", &new).await.expect(201);
            assert_eq!(made["budget"], kept, "{given}");
            let read = app.client.get(&format!("/api/v1/campaigns/{}", made["id"].as_str().unwrap())).await.expect(200);
            assert_eq!(read["budget"], kept);
        }
        for refused in [json!("0"), json!(-5), json!("1.0000001"), json!("lots"), json!("99999999999999"), json!("")] {
            let mut new = campaign(&catalog, "Refused");
            new["budget"] = refused;
            let problem = app.client.post("/api/v1/campaigns", &new).await.expect_problem(422);
            assert_eq!(pointers(&problem), ["/budget"], "{problem}");
        }
    }

    async fn duplicates_are_refused_at_their_field(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.client.post("/api/v1/campaigns", &campaign(&catalog, "Moana Launch")).await.expect(201);
        for (resource, body, pointer) in [
            ("markets", json!({"code": "us", "country": "US", "region": "NA"}), "/code"),
            ("brands", json!({"name": "Other", "internal_code": "dis"}), "/internal_code"),
            ("channels", json!({"platform_name": "Meta", "api_identifier": "meta"}), "/api_identifier"),
            ("campaigns", campaign(&catalog, "Moana-Launch!"), "/campaign_name"),
        ] {
            let problem = app.client.post(&format!("/api/v1/{resource}"), &body).await.expect_problem(400);
            assert_eq!(pointers(&problem), [pointer]);
        }
        let other = app.client.post("/api/v1/brands", &json!({"name": "Other", "internal_code": "OTH"})).await.expect(201);
        let path = format!("/api/v1/brands/{}", other["id"].as_str().unwrap());
        let problem = app.client.put(&path, &json!({"internal_code": "DIS"})).await.expect_problem(400);
        assert_eq!(pointers(&problem), ["/internal_code"]);
    }

    async fn all_violations_are_listed_at_once(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let unknown = json!({
            "campaign_name": "Lost", "brand_id": NOBODY, "market_id": NOBODY, "channel_id": NOBODY, "budget": "0",
            "start_date": "2026-06-30", "end_date": "2026-05-01",
        });
        let problem = app.client.post("/api/v1/campaigns", &unknown).await.expect_problem(422);
        let mut found = pointers(&problem);
        found.sort_unstable();
        assert_eq!(found, ["/brand_id", "/budget", "/channel_id", "/end_date", "/market_id"], "{problem}");
        assert!(problem_of(&problem, "/brand_id")["detail"].as_str().unwrap().contains(NOBODY));

        let ticket = json!({"campaign_id": NOBODY, "channel_id": NOBODY, "request_type": "CREATE_CAMPAIGN", "variant": "a b"});
        let problem = app.client.post("/api/v1/tickets", &ticket).await.expect_problem(422);
        assert_eq!(pointers(&problem), ["/campaign_id", "/channel_id", "/variant"]);

        let shapes = json!({"campaign_nam": "x", "brand_id": "seven", "market_id": 7, "budget": [], "status": "ACTIV"});
        let problem = app.client.post("/api/v1/campaigns", &shapes).await.expect_problem(422);
        let mut found = pointers(&problem);
        found.sort_unstable();
        assert_eq!(found, ["/brand_id", "/budget", "/campaign_nam", "/campaign_name", "/market_id", "/status"], "{problem}");
        let typo = problem_of(&problem, "/campaign_nam")["suggestion"].as_str().unwrap();
        assert!(typo.contains("campaign_name"), "{typo}");
        assert!(problem_of(&problem, "/status")["suggestion"].as_str().unwrap().contains("ACTIVE"));
        let _ = catalog;
    }

    async fn what_others_refer_to_stays(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.draft(&catalog, PlatformId::Meta, "Moana", smallest_config(PlatformId::Meta)).await;
        for (path, what) in [
            (format!("/api/v1/markets/{}", catalog.market.id), "1 campaign"),
            (format!("/api/v1/brands/{}", catalog.brand.id), "1 campaign"),
            (format!("/api/v1/channels/{}", catalog.meta.id), "1 ticket"),
            (format!("/api/v1/campaigns/{}", ticket.campaign_id), "1 ticket"),
        ] {
            let problem = app.client.delete(&path).await.expect_problem(409);
            assert!(problem["detail"].as_str().unwrap().contains(what), "{problem}");
            app.client.get(&path).await.expect(200);
        }
        app.client.delete(&format!("/api/v1/tickets/{}", ticket.id)).await.expect(204);
        app.client.delete(&format!("/api/v1/campaigns/{}", ticket.campaign_id)).await.expect(204);
        app.client.delete(&format!("/api/v1/markets/{}", catalog.market.id)).await.expect(204);
    }

    async fn a_stale_version_is_refused(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let path = format!("/api/v1/brands/{}", catalog.brand.id);
        put_if(&app, &path, "\"1\"", &json!({"name": "Disney+"})).await.expect(200);
        put_if(&app, &path, "\"1\"", &json!({"name": "Late"})).await.expect_problem(412);
        app.client.request(Method::DELETE, &path, None, &[("if-match", "\"1\"")]).await.expect_problem(412);
        put_if(&app, &path, "\"2\"", &json!({"name": "Right"})).await.expect(200);
        put_if(&app, &path, "*", &json!({"name": "Any"})).await.expect(200);
        assert_eq!(app.client.get(&path).await.expect(200)["name"], "Any");
        app.client.request(Method::DELETE, &path, None, &[("if-match", "\"4\"")]).await.expect(204);
    }

    async fn what_never_changes_says_why(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let made = app.client.post("/api/v1/campaigns", &campaign(&catalog, "Moana")).await.expect(201);
        let path = format!("/api/v1/campaigns/{}", made["id"].as_str().unwrap());
        let values = json!({
            "name": "X", "campaign_name": "Y", "brand_id": catalog.brand.id, "market_id": catalog.market.id, "currency": "EUR", "year": 2027,
        });
        for (field, value) in values.as_object().unwrap() {
            let problem = app.client.put(&path, &json!({field: value})).await.expect_problem(422);
            let error = problem_of(&problem, &format!("/{field}"));
            assert!(error["detail"].as_str().unwrap().contains("never changes"), "{error}");
        }
    }

    async fn one_of_two_simultaneous_creates_wins(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for round in 0..5 {
            let body = campaign(&catalog, &format!("Race {round}"));
            let (one, two) = tokio::join!(app.client.post("/api/v1/campaigns", &body), app.client.post("/api/v1/campaigns", &body));
            let mut statuses = [one.status.as_u16(), two.status.as_u16()];
            statuses.sort_unstable();
            assert_eq!(statuses, [201, 400], "{} {}", one.text(), two.text());
        }
    }
}

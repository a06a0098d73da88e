//! An operator's actions over HTTP: pausing, releasing, retrying, and monitoring.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use app::Clock as _;
use domain::{
    AccountRef, PlatformId, Word,
    deployment::{
        RetryPolicy,
        account::{Park, ParkReason},
        engine::Breaker,
    },
};
use sandbox::{FaultKind, Rule};
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, store};

async fn overview(app: &TestApp) -> Value {
    app.client.get("/api/v1/deployments/overview").await.expect(200)
}

on_both_databases! {
    async fn a_paused_account_sends_nothing_until_it_is_resumed(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let account = "/api/v1/accounts/meta/1234567890";
        let paused = app.client.post(&format!("{account}/pause"), &json!({"reason": "billing"})).await.expect(200);
        assert_eq!((&paused["state"], &paused["paused"]["reason"]), (&json!("paused"), &json!("billing")));
        let again = app.client.post(&format!("{account}/pause"), &json!({"reason": "again"})).await.expect(200);
        assert_eq!(again["paused"], paused["paused"], "the first pause stays on record");

        let held = app.ready_ticket(&catalog, PlatformId::Meta, "Held").await;
        let held = app.deploy(held.id).await;
        let free = app.ready_ticket(&catalog, PlatformId::Tiktok, "Free").await;
        app.deploy(free.id).await;
        app.run_due_work().await;
        assert_eq!(app.object_names(), [free.name]);
        let accounts = app.client.get("/api/v1/accounts").await.expect(200);
        assert_eq!((&accounts[0]["state"], &accounts[0]["active_deployments"]), (&json!("paused"), &json!(1)));
        assert_eq!(overview(&app).await["queue_depth"], 0, "what is paused is not due");

        let resumed = app.client.post(&format!("{account}/resume"), &json!({})).await.expect(200);
        assert_eq!(resumed["state"], "free");
        app.run_due_work().await;
        assert_eq!(app.story(held).await.deployment.status.as_str(), "SUCCESS");
        let trail = app.client.get("/api/v1/events?subject=accounts/meta/1234567890").await.expect(200);
        let kinds: Vec<&str> = trail.as_array().unwrap().iter().map(|event| event["type"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["account.resumed", "account.paused"]);
    }

    async fn a_paused_platform_holds_all_its_accounts(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.client.post("/api/v1/accounts/Meta/*/pause", &json!({})).await.expect(200);
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Held").await;
        app.deploy(ticket.id).await;
        app.run_due_work().await;
        assert!(app.object_names().is_empty());
        let accounts = app.client.get("/api/v1/accounts").await.expect(200);
        let accounts: Vec<(&str, &str, bool, bool)> = accounts.as_array().unwrap().iter().map(|account| {
            let (id, state) = (account["account_id"].as_str().unwrap(), account["state"].as_str().unwrap());
            (id, state, account["paused"].is_object(), account["platform_paused"].is_object())
        }).collect();
        assert_eq!(accounts, [("*", "paused", true, false), ("1234567890", "paused", false, true)]);
        let resumed = app.client.post("/api/v1/accounts/meta/77/resume", &json!({})).await.expect(200);
        assert_eq!(resumed["state"], "paused", "as long as its platform is: {resumed}");
        app.client.post("/api/v1/accounts/meta/*/resume", &json!({})).await.expect(200);
        app.run_due_work().await;
        assert_eq!(app.object_names(), [ticket.name]);
    }

    async fn an_account_is_parked_while_its_platform_is(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Dark").await;
        app.deploy(ticket.id).await;
        let free = app.ready_ticket(&catalog, PlatformId::Tiktok, "Free").await;
        app.deploy(free.id).await;
        let park = |account: &str, seconds: u64, message: &str| Park {
            account: AccountRef { platform: PlatformId::Meta, account_id: account.to_owned() },
            reason: ParkReason::Throttled,
            said: Some(Duration::from_secs(seconds)),
            message: message.to_owned(),
        };
        let mut own = Value::Null;
        for parked in [park("*", 60, "Out of reach"), park("1234567890", 30, "Too many calls")] {
            let tx = app.database.store.begin().await.unwrap();
            let (opened, _) = Breaker::opened(None, &parked, &RetryPolicy::default(), app.clock.now());
            assert!(store::accounts::insert(&tx, &opened).await.unwrap());
            tx.commit().await.unwrap();
            let accounts = app.client.get("/api/v1/accounts").await.expect(200);
            let find = |field: &str, value: &str| {
                accounts.as_array().unwrap().iter().find(|one| one[field] == value).unwrap().clone()
            };
            let (whole, account) = (find("account_id", "*"), find("account_id", "1234567890"));
            assert_eq!((&whole["state"], &whole["platform_parked"]), (&json!("parked"), &Value::Null));
            assert_eq!((&account["state"], &account["active_deployments"]), (&json!("parked"), &json!(1)));
            assert_eq!((&account["parked"]["message"], &account["platform_parked"]), (&own, &whole["parked"]));
            assert_eq!(account["platform_parked"]["message"], "Out of reach");
            let other = find("platform", "tiktok");
            assert_eq!((&other["state"], &other["platform_parked"]), (&json!("free"), &Value::Null));
            own = json!("Too many calls");
        }
        let idle = app.client.post("/api/v1/accounts/meta/77/release", &json!({})).await.expect(200);
        assert_eq!((&idle["state"], &idle["parked"]), (&json!("parked"), &Value::Null));
        let whole = app.client.post("/api/v1/accounts/meta/*/release", &json!({})).await.expect(200);
        assert_eq!(whole["state"], "free");
        let accounts = app.client.get("/api/v1/accounts").await.expect(200);
        assert_eq!((&accounts[0]["state"], &accounts[0]["parked"]["message"]), (&json!("parked"), &own));
    }

    async fn an_operator_releases_a_parked_account(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        app.sandbox.set_fault(Rule::new(FaultKind::ExpiredToken).times(1)).unwrap();
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Token").await;
        let id = app.deploy(ticket.id).await;
        app.run_due_work().await;
        let parked = app.client.get("/api/v1/accounts").await.expect(200);
        assert_eq!((&parked[0]["state"], &parked[0]["parked"]["reason"]), (&json!("parked"), &json!("unauthorized")));
        assert_eq!(overview(&app).await["parked_accounts"], 1);
        app.client.post("/api/v1/accounts/meta/1234567890/release", &json!({})).await.expect(200);
        app.run_due_work().await;
        assert_eq!(app.story(id).await.deployment.status.as_str(), "SUCCESS", "at once, without waiting");
    }

    async fn all_failures_that_match_are_tried_again(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let mut refusal = Rule::new(FaultKind::BadRequest);
        refusal.message = Some("The page is not published".into());
        app.sandbox.set_fault(refusal).unwrap();
        for number in 0..3 {
            let platform = if number == 2 { PlatformId::Tiktok } else { PlatformId::Meta };
            let ticket = app.ready_ticket(&catalog, platform, &format!("Page {number}")).await;
            app.deploy(ticket.id).await;
        }
        app.run_due_work().await;
        assert_eq!(overview(&app).await["by_status"]["FAILURE"], 3);
        app.sandbox.clear_faults();

        let retry = |body: Value| { let client = &app.client; async move { client.post("/api/v1/deployments/retry", &body).await.expect(202) } };
        let none = retry(json!({"reason": "no such thing"})).await;
        assert_eq!(none, json!({"answers": [], "remaining": 0}));
        let one = retry(json!({"platform": "meta", "reason": "NOT PUBLISHED", "limit": 1})).await;
        assert_eq!((one["answers"].as_array().unwrap().len(), &one["remaining"]), (1, &json!(1)));
        assert_eq!(one["answers"][0]["status"], "queued");
        let rest = retry(json!({})).await;
        assert_eq!(rest["answers"].as_array().unwrap().len(), 2, "the one in progress is not tried twice: {rest}");
        app.settle().await;
        assert_eq!(app.object_names().len(), 3);
        let counts = overview(&app).await;
        assert_eq!((&counts["by_status"]["SUCCESS"], &counts["by_status"]["FAILURE"]), (&json!(3), &json!(3)));
        assert_eq!(retry(json!({})).await["answers"], json!([]));
        let meta = app.client.get("/api/v1/deployments/overview?platform=meta").await.expect(200);
        assert_eq!(meta["by_status"]["SUCCESS"], 2);
    }

    async fn a_reason_is_found_in_any_case(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (number, message) in ["Nicht verfügbar", "NICHT VERFÜGBAR", "Not available"].into_iter().enumerate() {
            let mut refusal = Rule::new(FaultKind::BadRequest).times(1);
            refusal.message = Some(message.into());
            app.sandbox.set_fault(refusal).unwrap();
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Page {number}")).await;
            app.deploy(ticket.id).await;
            app.run_due_work().await;
        }
        let body = json!({"reason": "nicht Verfügbar", "limit": 1});
        let first = app.client.post("/api/v1/deployments/retry", &body).await.expect(202);
        assert_eq!((first["answers"].as_array().unwrap().len(), &first["remaining"]), (1, &json!(1)));
        let rest = app.client.post("/api/v1/deployments/retry", &json!({"reason": "VERFÜ"})).await.expect(202);
        assert_eq!((rest["answers"].as_array().unwrap().len(), &rest["remaining"]), (1, &json!(0)));
        app.run_due_work().await;
    }

    async fn history_shows_what_ended_when(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Early").await;
        app.deploy(ticket.id).await;
        app.clock.advance(Duration::from_secs(3));
        app.run_due_work().await;
        app.clock.advance(Duration::from_mins(10));
        let spans = app.client.get("/api/v1/deployments/history?minutes=60&spans=6").await.expect(200);
        let spans = spans.as_array().unwrap();
        assert!(spans.len() >= 6, "{spans:?}");
        let ended: Vec<&Value> = spans.iter().filter(|span| span["succeeded"] == 1).collect();
        assert_eq!((ended.len(), &ended[0]["failed"], &ended[0]["mean_duration_ms"]), (1, &json!(0), &json!(3000)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_in_a_sentence() {
    let app = TestApp::on(testkit::TestDatabase::sqlite().await).await;
    app.client.post("/api/v1/accounts/myspace/1/pause", &json!({})).await.expect_problem(404);
    app.client.post("/api/v1/accounts/meta/%20/pause", &json!({})).await.expect_problem(404);
    app.client.post("/api/v1/accounts/meta/1/pause", &json!({"reason": "x".repeat(501)})).await.expect_problem(422);
    for wrong in
        [json!({"platform": "myspace"}), json!({"since": "yesterday"}), json!({"limit": 0}), json!({"acount": "1"})]
    {
        let problem = app.client.post("/api/v1/deployments/retry", &wrong).await.expect_problem(422);
        assert_eq!(problem["errors"].as_array().unwrap().len(), 1, "{problem}");
    }
    app.client.get("/api/v1/deployments/history?minutes=0").await.expect_problem(422);
    let unknown = "/api/v1/deployments/0198c0de-0000-7000-8000-00000000dead/retry";
    app.client.post(unknown, &json!({})).await.expect_problem(404);
}

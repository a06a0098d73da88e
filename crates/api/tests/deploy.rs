//! Deployments over HTTP: from `POST /deploy` to the id that was written back, and all refusals in between.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::collections::BTreeSet;

use domain::{PlatformId, Ticket};
use sandbox::{FaultKind, Rule};
use serde_json::{Value, json};
use testkit::{TOKEN, TestApp, on_both_databases, smallest_config};

const NOBODY: &str = "0198c0de-0000-7000-8000-00000000dead";

fn path(ticket: &Ticket) -> String {
    format!("/api/v1/tickets/{}", ticket.id)
}

async fn deploy(app: &TestApp, ticket: &Ticket) -> Value {
    app.client.post("/api/v1/deploy", &json!({"ticket_id": ticket.id})).await.expect(202)
}

async fn task(app: &TestApp, accepted: &Value) -> Value {
    app.client.get(&format!("/api/v1/deploy/status/{}", accepted["task_id"].as_str().unwrap())).await.expect(200)
}

/// The whole life of a ticket, through HTTP alone.
async fn whole_life(app: &TestApp, draft: &Ticket, platform: PlatformId) {
    let refused = app.client.post("/api/v1/deploy", &json!({"ticket_id": draft.id})).await.expect_problem(400);
    assert!(refused["detail"].as_str().unwrap().contains("is DRAFT"), "{refused}");
    let ready = app.client.put(&path(draft), &json!({"status": "QA_TESTING"})).await.expect(200);
    assert_eq!((&ready["status"], &ready["qa_failure_reason"]), (&json!("READY_FOR_API"), &Value::Null));

    let preview = app.client.get(&format!("{}/preview", path(draft))).await;
    assert!(!preview.text().contains(TOKEN), "secrets are redacted");
    let preview = preview.expect(200);
    assert_eq!((&preview["faults"], &preview["sandbox"]), (&json!([]), &json!(true)));
    let request = &preview["requests"][0];
    assert_eq!((&request["method"], &request["name"]), (&json!("POST"), &json!(draft.name)));

    assert!(request["body"].to_string().contains(&draft.name), "{request}");

    let accepted = deploy(app, draft).await;
    let name = platform.display_name();
    assert_eq!(
        accepted,
        json!({
            "task_id": accepted["task_id"], "ticket_id": draft.id, "status": "queued",
            "message": format!("Deployment queued for platform: {name}"),
        })
    );
    let queued = task(app, &accepted).await;
    assert_eq!((&queued["status"], &queued["attempt"]), (&json!("PENDING"), &json!(0)));
    assert!(queued["next_attempt_at"].is_string() && queued.get("result").is_none(), "{queued}");

    app.run_due_work().await;
    let ticket = app.client.get(&path(draft)).await.expect(200);
    assert_eq!(ticket["status"], "TRAFFICKED_SUCCESS");
    let object = app.sandbox.objects().into_iter().find(|object| object.name == draft.name).unwrap();
    assert_eq!(ticket["external_platform_id"], object.id.as_str());
    let ended = task(app, &accepted).await;
    assert_eq!(
        (&ended["task_id"], &ended["status"], &ended["error"]),
        (&accepted["task_id"], &json!("SUCCESS"), &Value::Null)
    );
    assert_eq!(
        ended["result"],
        json!({
            "status": "success", "ticket_id": draft.id, "external_platform_id": object.id, "platform": name,
        })
    );
    assert_eq!((&ended["attempt"], &ended["next_attempt_at"]), (&json!(1), &Value::Null));
    assert_eq!((&ended["steps"][0]["state"], &ended["steps"][0]["external_id"]), (&json!("DONE"), &json!(object.id)));
    let outcomes: Vec<&Value> =
        ended["attempts"].as_array().unwrap().iter().map(|attempt| &attempt["outcome"]).collect();
    assert_eq!(outcomes, ["done", "agrees"], "created, and read back");
    assert_eq!(ended["steps"][0]["read_back"], json!({"outcome": "agrees", "reason": null, "differences": []}));
    assert!(!ended["events"].as_array().unwrap().is_empty());
    assert!(!ended.to_string().contains(TOKEN));
    let sent = app.sandbox.requests().into_iter().rfind(|request| request.method == "POST").unwrap();
    assert!(
        request["url"].as_str().unwrap().ends_with(&sent.path),
        "the preview is what was sent: {request} {}",
        sent.path
    );
    app.client.post("/api/v1/deploy", &json!({"ticket_id": draft.id})).await.expect_problem(400);
    app.client.delete(&path(draft)).await.expect_problem(409);
}

on_both_databases! {
    async fn from_draft_to_the_platform(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let meta = app.draft(&catalog, PlatformId::Meta, "Moana Launch!", smallest_config(PlatformId::Meta)).await;
        let tiktok = json!({
            "campaign_id": meta.campaign_id, "channel_id": catalog.tiktok.id, "request_type": "CREATE_CAMPAIGN",
            "payload_config": smallest_config(PlatformId::Tiktok),
        });
        let tiktok = app.client.post("/api/v1/tickets", &tiktok).await.expect(201);
        let tiktok = app.app.ticket(tiktok["id"].as_str().unwrap().parse().unwrap()).await.unwrap();
        whole_life(&app, &meta, PlatformId::Meta).await;
        whole_life(&app, &tiktok, PlatformId::Tiktok).await;
        assert_eq!(app.object_names(), ["DIS_US_META_2026_MoanaLaunch", "DIS_US_TIKTOK_2026_MoanaLaunch"]);
    }

    async fn the_preview_says_what_qa_would_find(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let mut config = smallest_config(PlatformId::Meta);
        config.insert("daily_budget".into(), json!("150000.00"));
        let ticket = app.draft(&catalog, PlatformId::Meta, "Moana", config).await;
        let preview = app.client.get(&format!("{}/preview", path(&ticket))).await.expect(200);
        assert!(preview["findings"].to_string().contains("budget-daily-limit"), "{preview}");
        let still = app.client.get(&path(&ticket)).await.expect(200);
        assert_eq!((&still["status"], &still["qa_findings"]), (&json!("DRAFT"), &json!([])), "nothing is written down");
        let judged = app.client.put(&path(&ticket), &json!({"status": "QA_TESTING"})).await.expect(200);
        assert_eq!((&judged["status"], &judged["qa_findings"]), (&json!("QA_FAILED"), &preview["findings"]));
    }

    async fn sixteen_clicks_are_one_deployment(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        let mut clicks = tokio::task::JoinSet::new();
        for _ in 0..16 {
            let (client, body) = (app.client.clone(), json!({"ticket_id": ticket.id}));
            clicks.spawn(async move { client.post("/api/v1/deploy", &body).await.expect(202)["task_id"].to_string() });
        }
        let tasks: BTreeSet<String> = clicks.join_all().await.into_iter().collect();
        assert_eq!(tasks.len(), 1, "{tasks:?}");
        app.run_due_work().await;
        assert_eq!(app.object_names(), [ticket.name]);
        let list = app.client.get("/api/v1/deployments").await;
        assert_eq!(list.header("x-total-count"), "1");
    }

    async fn while_it_is_deployed_nothing_of_it_changes(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        deploy(&app, &ticket).await;
        for body in [json!({"variant": "B"}), json!({"payload_config": {}}), json!({"status": "QA_TESTING"}), json!({"status": "DRAFT"})] {
            let problem = app.client.put(&path(&ticket), &body).await.expect_problem(409);
            assert!(problem["detail"].as_str().unwrap().contains("being deployed"), "{problem}");
        }
        app.client.delete(&path(&ticket)).await.expect_problem(409);
        let campaign = format!("/api/v1/campaigns/{}", ticket.campaign_id);
        app.client.put(&campaign, &json!({"budget": "60000.00"})).await.expect_problem(409);
        app.run_due_work().await;
        assert_eq!(app.object_names(), [ticket.name]);
    }

    async fn a_deployment_is_cancelled_before_anything_was_sent(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Tiktok, "Moana").await;
        let accepted = deploy(&app, &ticket).await;
        let cancel = format!("/api/v1/deployments/{}/cancel", accepted["task_id"].as_str().unwrap());
        assert_eq!(app.client.post(&cancel, &json!({})).await.expect(200)["status"], "REVOKED");
        let problem = app.client.post(&cancel, &json!({})).await.expect_problem(409);
        assert!(problem["detail"].as_str().unwrap().contains("REVOKED"), "{problem}");
        app.run_due_work().await;
        assert!(app.object_names().is_empty());
        assert_eq!(app.client.get(&path(&ticket)).await.expect(200)["status"], "READY_FOR_API");

        let again = deploy(&app, &ticket).await;
        assert_ne!(again["task_id"], accepted["task_id"], "a cancelled deployment is not taken up again");
        app.sandbox.set_fault(Rule::new(FaultKind::ServerError).times(1)).unwrap();
        app.run_due_work().await;
        assert_eq!(task(&app, &again).await["status"], "RETRY");
        let cancel = format!("/api/v1/deployments/{}/cancel", again["task_id"].as_str().unwrap());
        app.client.post(&cancel, &json!({})).await.expect_problem(409);
        app.settle().await;
        assert_eq!(app.object_names(), [ticket.name]);
    }

    async fn many_at_once_each_with_its_answer(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let meta = app.ready_ticket(&catalog, PlatformId::Meta, "One").await;
        let tiktok = app.ready_ticket(&catalog, PlatformId::Tiktok, "Two").await;
        let draft = app.draft(&catalog, PlatformId::Meta, "Three", smallest_config(PlatformId::Meta)).await;
        let ids = json!({"ticket_ids": [meta.id, draft.id, NOBODY, tiktok.id, meta.id]});
        let answers = app.client.post("/api/v1/deploy/bulk", &ids).await.expect(202);
        let answers = answers.as_array().unwrap();
        let told: Vec<_> = answers.iter().map(|one| (one["status"].as_str().unwrap(), one["code"].as_i64())).collect();
        let refused = |code| ("refused", Some(code));
        assert_eq!(told, [("queued", None), refused(400), refused(404), ("queued", None), ("queued", None)]);
        assert_eq!(answers[0]["task_id"], answers[4]["task_id"]);
        assert_eq!(answers[2]["ticket_id"], NOBODY);
        app.run_due_work().await;
        assert_eq!(app.object_names(), [meta.name, tiktok.name]);
        for wrong in [json!([]), json!(vec![NOBODY; 10_001]), json!(["MOA"])] {
            app.client.post("/api/v1/deploy/bulk", &json!({"ticket_ids": wrong})).await.expect_problem(422);
        }
    }

    async fn a_failure_is_told_in_the_platforms_words(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        let mut refusal = Rule::new(FaultKind::BadRequest).times(1);
        refusal.message = Some("Objective is not available to you".into());
        app.sandbox.set_fault(refusal).unwrap();
        let accepted = deploy(&app, &ticket).await;
        app.run_due_work().await;
        let ended = task(&app, &accepted).await;
        assert_eq!((&ended["status"], ended.get("result")), (&json!("FAILURE"), None));
        assert!(ended["error"].as_str().unwrap().contains("Objective is not available to you"), "{ended}");
        assert_eq!(app.client.get(&path(&ticket)).await.expect(200)["status"], "FAILED");
    }

    async fn what_does_not_exist_is_not_found(database) {
        let app = TestApp::on(database).await;
        app.client.post("/api/v1/deploy", &json!({"ticket_id": NOBODY})).await.expect_problem(404);
        for path in ["deploy/status/", "deployments/", "tickets/"] {
            app.client.get(&format!("/api/v1/{path}{NOBODY}")).await.expect_problem(404);
        }
        app.client.post(&format!("/api/v1/deployments/{NOBODY}/cancel"), &json!({})).await.expect_problem(404);
    }
}

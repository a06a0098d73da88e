//! The board's requests: ready tickets that are being deployed, and the progress of their deployments.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::PlatformId;
use sandbox::{FaultKind, Rule};
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, smallest_config};

/// The names of a list of tickets, whose total must be their number.
async fn names(app: &TestApp, query: &str) -> Vec<String> {
    let answer = app.client.get(&format!("/api/v1/tickets?sort=name&{query}")).await;
    let total = answer.header("x-total-count").to_owned();
    let rows = answer.expect(200);
    let names: Vec<String> = rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().into()).collect();
    assert_eq!(total, names.len().to_string(), "{query}");
    names
}

/// A ticket's active deployment, which must be the same in the list and in the ticket.
async fn active(app: &TestApp, name: &str) -> Value {
    let listed = app.client.get(&format!("/api/v1/tickets?name={name}")).await.expect(200)[0].clone();
    let path = format!("/api/v1/tickets/{}", listed["id"].as_str().unwrap());
    assert_eq!(app.client.get(&path).await.expect(200), listed);
    listed["active_deployment"].clone()
}

on_both_databases! {
    async fn the_ready_and_those_under_way_are_told_apart(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let idle = app.ready_ticket(&catalog, PlatformId::Meta, "Idle").await;
        let busy = app.ready_ticket(&catalog, PlatformId::Meta, "Busy").await;
        let draft = app.draft(&catalog, PlatformId::Tiktok, "Draft", smallest_config(PlatformId::Tiktok)).await;
        let task = app.deploy(busy.id).await;

        assert_eq!(names(&app, "deploying=true").await, [busy.name.as_str()]);
        assert_eq!(names(&app, "deploying=false").await, [idle.name.as_str(), draft.name.as_str()]);
        assert_eq!(names(&app, "deploying=false&status=READY_FOR_API").await, [idle.name.as_str()]);
        assert!(names(&app, "deploying=true&search=idle").await.is_empty());
        let shown = active(&app, &busy.name).await;
        assert_eq!((&shown["id"], &shown["status"], &shown["attempt"]), (&json!(task), &json!("PENDING"), &json!(0)));
        let whole = app.client.get(&format!("/api/v1/deployments/{task}")).await.expect(200);
        for field in shown.as_object().unwrap().keys() {
            assert_eq!(shown[field], whole[field], "{field}");
        }
        for other in [&idle.name, &draft.name] {
            assert_eq!(active(&app, other).await, Value::Null);
        }

        app.sandbox.set_fault(Rule::new(FaultKind::ServerError).times(1)).unwrap();
        app.run_due_work().await;
        let waits = active(&app, &busy.name).await;
        assert_eq!((&waits["id"], &waits["status"], &waits["attempt"]), (&json!(task), &json!("RETRY"), &json!(1)));
        assert!(waits["error"].is_string() && waits["next_attempt_at"].is_string(), "{waits}");

        app.settle().await;
        assert_eq!(active(&app, &busy.name).await, Value::Null, "it has ended");
        assert!(names(&app, "deploying=true").await.is_empty());
        app.client.get("/api/v1/tickets?deploying=perhaps").await.expect_problem(422);
    }

    async fn what_changed_just_now_is_not_under_way(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.draft(&catalog, PlatformId::Meta, "Moana", smallest_config(PlatformId::Meta)).await;
        let path = format!("/api/v1/tickets/{}", ticket.id);
        let ready = app.client.put(&path, &json!({"status": "QA_TESTING"})).await.expect(200);
        assert_eq!((&ready["status"], &ready["active_deployment"]), (&json!("READY_FOR_API"), &Value::Null));
        app.deploy(ticket.id).await;
        app.client.put(&path, &json!({"status": "DRAFT"})).await.expect_problem(409);
    }
}

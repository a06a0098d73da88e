//! The rules of the house: an invalid policy is refused and changes nothing.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use axum::http::Method;
use serde_json::json;
use testkit::{TestApp, on_both_databases};

on_both_databases! {
    async fn a_policy_of_the_wrong_shape_changes_nothing(database) {
        let app = TestApp::on(database).await;
        let strict = json!({"rules": {"flight": "off"}, "budget_limits": {"daily": "5.00"}, "blocklists": {"meta": {}}});
        app.client.put("/api/v1/qa/policy", &strict).await.expect(200);
        let before = app.client.get("/api/v1/qa/policy").await;
        // Rust reads a list as a structure, field by field; for people an empty list is no policy.
        for body in [
            json!([]), json!({"budget_limits": []}), json!({"budget_limits": ["1", "2"]}), json!({"blocklists": {"meta": []}}),
            json!({"blocklists": {"meta": {"interests": [["6003107902433", "Beer"]]}}}), json!({"rules": []}),
            json!({"rules": {"flight": "maybe"}}), json!({"rules": {"flihgt": "off"}}), json!({"blocklists": {"meat": {}}}),
            json!({"budget_limits": {"daily": "-1"}}), json!({"rulez": {}}), json!({"rules": null}),
        ] {
            let problem = app.client.put("/api/v1/qa/policy", &body).await.expect_problem(422);
            assert!(!problem["errors"].as_array().unwrap().is_empty(), "{body}: {problem}");
        }
        let after = app.client.get("/api/v1/qa/policy").await;
        assert_eq!((after.header("etag"), after.json()), (before.header("etag"), before.json()));
    }

    async fn what_is_left_out_takes_its_default(database) {
        let app = TestApp::on(database).await;
        let usual = app.client.get("/api/v1/qa/policy").await;
        assert_eq!(usual.header("etag"), "\"0\"", "never changed");
        let change = json!({"blocklists": {"meta": {"interests": [{"name": "beer"}]}}});
        let stale = [("if-match", "\"7\"")];
        app.client.request(Method::PUT, "/api/v1/qa/policy", Some(&change), &stale).await.expect_problem(412);
        let changed = app.client.put("/api/v1/qa/policy", &change).await;
        assert_eq!(changed.header("etag"), "\"1\"");
        let (changed, usual) = (changed.expect(200), usual.json());
        assert_eq!(changed["blocklists"]["meta"]["interests"], json!([{"name": "beer"}]));
        for pointer in ["/rules", "/budget_limits", "/blocklists/tiktok"] {
            assert_eq!(changed.pointer(pointer), usual.pointer(pointer), "{pointer}");
        }
        assert_eq!(app.client.get("/api/v1/qa/policy").await.expect(200), changed);
    }
}

//! The usage of campaigns by tickets, many campaigns at once; and the campaign and channel in events.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use domain::PlatformId;
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, smallest_config, tester, tree_config};

fn usage_of(usages: &Value, campaign: impl std::fmt::Display) -> Value {
    let campaign = campaign.to_string();
    usages.as_array().unwrap().iter().find(|usage| usage["campaign_id"] == campaign.as_str()).cloned().unwrap()
}

on_both_databases! {
    async fn many_campaigns_tell_what_their_tickets_use(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let tree = app.draft(&catalog, PlatformId::Tiktok, "Tree", tree_config(PlatformId::Tiktok, 2, 1)).await;
        let planned = app.app.ticket(tree.id).await.unwrap().planned.unwrap();
        let bare = app.draft(&catalog, PlatformId::Meta, "Bare", smallest_config(PlatformId::Meta)).await;
        app.ready_ticket(&catalog, PlatformId::Meta, "Of nobody's interest").await;
        let campaign = json!({"campaign_name": "Empty", "brand_id": catalog.brand.id, "market_id": catalog.market.id, "budget": "1", "currency": "EUR"});
        let empty = app.client.post("/api/v1/campaigns", &campaign).await.expect(201)["id"].as_str().unwrap().to_owned();

        // A second one of the tree's campaign, on another channel; and a change, which plans nothing.
        let second = json!({"campaign_id": tree.campaign_id, "channel_id": catalog.meta.id, "request_type": "CREATE_CAMPAIGN",
            "payload_config": {"objective": "OUTCOME_TRAFFIC", "special_ad_categories": [], "lifetime_budget": "100.50",
                "start_time": "2026-12-01T00:00:00Z", "end_time": "2026-12-31T00:00:00Z"}});
        let second = app.client.post("/api/v1/tickets", &second).await.expect(201);
        let more = domain::Money::parse(second["planned_budget"].as_str().unwrap(), planned.currency).unwrap();
        let pause = json!({"campaign_id": tree.campaign_id, "channel_id": catalog.meta.id, "request_type": "PAUSE", "payload_config": {}});
        app.client.post("/api/v1/tickets", &pause).await.expect(201);

        let unknown = "0198c0de-0000-7000-8000-00000000dead";
        let path = format!("/api/v1/campaigns/usage?ids={},{empty},{unknown},{},{empty}", tree.campaign_id, bare.campaign_id);
        let usages = app.client.get(&path).await.expect(200);
        assert_eq!(usages.as_array().unwrap().len(), 3, "{usages}");
        let sum = planned.checked_add(more).unwrap();
        let used = usage_of(&usages, tree.campaign_id);
        assert_eq!((used["planned"].as_str().unwrap(), &used["currency"]), (sum.to_decimal().as_str(), &json!("USD")));
        let mut groups = used["tickets"].as_array().unwrap().clone();
        groups.sort_by_key(|group| group["count"].as_u64());
        assert_eq!(groups, [
            json!({"channel_id": catalog.tiktok.id, "status": "DRAFT", "count": 1}),
            json!({"channel_id": catalog.meta.id, "status": "DRAFT", "count": 2}),
        ]);
        let nothing = json!({"campaign_id": empty, "planned": null, "currency": "EUR", "tickets": []});
        assert_eq!(usage_of(&usages, &empty), nothing);
        assert_eq!(usage_of(&usages, bare.campaign_id)["planned"], Value::Null);

        // A ticket that QA refused still shows its cost.
        let ticket = format!("/api/v1/tickets/{}", second["id"].as_str().unwrap());
        app.client.put(&ticket, &json!({"status": "QA_TESTING"})).await.expect(200);
        app.client.put(&ticket, &json!({"status": "QA_FAILED", "qa_failure_reason": "Too dear"})).await.expect(200);
        let used = usage_of(&app.client.get(&path).await.expect(200), tree.campaign_id);
        assert_eq!(used["planned"].as_str(), Some(sum.to_decimal().as_str()));
        let failed = json!({"channel_id": catalog.meta.id, "status": "QA_FAILED", "count": 1});
        assert!(used["tickets"].as_array().unwrap().contains(&failed), "{used}");
    }

    async fn the_ids_are_checked(database) {
        let app = TestApp::on(database).await;
        let id = "0198c0de-0000-7000-8000-00000000dead";
        let many = |count: usize| (0..count).map(|index| format!("0198c0de-0000-7000-8000-{index:012}")).collect::<Vec<_>>().join(",");
        assert_eq!(app.client.get(&format!("/api/v1/campaigns/usage?ids={}", many(200))).await.expect(200), json!([]));
        for query in [String::new(), "?ids=".into(), "?ids=,".into(), format!("?ids={id},moana"), format!("?ids={}", many(201)), format!("?id={id}")] {
            app.client.get(&format!("/api/v1/campaigns/usage{query}")).await.expect_problem(422);
        }
    }

    async fn every_event_of_a_ticket_tells_where_it_belongs(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        let variant = json!({"variant": "B"});
        app.client.put(&format!("/api/v1/tickets/{}", ticket.id), &variant).await.expect(200);
        app.app.run_qa(&tester(), ticket.id).await.unwrap();
        // Sent back by the change of its campaign's budget.
        app.client.put(&format!("/api/v1/campaigns/{}", ticket.campaign_id), &json!({"budget": "7000"})).await.expect(200);
        app.client.delete(&format!("/api/v1/tickets/{}", ticket.id)).await.expect(204);
        let events = app.client.get(&format!("/api/v1/events?subject=tickets/{}", ticket.id)).await.expect(200);
        let events = events.as_array().unwrap();
        for kind in ["ticket.created", "ticket.changed", "ticket.status_changed", "ticket.deleted"] {
            assert!(events.iter().any(|event| event["type"] == kind), "no {kind}");
        }
        for event in events {
            let data = &event["data"];
            assert_eq!((&data["campaign_id"], &data["channel_id"]), (&json!(ticket.campaign_id), &json!(catalog.meta.id)), "{event}");
        }
    }
}

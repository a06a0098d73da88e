//! TikTok has two flows, and a setting chooses the one for new objects. Existing objects are changed, searched and
//! completed through the flow that made them, independent of the current setting.

use connectors::tiktok::{self, Flow};
use domain::{PlatformId, RequestType, Ticket, TicketStatus, deployment::DeploymentStatus};
use sandbox::{FaultKind, Rule};
use serde_json::{Value, json};
use testkit::{TestApp, on_both_databases, tester};

use super::{asked, change_of, config};

const FLOWS: [(Flow, Flow); 2] = [(Flow::Manual, Flow::SmartPlus), (Flow::SmartPlus, Flow::Manual)];

fn with_flow(app: &mut TestApp, flow: Flow) {
    app.restart_with(|settings| {
        for settings in settings.iter_mut().filter(|settings| settings.descriptor().id == PlatformId::Tiktok) {
            let common = settings.common().clone();
            *settings = Box::new(tiktok::Settings { campaign_flow: flow, ..tiktok::Settings::new(common) });
        }
    });
}

/// A tree that both flows accept.
fn tree(ads: usize) -> Value {
    let ad = json!({
        "ad_format": "SINGLE_VIDEO", "identity_type": "TT_USER", "identity_id": "id-1", "video_id": "v0001",
        "image_ids": ["img-1"], "ad_text": "Set sail", "landing_page_url": "https://example.com/moana",
        "call_to_action": "SHOP_NOW",
    });
    json!({
        "objective_type": "WEB_CONVERSIONS", "virtual_objective_type": "SALES", "sales_destination": "WEBSITE",
        "placements": ["PLACEMENT_TIKTOK"], "location_ids": ["6252001"],
        "schedule_start_time": "2026-12-01T00:00:00Z", "schedule_end_time": "2026-12-31T00:00:00Z",
        "budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET", "budget": "1000", "budget_optimize_on": true,
        "ad_groups": [{
            "promotion_type": "WEBSITE", "optimization_goal": "CONVERT", "billing_event": "OCPM",
            "pixel_id": "6800000000000000001", "optimization_event": "ON_WEB_ORDER", "ads": vec![ad; ads],
        }],
    })
}

async fn done(app: &TestApp, ticket: &Ticket) {
    let judged = app.app.run_qa(&tester(), ticket.id).await.unwrap();
    assert_eq!(judged.state.status(), TicketStatus::ReadyForApi, "{:?}", judged.findings);
    let id = app.deploy(ticket.id).await;
    app.settle().await;
    let story = app.story(id).await;
    assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
}

fn statuses(app: &TestApp) -> Vec<String> {
    let objects = app.sandbox.objects();
    objects.iter().filter(|object| object.parent_id.is_none()).map(|object| object.status.clone()).collect()
}

on_both_databases! {
    async fn a_stop_stops_what_the_other_flow_made(database) {
        let mut app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (made, today) in FLOWS {
            with_flow(&mut app, made);
            let ticket = app.ready_with(&catalog, PlatformId::Tiktok, &format!("Moana {made:?}"), config(tree(1))).await;
            app.deploy(ticket.id).await;
            app.settle().await;
            with_flow(&mut app, today);
            for (request, wanted, status) in [
                (RequestType::Resume, json!({}), "ENABLE"),
                (RequestType::UpdateBudget, json!({"budget": "1200"}), "ENABLE"),
                (RequestType::Pause, json!({}), "DISABLE"),
            ] {
                let change = change_of(&app, &ticket, request, wanted).await;
                done(&app, &change).await;
                assert_eq!(statuses(&app), [status], "{request:?} {made:?}");
            }
            let campaign = app.sandbox.objects().into_iter().find(|object| object.parent_id.is_none()).unwrap();
            assert_eq!(campaign.fields["budget"].to_string().trim_matches('"'), "1200", "{campaign:?}");
            app.sandbox.reset().unwrap();
        }
    }

    async fn a_deployment_under_way_is_looked_up_and_completed_where_it_was_made(database) {
        let mut app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (made, today) in FLOWS {
            with_flow(&mut app, made);
            let ticket = app.ready_with(&catalog, PlatformId::Tiktok, &format!("Moana {made:?}"), config(tree(2))).await;
            // The second ad is made, and its answer is lost; then somebody switches the flow.
            let mut rule = Rule::new(FaultKind::DropAfter).times(1);
            rule.name_contains = Some("Ad2".into());
            app.sandbox.set_fault(rule).unwrap();
            let id = app.deploy(ticket.id).await;
            app.run_due_work().await;
            with_flow(&mut app, today);
            app.settle().await;
            let story = app.story(id).await;
            assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
            let names = app.object_names();
            assert_eq!(names.len(), 4, "each once: {names:?}");
            let looked = asked(&app).into_iter().filter(|path| path.starts_with("GET") && path.contains("/ad/get/"));
            let expected = if made == Flow::Manual { "/open_api/v1.3/ad/get/" } else { "/open_api/v1.3/smart_plus/ad/get/" };
            assert!(looked.map(|path| path.replace("GET ", "")).all(|path| path == expected), "{:?}", asked(&app));
            app.sandbox.clear_faults();
            app.sandbox.reset().unwrap();
        }
    }

    async fn what_is_missing_after_a_failure_is_made_as_the_rest_was(database) {
        let mut app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (made, today) in FLOWS {
            with_flow(&mut app, made);
            let ticket = app.ready_with(&catalog, PlatformId::Tiktok, &format!("Moana {made:?}"), config(tree(1))).await;
            let mut refuses = Rule::new(FaultKind::BadRequest).times(1);
            refuses.name_contains = Some("AdGroup1".into());
            refuses.platform = Some(sandbox::Platform::Tiktok);
            app.sandbox.set_fault(refuses).unwrap();
            let id = app.deploy(ticket.id).await;
            app.settle().await;
            assert_eq!(app.story(id).await.deployment.status, DeploymentStatus::Failure);
            app.sandbox.clear_faults();
            with_flow(&mut app, today);
            done(&app, &ticket).await;
            let prefix = if made == Flow::Manual { "POST /open_api/v1.3/smart_plus" } else { "POST /open_api/v1.3/ad" };
            assert!(!asked(&app).iter().any(|path| path.starts_with(prefix)), "{:?}", asked(&app));
            assert_eq!(app.object_names().len(), 3);
            app.sandbox.reset().unwrap();
        }
    }
}

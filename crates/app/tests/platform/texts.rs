//! A planner's text is sent unchanged, even with double braces, and ids are filled in at references.

use domain::{
    PlatformId, TicketStatus,
    deployment::{DeploymentStatus, StepState},
};
use serde_json::{Value, json};
use testkit::{TestApp, TestDatabase, on_both_databases, tree_config};

use super::{BOTH, asked, change_of, config};

const LINK: &str = "https://example.com/moana?c={{campaign}}&k={{idempotency_key}}&a={{ad.id}}&n={{name}}";
const TEXT: &str = "Set sail {{name}} {{ad_1_1}} {{";
const TAGS: &str = "utm_campaign={{campaign.name}}&c={{campaign}}&id={{ad.id}}&x={{{ad}}}";
/// A text that is exactly like a marker.
const EXACT: &str = "{{campaign}}";

/// A tree whose texts are full of braces.
fn braces(platform: PlatformId) -> serde_json::Map<String, Value> {
    let mut wanted = Value::Object(tree_config(platform, 1, 2));
    if platform == PlatformId::Meta {
        let ads = wanted.pointer_mut("/ad_sets/0/ads").unwrap().as_array_mut().unwrap();
        ads[0]["creative"]["url_tags"] = json!(TAGS);
        ads[0]["creative"]["object_story_spec"]["link_data"]["link"] = json!(LINK);
        ads[0]["creative"]["object_story_spec"]["link_data"]["message"] = json!(TEXT);
        ads[1]["creative"]["object_story_spec"]["link_data"]["message"] = json!(EXACT);
    } else {
        let ads = wanted.pointer_mut("/ad_groups/0/ads").unwrap().as_array_mut().unwrap();
        ads[0]["landing_page_url"] = json!(LINK);
        ads[0]["ad_text"] = json!(TEXT);
        ads[1]["ad_text"] = json!(EXACT);
    }
    config(wanted)
}

/// The texts on the platform, in the order in which they were sent.
fn texts(app: &TestApp, platform: PlatformId) -> Vec<String> {
    let objects = app.sandbox.objects();
    let text = |pointer: &str| {
        let all = objects.iter().map(|object| Value::Object(object.fields.clone()));
        all.filter_map(|fields| fields.pointer(pointer)?.as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let pointers: &[&str] = if platform == PlatformId::Meta {
        &["/url_tags", "/object_story_spec/link_data/link", "/object_story_spec/link_data/message"]
    } else {
        &["/landing_page_url", "/ad_text"]
    };
    pointers.iter().flat_map(|pointer| text(pointer)).collect()
}

fn expected(platform: PlatformId) -> Vec<&'static str> {
    let plain = "https://example.com/moana";
    if platform == PlatformId::Meta { vec![TAGS, LINK, plain, TEXT, EXACT] } else { vec![LINK, plain, TEXT, EXACT] }
}

/// Changes the stored requests into those of a version without references. Its translator for Meta kept braces apart.
async fn stored_by_an_older_version(database: &TestDatabase) {
    let postgres = database.url.starts_with("postgres");
    let (text, back) = if postgres { ("request::text", "::jsonb") } else { ("request", "") };
    let braces = "{\u{2060}";
    let kept = format!(
        "replace(replace(replace({text}, '{TAGS}', '{}'), '{LINK}', '{}'), '{TEXT}', '{}')",
        TAGS.replace('{', braces),
        LINK.replace('{', braces),
        TEXT.replace('{', braces)
    );
    let without = if postgres { "request - 'references'" } else { "json_remove(request, '$.references')" };
    let sql = [
        format!("UPDATE deployment_steps SET request = ({kept}){back} WHERE {text} LIKE '%/act_%'"),
        format!("UPDATE deployment_steps SET request = {without}"),
    ];
    for statement in sql {
        database.store.execute_for_tests(&statement).await.unwrap();
    }
}

on_both_databases! {
    async fn braces_of_a_planner_go_out_byte_for_byte(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for platform in BOTH {
            let ticket = app.ready_with(&catalog, platform, &format!("Moana {platform}"), braces(platform)).await;
            let preview = app.client.get(&format!("/api/v1/tickets/{}/preview", ticket.id)).await.expect(200);
            let id = app.deploy(ticket.id).await;
            app.settle().await;
            let story = app.story(id).await;
            assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
            assert_eq!(texts(&app, platform), expected(platform));
            assert_eq!(story.ticket.findings.iter().filter(|finding| finding.code.starts_with("platform-")).count(), 0);

            // The preview lists the texts in braces that are filled in: those that were not sent unchanged.
            for (request, step) in preview["requests"].as_array().unwrap().iter().zip(&story.steps) {
                assert_eq!(request["body"], step.plan.request.body);
                let named: Vec<&str> =
                    request["references"].as_array().unwrap().iter().filter_map(|one| one["pointer"].as_str()).collect();
                let attempt = story.attempts.iter().find(|attempt| attempt.step == step.plan.key).unwrap();
                let mut sent = request["body"].clone();
                for pointer in &named {
                    *sent.pointer_mut(pointer).unwrap() = attempt.record.request.pointer(pointer).unwrap().clone();
                }
                assert_eq!(sent, attempt.record.request, "{}", step.plan.key);
                assert_eq!(named.is_empty(), platform == PlatformId::Meta && matches!(step.plan.key.as_str(), "campaign" | "creative_1_1" | "creative_1_2"));
            }
            app.sandbox.reset().unwrap();
        }
    }

    async fn a_deployment_of_an_older_version_goes_on(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for platform in BOTH {
            let wanted = if platform == PlatformId::Meta {
                braces(platform)
            } else {
                // There, an older version refused texts with braces, or sent others.
                tree_config(platform, 1, 2)
            };
            let ticket = app.ready_with(&catalog, platform, &format!("Moana {platform}"), wanted).await;
            let id = app.deploy(ticket.id).await;
            stored_by_an_older_version(&app.database).await;
            app.settle().await;
            let story = app.story(id).await;
            assert_eq!(story.deployment.status, DeploymentStatus::Success, "{:?}", story.deployment.error);
            assert_eq!(story.ticket.state.status(), TicketStatus::TraffickedSuccess);
            let objects = app.sandbox.objects();
            for object in &objects {
                let above = object.parent_id.as_deref();
                assert!(above.is_none_or(|above| objects.iter().any(|object| object.id == above)), "{object:?}");
            }
            if platform == PlatformId::Meta {
                // Older versions also filled in the one text that was exactly a marker.
                let campaign = story.ticket.state.external_id().unwrap().as_str();
                let mut wanted = expected(platform);
                wanted.pop();
                wanted.push(campaign);
                assert_eq!(texts(&app, platform), wanted);
            }
            app.sandbox.reset().unwrap();
        }
    }

    async fn what_is_wrong_on_our_side_is_no_answer_of_the_platform(database) {
        let mut app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.ready_with(&catalog, PlatformId::Tiktok, "Moana", tree_config(PlatformId::Tiktok, 1, 1)).await;
        let id = app.deploy(ticket.id).await;
        // An invalid id that an older version accepted.
        let bad = "UPDATE deployment_steps SET state = 'DONE', external_id = '../v26.0/act_999/users' WHERE step_key = 'campaign'";
        app.database.store.execute_for_tests(bad).await.unwrap();
        app.settle().await;
        let story = app.story(id).await;
        let error = story.deployment.error.unwrap();
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        assert!(error.starts_with("OmniTraffick could not go on") && error.contains("the id of campaign is none"), "{error}");
        assert!(!error.contains("TikTok refused"), "{error}");
        assert_eq!((story.ticket.state.status(), asked(&app)), (TicketStatus::Failed, vec![]));
        assert_eq!(story.steps[1].state, StepState::Planned, "it was not sent");

        let other = app.ready_ticket(&catalog, PlatformId::Meta, "Frozen").await;
        let id = app.deploy(other.id).await;
        app.restart_with(|settings| settings.retain(|settings| settings.descriptor().id != PlatformId::Meta));
        app.settle().await;
        let story = app.story(id).await;
        let error = story.deployment.error.unwrap();
        assert!(error.starts_with("OmniTraffick could not go on") && error.contains("no connector for Meta"), "{error}");
        assert_eq!((story.deployment.status, asked(&app)), (DeploymentStatus::Failure, vec![]));
    }

    async fn a_frozen_path_that_leads_elsewhere_is_not_called(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let made = app.ready_ticket(&catalog, PlatformId::Meta, "Moana").await;
        app.deploy(made.id).await;
        app.settle().await;
        let pause = change_of(&app, &made, domain::RequestType::Pause, json!({})).await;
        app.app.run_qa(&testkit::tester(), pause.id).await.unwrap();
        let id = app.deploy(pause.id).await;
        let before = asked(&app).len();
        let (text, back) = if app.database.url.starts_with("postgres") { ("request::text", "::jsonb") } else { ("request", "") };
        let path = made_path(&app, &made).await;
        let sql = format!(
            "UPDATE deployment_steps SET request = (replace({text}, '\"{path}\"', '\"/../v26.0/act_999/users?role=ADMIN\"')){back} WHERE step_key = 'update'"
        );
        app.database.store.execute_for_tests(&sql).await.unwrap();
        app.settle().await;
        let story = app.story(id).await;
        assert_eq!(story.deployment.status, DeploymentStatus::Failure);
        assert!(story.deployment.error.unwrap().contains("is no path that may be called"));
        assert_eq!(asked(&app).len(), before, "{:?}", asked(&app));
    }
}

async fn made_path(app: &TestApp, made: &domain::Ticket) -> String {
    let ticket = app.app.ticket(made.id).await.unwrap();
    format!("/{}", ticket.state.external_id().unwrap())
}

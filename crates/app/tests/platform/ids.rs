//! Ids are digits, through every entrance: other text is no id, and no part of an address.

use domain::{PlatformId, RequestType, TicketStatus, deployment::DeploymentStatus};
use serde_json::json;
use testkit::{TestApp, on_both_databases, tester};

use super::{BOTH, asked, change_of};

const EVIL: &str = "../v26.0/act_999/users?role=ADMIN&user=666";

on_both_databases! {
    async fn an_id_that_is_typed_by_hand_is_digits(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ticket = app.draft(&catalog, PlatformId::Meta, "Moana", testkit::smallest_config(PlatformId::Meta)).await;
        let path = format!("/api/v1/tickets/{}", ticket.id);
        let long = "9".repeat(65);
        for id in [EVIL, "1.20299E+17", "abc", "act_123", "123_456", "-5", "1,202,100", "１２０", "0", &long] {
            let body = json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": id});
            let problem = app.client.put(&path, &body).await.expect_problem(422);
            assert_eq!(problem["errors"][0]["pointer"], "/external_platform_id", "{problem}");
            assert!(problem["errors"][0].to_string().contains("1 to 64 digits"), "{problem}");
        }
        assert_eq!(app.client.get(&path).await.expect(200)["status"], "DRAFT");
        let body = json!({"status": "TRAFFICKED_SUCCESS", "external_platform_id": " 120210000000000001 "});
        assert_eq!(app.client.put(&path, &body).await.expect(200)["external_platform_id"], "120210000000000001");
    }

    async fn an_id_that_an_older_version_took_is_shown_and_never_sent(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for platform in BOTH {
            let made = app.ready_ticket(&catalog, platform, &format!("Moana {platform}")).await;
            app.deploy(made.id).await;
            app.settle().await;
            let by_hand = format!("UPDATE tickets SET external_platform_id = '{EVIL}' WHERE name = '{}'", made.name);
            app.database.store.execute_for_tests(&by_hand).await.unwrap();
            let before = asked(&app).len();

            let shown = app.client.get(&format!("/api/v1/tickets/{}", made.id)).await.expect(200);
            assert_eq!(shown["external_platform_id"], EVIL, "one odd row fails nothing");
            let named = json!({"target_ticket_id": made.id.to_string()});
            for wanted in [json!({}), named] {
                let pause = change_of(&app, &made, RequestType::Pause, wanted).await;
                let judged = app.app.run_qa(&tester(), pause.id).await.unwrap();
                assert_eq!(judged.state.status(), TicketStatus::QaFailed);
                let finding = judged.findings.iter().find(|finding| finding.message.contains("as its id")).unwrap();
                assert_eq!(finding.pointer, "/payload_config/target_ticket_id");
            }
            assert_eq!(asked(&app).len(), before);
        }
    }

    async fn an_account_is_digits(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for (platform, field) in [(PlatformId::Meta, "ad_account_id"), (PlatformId::Tiktok, "advertiser_id")] {
            for account in ["1/../../me", "act_12?x=1", "abc", "１２０", ""] {
                let mut config = testkit::smallest_config(platform);
                config.insert(field.into(), json!(account));
                let draft = app.draft(&catalog, platform, &format!("M{}", uuid::Uuid::now_v7().simple()), config).await;
                let judged = app.app.run_qa(&tester(), draft.id).await.unwrap();
                assert_eq!(judged.state.status(), TicketStatus::QaFailed, "{account:?}");
                let pointer = format!("/payload_config/{field}");
                assert!(judged.findings.iter().any(|finding| finding.pointer == pointer), "{:?}", judged.findings);
            }
        }
        for account in ["abc", "1%2F..%2Fx", "act_act_1", "1?x"] {
            let path = format!("/api/v1/accounts/meta/{account}/pause");
            app.client.post(&path, &json!({"reason": "x"})).await.expect_problem(404);
        }
    }

    async fn a_target_of_an_account_that_is_none_is_not_called(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let made = app.ready_ticket(&catalog, PlatformId::Tiktok, "Moana").await;
        let id = app.deploy(made.id).await;
        app.settle().await;
        assert_eq!(app.story(id).await.deployment.status, DeploymentStatus::Success);
        let odd = "UPDATE deployments SET account_id = '7/x'";
        app.database.store.execute_for_tests(odd).await.unwrap();
        let pause = change_of(&app, &made, RequestType::Pause, json!({})).await;
        let judged = app.app.run_qa(&tester(), pause.id).await.unwrap();
        assert!(judged.findings.iter().any(|finding| finding.message.contains("as its ad account")), "{:?}", judged.findings);
    }
}

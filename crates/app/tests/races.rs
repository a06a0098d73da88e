//! Edits that cross the acceptance of a deployment: one of the two is refused, and every accepted deployment ends.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use app::{CampaignChange, TicketChange};
use domain::{PlatformId, TicketStatus};
use testkit::{TestApp, on_both_databases, smallest_config, tester};

const ROUNDS: usize = 25;

on_both_databases! {
    async fn a_ticket_is_either_edited_or_deployed(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for round in 0..ROUNDS {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Edit {round}")).await;
            let mut config = smallest_config(PlatformId::Meta);
            config.insert("objective".into(), "OUTCOME_LEADS".into());
            let edit = TicketChange { payload_config: Some(config), ..TicketChange::default() };
            let (who, other) = (tester(), app.app.clone());
            let editing = tokio::spawn(async move { other.change_ticket(&tester(), ticket.id, edit, None).await });
            let deployed = app.app.request_deployment(&who, ticket.id).await;
            let edited = editing.await.unwrap();
            assert!(edited.is_ok() != deployed.is_ok(), "round {round}: {edited:?} {deployed:?}");
        }
        app.settle().await;
    }

    async fn a_campaign_is_either_changed_or_its_ticket_deployed(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for round in 0..ROUNDS {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Budget {round}")).await;
            let change = CampaignChange { budget_micros: Some(60_000_000_000), ..CampaignChange::default() };
            let (who, other) = (tester(), app.app.clone());
            let changing =
                tokio::spawn(async move { other.change_campaign(&tester(), ticket.campaign_id, change, None).await });
            let deployed = app.app.request_deployment(&who, ticket.id).await;
            let changed = changing.await.unwrap();
            assert!(changed.is_ok() != deployed.is_ok(), "round {round}: {changed:?} {deployed:?}");
            let status = app.app.ticket(ticket.id).await.unwrap().state.status();
            let expected = if deployed.is_ok() { TicketStatus::ReadyForApi } else { TicketStatus::Draft };
            assert_eq!(status, expected, "round {round}");
        }
        app.settle().await;
    }

    async fn rules_change_beside_a_deployment_that_still_ends(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for round in 0..ROUNDS {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Rules {round}")).await;
            let (who, other) = (tester(), app.app.clone());
            let changing = tokio::spawn(async move {
                other.change_qa_policy(&tester(), domain::qa::Policy::default(), None).await
            });
            let deployed = app.app.request_deployment(&who, ticket.id).await;
            changing.await.unwrap().unwrap();
            let status = app.app.ticket(ticket.id).await.unwrap().state.status();
            let expected = if deployed.is_ok() { TicketStatus::ReadyForApi } else { TicketStatus::Draft };
            assert_eq!(status, expected, "round {round}: {deployed:?}");
        }
        app.settle().await;
    }
}

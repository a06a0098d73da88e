//! Edits that cross the acceptance of a deployment: one of the two is refused, and every accepted deployment ends.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use app::{CampaignChange, NewTicket, TicketChange};
use domain::{PlatformId, RequestType, TicketStatus};
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

    async fn tickets_that_race_through_qa_never_plan_more_than_the_campaign_has(database) {
        const RACERS: usize = 16;
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        for round in 0..5 {
            let first = app.draft(&catalog, PlatformId::Meta, &format!("Race {round}"), smallest_config(PlatformId::Meta)).await;
            let budget = app.app.campaign(first.campaign_id).await.unwrap().budget;
            let mut racers = Vec::new();
            for number in 0..RACERS {
                // The campaign has room for two of them.
                let micros = budget.micros / 5 * 2;
                let mut config = smallest_config(PlatformId::Meta);
                let new = NewTicket {
                    campaign_id: first.campaign_id,
                    channel_id: catalog.meta.id,
                    request_type: RequestType::CreateCampaign,
                    payload_config: config.clone(),
                    variant: Some(format!("V{number}")),
                };
                let ticket = app.app.create_ticket(&tester(), new).await.unwrap();
                let planned = domain::Money::of_micros(micros, budget.currency);
                config.insert("lifetime_budget".into(), planned.to_decimal().into());
                config.insert("stop_time".into(), "2026-12-31T00:00:00Z".into());
                racers.push((ticket.id, config));
            }
            let racing = racers.iter().cloned().map(|(id, config)| {
                let app = app.app.clone();
                tokio::spawn(async move {
                    let change = TicketChange {
                        payload_config: Some(config),
                        status: Some(TicketStatus::QaTesting),
                        ..TicketChange::default()
                    };
                    app.change_ticket(&tester(), id, change, None).await
                })
            });
            for racer in racing.collect::<Vec<_>>() {
                racer.await.unwrap().unwrap();
            }
            let mut ready = Vec::new();
            for (id, _) in &racers {
                let ticket = app.app.ticket(*id).await.unwrap();
                if ticket.state.status() == TicketStatus::ReadyForApi {
                    ready.push(ticket.planned.unwrap().micros);
                }
            }
            assert!(ready.iter().sum::<i64>() <= budget.micros, "round {round}: {ready:?} of {}", budget.micros);
            assert_eq!(ready.len(), 2, "round {round}: there was room for two");
        }
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

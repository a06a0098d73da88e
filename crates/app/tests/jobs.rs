//! Jobs: each item has its result, even if processes die, and nothing is deployed twice.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{collections::BTreeSet, time::Duration};

use app::{AppError, Bulk};
use domain::{
    JobId, PlatformId, TicketId,
    deployment::{DeploymentStatus, FailureFilter},
    job::{ItemState, JobKind, JobStatus, Refusal},
    list::{DeploymentFilter, EventFilter, ListQuery},
};
use sandbox::{FaultKind, Rule};
use testkit::{Catalog, TestApp, on_both_databases, tester};

const NO_TIME: Duration = Duration::ZERO;

async fn tickets(app: &TestApp, catalog: &Catalog, count: usize) -> Vec<TicketId> {
    let mut ids = Vec::new();
    for number in 0..count {
        ids.push(app.ready_ticket(catalog, PlatformId::Meta, &format!("Moana {number}")).await.id);
    }
    ids
}

async fn start(app: &TestApp, tickets: &[TicketId]) -> Bulk {
    app.app.start_job(&tester(), JobKind::Deploy, tickets, NO_TIME).await.unwrap()
}

async fn deployments(app: &TestApp) -> u64 {
    app.app.list_deployments(&DeploymentFilter::default(), &ListQuery::default()).await.unwrap().total
}

/// The states of all items, in order.
async fn states(app: &TestApp, job: JobId) -> Vec<ItemState> {
    let query = ListQuery { limit: 1000, ..ListQuery::default() };
    let page = app.app.list_job_items(job, vec![], &query).await.unwrap();
    page.items.into_iter().map(|view| view.item.state).collect()
}

async fn events_of(app: &TestApp, job: JobId) -> Vec<(String, serde_json::Value)> {
    let filter = EventFilter { subject: Some(format!("jobs/{job}")), ..EventFilter::default() };
    let mut events = app.app.newest_events(&filter, 100).await.unwrap();
    events.reverse();
    events.into_iter().map(|event| (event.kind, event.data)).collect()
}

on_both_databases! {
    async fn a_job_answers_at_once_and_then_for_each_ticket(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let mut ids = tickets(&app, &catalog, 3).await;
        let draft = app.draft(&catalog, PlatformId::Meta, "Draft", testkit::smallest_config(PlatformId::Meta)).await;
        let nobody: TicketId = "0198c0de-0000-7000-8000-00000000dead".parse().unwrap();
        ids.extend([draft.id, nobody, ids[0]]);
        let bulk = start(&app, &ids).await;
        assert_eq!((bulk.job.status, bulk.job.total, bulk.job.done()), (JobStatus::Running, 5, 0));
        assert!(bulk.items.iter().all(|item| item.state == ItemState::Waiting));
        assert_eq!(deployments(&app).await, 0);

        app.work_on_jobs().await;
        let job = app.app.job(bulk.job.id).await.unwrap();
        assert_eq!((job.status, job.accepted, job.refused, job.stopped()), (JobStatus::Done, 3, 2, 0));
        assert!(job.finished_at.is_some());
        let states = states(&app, job.id).await;
        let mut accepted = BTreeSet::new();
        for state in &states[..3] {
            let ItemState::Accepted { deployment, message } = state else { panic!("{state:?}") };
            assert_eq!(message, "Deployment queued for platform: Meta");
            accepted.insert(*deployment);
        }
        assert_eq!((accepted.len(), deployments(&app).await), (3, 3));
        let why = |state: &ItemState| match state {
            ItemState::Refused { refusal, .. } => Some(*refusal),
            _ => None,
        };
        assert_eq!((why(&states[3]), why(&states[4])), (Some(Refusal::NotReady), Some(Refusal::NotFound)));

        let refused = app.app.list_job_items(job.id, vec!["refused"], &ListQuery::default()).await.unwrap();
        let names: Vec<_> = refused.items.iter().map(|view| view.ticket_name.as_deref()).collect();
        assert_eq!(names, [Some(draft.name.as_str()), None]);
        let events = events_of(&app, job.id).await;
        let kinds: Vec<&str> = events.iter().map(|(kind, _)| kind.as_str()).collect();
        assert_eq!(kinds, ["job.accepted", "job.ended"]);
        assert_eq!(events[1].1["refused"], 2);
        assert!(!app.app.work_on_next_job(NO_TIME).await.unwrap(), "nothing is left");
        app.run_due_work().await;
    }

    async fn a_stop_keeps_what_was_not_done_yet(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 4).await;
        let job = start(&app, &ids).await.job;
        let stopped = app.app.stop_job(&tester(), job.id).await.unwrap();
        assert_eq!((stopped.status, stopped.stopped()), (JobStatus::Stopped, 4));
        assert_eq!(app.app.stop_job(&tester(), job.id).await.unwrap(), stopped, "twice is harmless");
        app.work_on_jobs().await;
        assert_eq!(states(&app, job.id).await, vec![ItemState::Stopped; 4]);
        assert_eq!(deployments(&app).await, 0);
        let kinds: Vec<String> = events_of(&app, job.id).await.into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, ["job.accepted", "job.ended"]);

        let done = start(&app, &ids[..1]).await.job;
        app.work_on_jobs().await;
        assert!(matches!(app.app.stop_job(&tester(), done.id).await, Err(AppError::Conflict(_))));
        let nobody: JobId = "0198c0de-0000-7000-8000-00000000dead".parse().unwrap();
        assert!(matches!(app.app.stop_job(&tester(), nobody).await, Err(AppError::NotFound(_))));
        app.run_due_work().await;
    }

    async fn a_job_is_stopped_while_it_is_worked_on(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 30).await;
        let job = start(&app, &ids).await.job;
        let working = { let app = app.app.clone(); tokio::spawn(async move { app.work_on_next_job(Duration::from_mins(1)).await }) };
        while app.app.job(job.id).await.unwrap().accepted == 0 {
            tokio::task::yield_now().await;
        }
        let stopped = app.app.stop_job(&tester(), job.id).await.unwrap();
        working.await.unwrap().unwrap();
        let after = app.app.job(job.id).await.unwrap();
        assert_eq!(after, stopped, "nothing is accepted behind a stop");
        assert_eq!(deployments(&app).await, u64::try_from(after.accepted).unwrap());
        let states = states(&app, job.id).await;
        let accepted = states.iter().filter(|state| matches!(state, ItemState::Accepted { .. })).count();
        assert_eq!((accepted, states.len() - accepted), (usize::try_from(after.accepted).unwrap(), usize::try_from(after.stopped()).unwrap()));
        app.run_due_work().await;
    }

    async fn a_long_job_tells_of_its_progress_and_keeps_its_claim(database) {
        let app = TestApp::on(database).await;
        let ids: Vec<TicketId> = (1..=600).map(|number| TicketId(uuid::Uuid::from_u128(number))).collect();
        let job = start(&app, &ids).await.job;
        let working = { let app = app.app.clone(); tokio::spawn(async move { app.work_on_next_job(Duration::from_mins(1)).await }) };
        // Together much longer than a claim lasts, but each time shorter.
        for done in [1, 50, 100] {
            while app.app.job(job.id).await.unwrap().done() < done {
                tokio::task::yield_now().await;
            }
            app.clock.advance(Duration::from_secs(10));
        }
        working.await.unwrap().unwrap();
        let ended = app.app.job(job.id).await.unwrap();
        assert_eq!((ended.status, ended.refused), (JobStatus::Done, 600));
        let events = events_of(&app, job.id).await;
        let told = events.iter().filter(|(kind, _)| kind == "job.progress");
        let progress: Vec<i64> = told.map(|(_, data)| data["refused"].as_i64().unwrap()).collect();
        assert!(!progress.is_empty() && progress.is_sorted() && progress.iter().all(|refused| *refused < 600), "{progress:?}");
    }

    async fn two_servers_race_for_one_job(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 40).await;
        let job = start(&app, &ids).await.job;
        let racers: Vec<_> = (0..4).map(|_| {
            let app = app.app.clone();
            tokio::spawn(async move {
                // Slices so short that the job is claimed many times.
                while app.job(job.id).await.unwrap().status == JobStatus::Running {
                    app.work_on_next_job(Duration::from_millis(3)).await.unwrap();
                }
            })
        }).collect();
        for racer in racers {
            racer.await.unwrap();
        }
        let job = app.app.job(job.id).await.unwrap();
        assert_eq!((job.status, job.accepted, job.refused), (JobStatus::Done, 40, 0));
        assert_eq!(deployments(&app).await, 40);
        app.run_due_work().await;
        assert_eq!(app.object_names().len(), 40);
    }

    async fn who_lost_the_claim_accepts_nothing_and_writes_nothing(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 20).await;
        let job = start(&app, &ids).await.job;
        let slow = { let app = app.app.clone(); tokio::spawn(async move { app.work_on_next_job(Duration::from_mins(1)).await }) };
        while app.app.job(job.id).await.unwrap().accepted == 0 {
            tokio::task::yield_now().await;
        }
        // The first step of the only process on a database.
        app.app.release_all_leases().await.unwrap();
        slow.await.unwrap().unwrap();
        app.work_on_jobs().await;
        let after = app.app.job(job.id).await.unwrap();
        assert_eq!((after.status, after.accepted), (JobStatus::Done, 20));
        assert_eq!(deployments(&app).await, 20);
        app.run_due_work().await;
    }

    async fn a_dead_process_s_job_waits_for_its_lease_only(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 5).await;
        let job = start(&app, &ids).await.job;
        let claimed = store::jobs::claim_next(app.app.store(), app.app.new_lease_token(), Duration::from_secs(15), app.app.now()).await.unwrap();
        assert_eq!(claimed.map(|job| job.id), Some(job.id));
        assert!(!app.app.work_on_next_job(NO_TIME).await.unwrap(), "another process has it");
        app.clock.advance(Duration::from_secs(16));
        app.work_on_jobs().await;
        assert_eq!(app.app.job(job.id).await.unwrap().status, JobStatus::Done);
        app.run_due_work().await;
    }

    async fn a_ticket_that_somebody_deployed_meanwhile_has_that_deployment(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 2).await;
        let job = start(&app, &ids).await.job;
        let by_hand = app.deploy(ids[0]).await;
        app.work_on_jobs().await;
        let states = states(&app, job.id).await;
        assert!(matches!(states[0], ItemState::Accepted { deployment, .. } if deployment == by_hand), "{states:?}");
        assert_eq!(deployments(&app).await, 2);
        app.run_due_work().await;
    }

    async fn failures_are_retried_by_a_job(database) {
        let app = TestApp::on(database).await;
        let catalog = app.catalog().await;
        let ids = tickets(&app, &catalog, 3).await;
        app.sandbox.set_fault(Rule::new(FaultKind::BadRequest).times(3)).unwrap();
        let job = start(&app, &ids).await.job;
        app.work_on_jobs().await;
        app.run_due_work().await;
        assert_eq!(app.app.job(job.id).await.unwrap().accepted, 3);
        let retried = app.app.retry_failed(&tester(), &FailureFilter::default(), 2, NO_TIME).await.unwrap();
        let bulk = retried.bulk.unwrap();
        assert_eq!((bulk.job.kind, bulk.job.total, retried.remaining), (JobKind::Retry, 2, 1));
        app.work_on_jobs().await;
        app.run_due_work().await;
        assert_eq!(app.app.job(bulk.job.id).await.unwrap().accepted, 2);
        let succeeded = DeploymentFilter { status: vec![DeploymentStatus::Success], ..DeploymentFilter::default() };
        assert_eq!(app.app.list_deployments(&succeeded, &ListQuery::default()).await.unwrap().total, 2);
        let none = FailureFilter { reason: Some("no such thing".into()), ..FailureFilter::default() };
        assert!(app.app.retry_failed(&tester(), &none, 2, NO_TIME).await.unwrap().bulk.is_none());
        app.app.retry_failed(&tester(), &FailureFilter::default(), 2, NO_TIME).await.unwrap();
        app.work_on_jobs().await;
        app.run_due_work().await;
        assert_eq!(app.object_names().len(), 3);
    }
}

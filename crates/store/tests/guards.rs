//! A decision that was made on what was read is written as a whole where that still holds, and not at all where it does not; on
//! both databases.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{sync::Arc, time::Duration};

use domain::{
    Event, EventId, PlatformId, Timestamp,
    deployment::{
        DeploymentStatus, Outcome, RetryPolicy, StepState,
        account::{Hold, Park, ParkReason},
        engine::{self, Answered, Breaker, Decision, Exchange, Input, Mode, Rules, Snapshot},
    },
    event::Actor,
    list::EventFilter,
    ticket::lifecycle::ExternalId,
};
use store::{
    Store, accounts,
    deployments::{self, Care, Commit},
    events, holds,
};
use testkit::{TestApp, on_both_databases, tester};
use uuid::Uuid;

fn event(now: Timestamp) -> Event {
    let (id, actor) = (EventId(Uuid::from_u128(7)), Actor::worker());
    Event { id, kind: "test.happened", subject: "tests/1".to_owned(), actor, time: now, data: serde_json::json!({}) }
}

/// The number of events of this file.
async fn told(store: &Store) -> u64 {
    let filter = EventFilter { kind: Some("test.happened".to_owned()), ..EventFilter::default() };
    events::total(store, &filter).await.unwrap()
}

/// Reads a deployment.
async fn read(store: &Store, id: domain::DeploymentId) -> Snapshot {
    let mut readings = deployments::snapshots(store, &[id], Care::Strict).await.unwrap();
    readings.snapshots.remove(&id).unwrap().unwrap()
}

fn decide(snapshot: &Snapshot, input: Input, now: Timestamp) -> Option<Decision> {
    let policy = RetryPolicy::default();
    engine::decide(snapshot, input, Rules { retry: &policy, lease: Duration::from_secs(45) }, now)
}

fn take_up(snapshot: &Snapshot, token: u128, now: Timestamp) -> Decision {
    decide(snapshot, Input::TakeUp { token: Uuid::from_u128(token) }, now).unwrap()
}

/// The platform has created the first object.
fn created(snapshot: &Snapshot, token: u128, now: Timestamp) -> Decision {
    let mut snapshot = snapshot.clone();
    // What a worker that does not know that its lease is lost believes.
    snapshot.deployment.status = DeploymentStatus::Started;
    snapshot.deployment.lease_token = Some(Uuid::from_u128(token));
    let answered = Answered {
        token: Uuid::from_u128(token),
        index: 0,
        mode: Mode::Send,
        took: Duration::from_millis(50),
        result: Exchange::Sent(Outcome::Done(ExternalId::new("123".to_owned()).unwrap())),
        read_back: None,
        usage: None,
        more_time: true,
        chance: 0.5,
    };
    decide(&snapshot, Input::Answered(Box::new(answered)), now).unwrap()
}

struct Stage {
    app: TestApp,
    now: Timestamp,
    id: domain::DeploymentId,
}

impl Stage {
    /// A deployment that was accepted.
    async fn set(database: testkit::TestDatabase) -> Self {
        let app = TestApp::on(database).await;
        let ticket = app.ready_ticket(&app.catalog().await, PlatformId::Meta, "As it was read").await;
        let deployment = app.deploy(ticket.id).await;
        let now = app.app.now();
        Self { app, now, id: deployment }
    }

    fn store(&self) -> &Store {
        self.app.app.store()
    }

    async fn read(&self) -> Snapshot {
        read(self.store(), self.id).await
    }

    /// Commits a decision, with an event of this file.
    async fn commit(&self, decision: Decision) -> bool {
        let commit = Commit { write: decision.write, attempts: Vec::new(), events: vec![event(self.now)] };
        deployments::commit(self.store(), &[commit]).await.pop().unwrap().unwrap()
    }

    async fn open_breaker(&self, snapshot: &Snapshot) {
        let park = Park {
            account: snapshot.deployment.account.clone(),
            reason: ParkReason::Throttled,
            said: Some(Duration::from_mins(1)),
            message: "slower".to_owned(),
        };
        let (opened, _) = Breaker::opened(None, &park, &RetryPolicy::default(), self.now);
        let tx = self.store().begin().await.unwrap();
        assert!(accounts::insert(&tx, &opened).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn pause(&self, snapshot: &Snapshot) {
        let (account, actor) = (snapshot.deployment.account.clone(), tester());
        let tx = self.store().begin().await.unwrap();
        holds::hold(&tx, &Hold { account, actor, reason: String::new(), held_at: self.now }).await.unwrap();
        tx.commit().await.unwrap();
    }
}

on_both_databases! {
    async fn a_deployment_is_taken_up_once(database) {
        let stage = Stage::set(database).await;
        let read = stage.read().await;
        assert!(stage.commit(take_up(&read, 1, stage.now)).await);
        let taken = stage.read().await;
        assert_eq!((taken.deployment.status, taken.deployment.attempt), (DeploymentStatus::Started, 1));
        assert_eq!(taken.deployment.lease_token, Some(Uuid::from_u128(1)));
        assert!(matches!(taken.steps[0].state, StepState::Sent { .. }));
        assert!(!stage.commit(take_up(&read, 2, stage.now)).await, "another worker has it");
        assert_eq!(told(stage.store()).await, 1, "what did not happen is not told of");
    }

    async fn what_was_driven_since_it_was_read_is_not_taken_up(database) {
        let stage = Stage::set(database).await;
        assert!(stage.commit(take_up(&stage.read().await, 1, stage.now)).await);
        // Another worker reads, and sleeps; meanwhile this one continues, and dies.
        let taken = stage.read().await;
        let (before, after) = (stage.now + Duration::from_secs(1), stage.now + Duration::from_mins(10));
        let mut renewal = take_up(&stage.read().await, 1, after);
        renewal.write.expects.deployment = engine::DeploymentGuard::Leased(Uuid::from_u128(1));
        renewal.write.deployment.attempt = 1;
        renewal.write.now = before;
        assert!(stage.commit(renewal).await);
        assert!(!stage.commit(take_up(&taken, 2, after)).await, "its steps are not as they were read");
        assert!(stage.commit(take_up(&stage.read().await, 2, after)).await);
    }

    async fn of_sixteen_that_read_the_same_one_takes_it_up(database) {
        let stage = Arc::new(Stage::set(database).await);
        let read = stage.read().await;
        let at_once: Vec<_> = (0..16_u128)
            .map(|number| {
                let (stage, read) = (stage.clone(), read.clone());
                tokio::spawn(async move { stage.commit(take_up(&read, number + 1, stage.now)).await })
            })
            .collect();
        let mut taken = 0;
        for one in at_once {
            taken += u32::from(one.await.unwrap());
        }
        assert_eq!((taken, told(stage.store()).await), (1, 1));
    }

    async fn an_account_that_may_not_be_called_guards_its_deployments(database) {
        let stage = Stage::set(database).await;
        let read = stage.read().await;
        stage.open_breaker(&read).await;
        assert!(!stage.commit(take_up(&read, 1, stage.now)).await, "the breaker opened meanwhile");
        assert!(decide(&stage.read().await, Input::TakeUp { token: Uuid::from_u128(1) }, stage.now).is_none());
        let tx = stage.store().begin().await.unwrap();
        accounts::release(&tx, &read.deployment.account, stage.now).await.unwrap();
        tx.commit().await.unwrap();
        stage.pause(&read).await;
        assert!(!stage.commit(take_up(&read, 1, stage.now)).await, "a person paused it meanwhile");
        assert!(decide(&stage.read().await, Input::TakeUp { token: Uuid::from_u128(1) }, stage.now).is_none());
        let still = stage.read().await;
        assert_eq!((still.deployment.status, still.steps), (DeploymentStatus::Pending, read.steps));
        assert_eq!(told(stage.store()).await, 0);
    }

    async fn success_is_written_as_a_whole_or_not_at_all(database) {
        let stage = Stage::set(database).await;
        assert!(stage.commit(take_up(&stage.read().await, 1, stage.now)).await);
        let taken = stage.read().await;
        assert!(!stage.commit(created(&taken, 2, stage.now)).await, "another has the lease");
        let mut older = taken.clone();
        older.ticket.as_mut().unwrap().version -= 1;
        assert!(!stage.commit(created(&older, 1, stage.now)).await, "the ticket has changed");
        stage.open_breaker(&taken).await;
        assert!(!stage.commit(created(&taken, 1, stage.now)).await, "the account's breaker opened meanwhile");
        let now = stage.read().await;
        assert_eq!((&now.deployment, &now.steps, &now.ticket), (&taken.deployment, &taken.steps, &taken.ticket));
        assert_eq!(told(stage.store()).await, 1, "nothing of it was written");

        // Decided on what is there now, it is written: a breaker that the platform asked for stays until its time is over.
        assert!(stage.commit(created(&now, 1, stage.now)).await);
        let ended = stage.read().await;
        assert_eq!((ended.deployment.status, ended.deployment.lease_token), (DeploymentStatus::Success, None));
        assert!(matches!(ended.steps[0].state, StepState::Done { .. }));
        assert_eq!(ended.ticket.unwrap().version, taken.ticket.unwrap().version + 1);
        assert!(ended.breakers.own.is_some());
        assert_eq!(told(stage.store()).await, 2);
    }

    async fn a_breaker_that_changed_meanwhile_guards_what_was_decided_on_it(database) {
        let stage = Stage::set(database).await;
        assert!(stage.commit(take_up(&stage.read().await, 1, stage.now)).await);
        stage.open_breaker(&stage.read().await).await;
        let later = stage.now + Duration::from_mins(2);
        let taken = stage.read().await;
        let closing = created(&taken, 1, later);
        assert!(closing.after.breakers.are_closed(), "its time is over, and the platform answered");
        // Another worker's answer opens it again before.
        stage.store().execute_for_tests("UPDATE accounts SET version = version + 1").await.unwrap();
        assert!(!stage.commit(closing).await);
        assert_eq!(stage.read().await.deployment.status, DeploymentStatus::Started);
        assert!(stage.commit(created(&stage.read().await, 1, later)).await);
        let ended = stage.read().await;
        assert!(ended.breakers.are_closed());
        assert_eq!(ended.deployment.status, DeploymentStatus::Success);
    }

    async fn of_many_decisions_each_is_written_or_not_by_its_own_guards(database) {
        let app = TestApp::on(database).await;
        let (catalog, store) = (app.catalog().await, app.app.store());
        let mut ids = Vec::new();
        for number in 0..6 {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Number {number}")).await;
            ids.push(app.deploy(ticket.id).await);
        }
        let now = app.app.now();
        let mut commits = Vec::new();
        for (number, id) in ids.iter().enumerate() {
            let mut decision = take_up(&read(store, *id).await, 1, now);
            if number % 3 == 1 {
                decision.write.expects.deployment = engine::DeploymentGuard::Leased(Uuid::from_u128(9));
            }
            let event = Event { id: EventId(Uuid::from_u128(100 + number as u128)), ..event(now) };
            commits.push(Commit { write: decision.write, attempts: Vec::new(), events: vec![event] });
        }
        // The same deployment twice in one call: the second one comes too late.
        commits.push(commits[0].clone());
        let written: Vec<bool> =
            deployments::commit(store, &commits).await.into_iter().map(|result| result.unwrap()).collect();
        assert_eq!(written, [true, false, true, true, false, true, false]);
        for (id, written) in ids.iter().zip(&written) {
            let status = read(store, *id).await.deployment.status;
            assert_eq!(status == DeploymentStatus::Started, *written, "{id}");
        }
        assert_eq!(told(store).await, 4);
    }

    async fn a_value_that_the_database_refuses_fails_alone(database) {
        let app = TestApp::on(database).await;
        let (catalog, store) = (app.catalog().await, app.app.store());
        let mut commits = Vec::new();
        for number in 0..3 {
            let ticket = app.ready_ticket(&catalog, PlatformId::Meta, &format!("Number {number}")).await;
            let id = app.deploy(ticket.id).await;
            let decision = take_up(&read(store, id).await, 1, app.app.now());
            commits.push(Commit { write: decision.write, attempts: Vec::new(), events: Vec::new() });
        }
        // No stored step is done without an id.
        let nothing = ExternalId::stored(String::new());
        commits[1].write.steps[0].state = StepState::Done { external_id: nothing };
        let written = deployments::commit(store, &commits).await;
        assert!(matches!(written[..], [Ok(true), Err(_), Ok(true)]), "{written:?}");
        assert!(written[1].as_ref().unwrap_err().is_lasting());
    }

    async fn a_ticket_or_campaign_that_has_changed_is_not_deployed_as_it_was(database) {
        let app = TestApp::on(database).await;
        let ticket = app.ready_ticket(&app.catalog().await, PlatformId::Meta, "As it was read").await;
        let store = app.app.store();
        let read = deployments::deploy_input(store, ticket.id).await.unwrap();
        assert_eq!((read.earlier.len(), &read.dossier.ticket), (0, &ticket));

        // An accepted and cancelled one has the form of a new one.
        let model = app.app.request_deployment(&tester(), ticket.id).await.unwrap().deployment;
        let steps = deployments::steps_of(store.reader(), model.id).await.unwrap();
        app.app.cancel_deployment(&tester(), model.id).await.unwrap();
        let again = |number: u128| {
            let mut deployment = model.clone();
            deployment.id.0 = Uuid::from_u128(number);
            let mut steps = steps.clone();
            for step in &mut steps {
                (step.id.0, step.deployment_id) = (Uuid::from_u128(number), deployment.id);
            }
            (deployment, steps)
        };
        let now = app.app.now();
        let mut changed = [read.dossier.clone(), read.dossier.clone()];
        changed[0].ticket.version -= 1;
        changed[1].campaign.version -= 1;
        for dossier in changed {
            let (deployment, steps) = again(1);
            assert!(!deployments::accept(store, &dossier, &deployment, &steps, event(now)).await.unwrap());
            assert!(deployments::get(store.reader(), deployment.id).await.is_err());
        }
        assert_eq!(told(store).await, 0);
        let (deployment, steps) = again(2);
        assert!(deployments::accept(store, &read.dossier, &deployment, &steps, event(now)).await.unwrap());
        assert_eq!(told(store).await, 1);
        let (second, steps) = again(3);
        let twice = deployments::accept(store, &read.dossier, &second, &steps, event(now)).await;
        assert!(matches!(twice, Err(store::StoreError::Taken(_))), "{twice:?}");
        let earlier = deployments::deploy_input(store, ticket.id).await.unwrap().earlier;
        assert_eq!(earlier.iter().filter(|earlier| earlier.status.is_active()).count(), 1);
        assert_eq!(told(store).await, 1, "the refused one left nothing");
    }
}

/// The feed passes a gap once every transaction that had an id by then has ended; one that took a number of the log
/// before it had an id would be missed. Here the database itself refuses such an event.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_has_its_id_before_it_takes_a_number_of_the_log() {
    let database = testkit::TestDatabase::postgres().await;
    let early = "ALTER TABLE events ADD COLUMN writer text NOT NULL DEFAULT pg_current_xact_id_if_assigned()::text";
    database.store.execute_for_tests(early).await.unwrap();
    let stage = Stage::set(database).await;
    assert!(stage.commit(take_up(&stage.read().await, 1, stage.now)).await);
    assert!(stage.commit(created(&stage.read().await, 1, stage.now)).await);
    assert_eq!(told(stage.store()).await, 2);
}

//! A set of changes that was decided on what was read is made as a whole where that still holds, and not at all where it does
//! not; on both databases.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::time::Duration;

use domain::{
    Event, EventId, PlatformId, Ticket, Timestamp,
    deployment::{
        DeploymentStatus, InFlight, RetryPolicy, StepState,
        account::{Park, ParkReason},
    },
    event::Actor,
    ticket::{TicketEvent, lifecycle::ExternalId},
};
use store::{
    Store, accounts,
    deployments::{self, DeploymentSnapshot, Lease},
    events::{self, EventFilter},
};
use testkit::{TestApp, on_both_databases, tester};
use uuid::Uuid;

const HOW_LONG: Duration = Duration::from_secs(45);

fn event(now: Timestamp) -> Event {
    let (id, actor) = (EventId(Uuid::from_u128(7)), Actor::worker());
    Event { id, kind: "test.happened", subject: "tests/1".to_owned(), actor, time: now, data: serde_json::json!({}) }
}

/// How many events of this file there are.
async fn told(store: &Store) -> u64 {
    let filter = EventFilter { kind: Some("test.happened".to_owned()), ..EventFilter::default() };
    events::total(store, &filter).await.unwrap()
}

struct Stage {
    app: TestApp,
    now: Timestamp,
    lease: Lease,
}

impl Stage {
    /// A deployment that was accepted.
    async fn set(database: testkit::TestDatabase) -> Self {
        let app = TestApp::on(database).await;
        let ticket = app.ready_ticket(&app.catalog().await, PlatformId::Meta, "As it was read").await;
        let deployment = app.deploy(ticket.id).await;
        let now = app.app.now();
        Self { app, now, lease: Lease { deployment, token: Uuid::from_u128(1) } }
    }

    fn store(&self) -> &Store {
        self.app.app.store()
    }

    async fn task(&self) -> DeploymentSnapshot {
        deployments::task(self.store(), self.lease.deployment).await.unwrap().unwrap()
    }

    /// Takes it up as `task` has it, with the intent of its first step.
    async fn take_up(&self, task: &DeploymentSnapshot) -> bool {
        let mut intent = task.steps[0].clone();
        intent.state = StepState::Sent { at: self.now, in_flight: InFlight::Unheard, misses: 0 };
        let (store, told) = (self.store(), event(self.now));
        deployments::take_up(store, self.lease, HOW_LONG, &task.deployment, Some(&intent), told, self.now)
            .await
            .unwrap()
    }

    /// Ends it in success, under a lease and with a ticket that may be anything.
    async fn succeed(&self, task: &DeploymentSnapshot, lease: Lease, ticket: &Ticket) -> bool {
        let external_id = ExternalId::new("123".to_owned()).unwrap();
        let (mut done, mut after) = (task.steps[0].clone(), ticket.clone());
        done.state = StepState::Done { external_id: external_id.clone() };
        after.state = after.state.apply(TicketEvent::Trafficked { external_id }).unwrap();
        after.version += 1;
        let told = vec![event(self.now)];
        deployments::succeed(self.store(), lease, (&done, &[]), &after, told, self.now).await.unwrap()
    }

    /// Parks the account.
    async fn park(&self, task: &DeploymentSnapshot) {
        let park = Park {
            account: task.deployment.account.clone(),
            reason: ParkReason::Throttled,
            said: Some(Duration::from_mins(1)),
            message: "slower".to_owned(),
        };
        let tx = self.store().begin().await.unwrap();
        accounts::park(&tx, &park, &RetryPolicy::default(), self.now).await.unwrap();
        tx.commit().await.unwrap();
    }
}

on_both_databases! {
    async fn a_deployment_is_taken_up_once(database) {
        let stage = Stage::set(database).await;
        let read = stage.task().await;
        assert!(stage.take_up(&read).await);
        let taken = stage.task().await;
        assert_eq!((taken.deployment.status, taken.deployment.attempt), (DeploymentStatus::Started, 1));
        assert_eq!(taken.deployment.lease_token, Some(stage.lease.token));
        assert!(matches!(taken.steps[0].state, StepState::Sent { .. }));
        assert!(!stage.take_up(&read).await, "somebody has it");
        assert_eq!(told(stage.store()).await, 1, "what did not happen is not told of");
    }

    async fn what_was_driven_since_it_was_read_is_not_taken_up(database) {
        let stage = Stage::set(database).await;
        assert!(stage.take_up(&stage.task().await).await);
        // Another worker reads, and sleeps; meanwhile this one goes on, and dies.
        let read = stage.task().await;
        let second = Duration::from_secs(1);
        let (before, after) = (stage.now + second, stage.now + second * 600);
        assert!(deployments::go_on(stage.store(), stage.lease, HOW_LONG, (&read.steps[0], &[]), None, before).await.unwrap());
        let other = Lease { token: Uuid::from_u128(2), ..stage.lease };
        let wake = async |task: &DeploymentSnapshot| {
            let told = event(after);
            deployments::take_up(stage.store(), other, HOW_LONG, &task.deployment, None, told, after).await.unwrap()
        };
        assert!(!wake(&read).await, "its steps are not as they were read");
        assert!(wake(&stage.task().await).await);
    }

    async fn of_sixteen_that_read_the_same_one_takes_it_up(database) {
        let stage = std::sync::Arc::new(Stage::set(database).await);
        let read = stage.task().await;
        let at_once: Vec<_> = (0..16_u128)
            .map(|number| {
                let (stage, read) = (stage.clone(), read.clone());
                tokio::spawn(async move {
                    let lease = Lease { token: Uuid::from_u128(number + 1), ..stage.lease };
                    let (store, told) = (stage.store(), event(stage.now));
                    deployments::take_up(store, lease, HOW_LONG, &read.deployment, None, told, stage.now).await.unwrap()
                })
            })
            .collect();
        let mut taken = 0;
        for one in at_once {
            taken += u32::from(one.await.unwrap());
        }
        assert_eq!((taken, told(stage.store()).await), (1, 1));
    }

    async fn what_is_known_of_an_account_is_left_to_those_who_look(database) {
        let stage = Stage::set(database).await;
        let read = stage.task().await;
        stage.park(&read).await;
        assert!(!stage.take_up(&read).await);
        let still = stage.task().await;
        assert_eq!((still.deployment.status, still.steps), (DeploymentStatus::Pending, read.steps));
        assert_eq!(told(stage.store()).await, 0);
    }

    async fn success_is_written_as_a_whole_or_not_at_all(database) {
        let stage = Stage::set(database).await;
        assert!(stage.take_up(&stage.task().await).await);
        let task = stage.task().await;
        let other = Lease { token: Uuid::from_u128(2), ..stage.lease };
        assert!(!stage.succeed(&task, other, &task.ticket).await, "another has the lease");
        let older = Ticket { version: task.ticket.version - 1, ..task.ticket.clone() };
        assert!(!stage.succeed(&task, stage.lease, &older).await, "the ticket has changed");
        stage.park(&task).await;
        assert!(!stage.succeed(&task, stage.lease, &task.ticket).await, "the account was parked meanwhile");
        assert_eq!(stage.task().await, task, "nothing of it was written");
        assert_eq!(told(stage.store()).await, 1);

        let tx = stage.store().begin().await.unwrap();
        accounts::release(&tx, &task.deployment.account, stage.now).await.unwrap();
        tx.commit().await.unwrap();
        assert!(stage.succeed(&task, stage.lease, &task.ticket).await);
        let ended = stage.task().await;
        assert_eq!((ended.deployment.status, ended.deployment.lease_token), (DeploymentStatus::Success, None));
        assert!(matches!(ended.steps[0].state, StepState::Done { .. }));
        assert_eq!(ended.ticket.version, task.ticket.version + 1);
        assert_eq!(told(stage.store()).await, 2);
    }

    async fn a_ticket_or_campaign_that_has_changed_is_not_deployed_as_it_was(database) {
        let app = TestApp::on(database).await;
        let ticket = app.ready_ticket(&app.catalog().await, PlatformId::Meta, "As it was read").await;
        let store = app.app.store();
        let read = deployments::deploy_input(store, ticket.id).await.unwrap();
        assert_eq!((read.earlier.len(), &read.dossier.ticket), (0, &ticket));

        // One that was accepted and cancelled has the shape of one that would be.
        let model = app.app.request_deployment(&tester(), ticket.id).await.unwrap().deployment;
        let steps = deployments::steps_of(store.reader(), model.id).await.unwrap();
        app.app.cancel_deployment(&tester(), model.id).await.unwrap();
        let anew = |number: u128| {
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
            let (deployment, steps) = anew(1);
            assert!(!deployments::accept(store, &dossier, &deployment, &steps, event(now)).await.unwrap());
            assert!(deployments::get(store.reader(), deployment.id).await.is_err());
        }
        assert_eq!(told(store).await, 0);
        let (deployment, steps) = anew(2);
        assert!(deployments::accept(store, &read.dossier, &deployment, &steps, event(now)).await.unwrap());
        assert_eq!(told(store).await, 1);
        let (second, steps) = anew(3);
        let twice = deployments::accept(store, &read.dossier, &second, &steps, event(now)).await;
        assert!(matches!(twice, Err(store::StoreError::Taken(_))), "{twice:?}");
        let earlier = deployments::deploy_input(store, ticket.id).await.unwrap().earlier;
        assert_eq!(earlier.iter().filter(|earlier| earlier.status.is_active()).count(), 1);
        assert_eq!(told(store).await, 1, "the refused one left nothing");
    }
}

/// The feed steps over a gap when every transaction that had an id by then is over; one that took a number of the log before it
/// had an id would be overlooked. Here the database itself refuses such an event.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_has_its_id_before_it_takes_a_number_of_the_log() {
    let database = testkit::TestDatabase::postgres().await;
    let early = "ALTER TABLE events ADD COLUMN writer text NOT NULL DEFAULT pg_current_xact_id_if_assigned()::text";
    database.store.execute_for_tests(early).await.unwrap();
    let stage = Stage::set(database).await;
    assert!(stage.take_up(&stage.task().await).await);
    let task = stage.task().await;
    assert!(stage.succeed(&task, stage.lease, &task.ticket).await);
    assert_eq!(told(stage.store()).await, 2);
}

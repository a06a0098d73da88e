//! Driving a deployment: claim it, do its next step, write what came of it; until it is over or has to wait.
//!
//! The order is the promise. The intent is committed before the request leaves; the request leaves outside of any
//! transaction and only while enough of the lease is left; its outcome is written under the lease's token; and a step whose
//! outcome is unknown is looked up before anything is sent again.

use std::time::{Duration, Instant};

use domain::{
    Deployment, DeploymentId, Timestamp,
    deployment::{
        DeploymentStatus, InFlight, Next, ReadBack, Step, StepState,
        next::{self},
    },
};
use store::{
    Tx, accounts,
    deployments::{self, Lease},
};
use tracing::warn;
use uuid::Uuid;

use super::send::{Mode, Sending};
use crate::{App, AppError, Failpoint, Result};

/// What came of driving a deployment once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driven {
    /// It was not ours to drive: not due, in other hands, over, or its account is parked.
    NotOurs,
    /// It is over.
    Ended(DeploymentStatus),
    /// It waits.
    Waits(Duration),
    /// The lease was lost on the way; whoever has it goes on.
    Lost,
}

/// What to do with a claimed deployment.
pub(super) enum Plan {
    Do(Box<Sending>),
    Rest(Driven),
}

/// Where the next step is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// A deployment was just taken up.
    TakenUp,
    /// A step of it was just done.
    SteppedOn,
}

impl App {
    /// Drives a deployment as far as it goes now.
    pub async fn drive(&self, id: DeploymentId) -> Result<Driven> {
        self.drive_under(id, self.new_lease_token()).await
    }

    /// A token to drive a deployment under.
    pub fn new_lease_token(&self) -> Uuid {
        self.new_id()
    }

    /// The same under a token that the caller knows, and so can give back: see [`App::give_back`].
    pub async fn drive_under(&self, id: DeploymentId, token: Uuid) -> Result<Driven> {
        let lease = Lease { deployment: id, token };
        match self.drive_on(lease).await {
            Err(AppError::Store(error)) if error.is_lasting() => self.set_back(lease, error).await,
            driven => driven,
        }
    }

    async fn drive_on(&self, lease: Lease) -> Result<Driven> {
        let id = lease.deployment;
        let began = Instant::now();
        let mut sending = match self.take_up(lease).await? {
            Plan::Rest(driven) => return Ok(driven),
            Plan::Do(sending) => sending,
        };
        loop {
            let key = sending.step().plan.key.clone();
            self.reach(Failpoint::AfterIntent, &key).await;
            let reply = self.perform(&sending).await;
            self.reach(Failpoint::AfterAnswer, &key).await;
            let more_time = began.elapsed() < self.engine().soft_time_limit;
            let written = self.write_down(lease, &sending, reply, more_time).await;
            self.reach(Failpoint::AfterCommit, &key).await;
            match written {
                Ok(Plan::Do(next)) => sending = next,
                Ok(Plan::Rest(driven)) => return Ok(driven),
                Err(AppError::Stale(_)) => {
                    warn!(deployment.id = %id, "the lease of deployment {id} was lost on the way; whoever has it goes on");
                    return Ok(Driven::Lost);
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives a lease back that is not needed any more, before it runs out by itself. What was sent under it is looked up by
    /// whoever takes the deployment up next.
    pub async fn give_back(&self, id: DeploymentId, token: Uuid) -> Result<()> {
        let tx = self.store().begin().await?;
        deployments::release(&tx, Lease { deployment: id, token }).await?;
        Ok(tx.commit().await?)
    }

    /// Claims the deployment and writes the intent of its next step, in one transaction.
    async fn take_up(&self, lease: Lease) -> Result<Plan> {
        match self.take_up_as_read(lease).await? {
            Some(plan) => Ok(plan),
            None => self.take_up_with_care(lease).await,
        }
    }

    /// The same where something is known of its account, or somebody else is at it at the same moment.
    async fn take_up_with_care(&self, lease: Lease) -> Result<Plan> {
        // Counted from before the claim: the lease is never taken for longer than it is.
        let (granted_at, now) = (Instant::now(), self.now());
        let tx = self.store().begin().await?;
        let Some(deployment) = deployments::claim(&tx, lease, self.engine().lease, now).await? else {
            return Ok(Plan::Rest(Driven::NotOurs));
        };
        if !accounts::begin_probe(&tx, &deployment.account, deployment.id, self.engine().lease, now).await? {
            return Ok(Plan::Rest(Driven::NotOurs));
        }
        store::events::append(&tx, vec![self.start_of(&deployment)]).await?;
        let steps = deployments::steps_of(tx.connection(), deployment.id).await?;
        let plan = self.next_step(&tx, lease, deployment, steps, granted_at, Moment::TakenUp, now).await?;
        tx.commit().await?;
        Ok(plan)
    }

    /// The next unfinished step, with its intent written; or the deployment's success.
    #[expect(clippy::too_many_arguments, reason = "all that a plan goes by, named one by one")]
    pub(super) async fn next_step(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: Deployment,
        mut steps: Vec<Step>,
        granted_at: Instant,
        moment: Moment,
        now: Timestamp,
    ) -> Result<Plan> {
        let unfinished = steps.iter().position(|step| next::next(&step.state, step.is_repeatable()) != Next::Finished);
        let Some(index) = unfinished else {
            return self.look_back(tx, lease, deployment, steps, granted_at, moment, now).await;
        };
        self.reach(Failpoint::BeforeIntent, &steps[index].plan.key).await;
        let step = &mut steps[index];
        let mode = match next::next(&step.state, step.is_repeatable()) {
            Next::FindByName => Mode::FindByName,
            Next::Send | Next::Finished => {
                step.state = StepState::Sent { at: now, in_flight: InFlight::Unheard, misses: 0 };
                deployments::save_step(tx, step).await?;
                Mode::Send
            }
        };
        Ok(Plan::Do(Box::new(Sending { deployment, steps, index, mode, granted_at, ticket: None })))
    }

    /// Every object exists. Those that could not be read back at first get one more chance, a moment later; then it is over.
    #[expect(clippy::too_many_arguments, reason = "all that a plan goes by, named one by one")]
    async fn look_back(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: Deployment,
        steps: Vec<Step>,
        granted_at: Instant,
        moment: Moment,
        now: Timestamp,
    ) -> Result<Plan> {
        let later = steps.iter().position(|step| matches!(step.read_back, Some(ReadBack::Later(_))));
        match (later, moment) {
            (None, _) => {
                self.succeed(tx, lease, &deployment, &steps, now).await?;
                Ok(Plan::Rest(Driven::Ended(DeploymentStatus::Success)))
            }
            (Some(index), Moment::TakenUp) => Ok(Plan::Do(Box::new(Sending {
                deployment,
                steps,
                index,
                mode: Mode::ReadBack,
                granted_at,
                ticket: None,
            }))),
            (Some(_), Moment::SteppedOn) => {
                let (delay, retries) = (self.engine().retry.settle, deployment.retries);
                let why = "Everything is created; it is read back once more, to see that it is as it was meant.";
                deployments::wait(tx, lease, delay, retries, false, why, now).await?;
                self.record_wait(tx, &deployment, delay, why).await?;
                Ok(Plan::Rest(Driven::Waits(delay)))
            }
        }
    }

    pub(super) async fn reach(&self, point: Failpoint, step: &str) {
        if let Some(failpoints) = self.failpoints() {
            failpoints.reached(point, step).await;
        }
    }
}

//! Driving a deployment: claim it, do its next step, write what came of it; until it is over or has to wait.
//!
//! The order is the promise. The intent is committed before the request leaves; the request leaves outside of any
//! transaction and only while enough of the lease is left; its outcome is written under the lease's token; and a step whose
//! outcome is unknown is looked up before anything is sent again.

use std::time::{Duration, Instant};

use domain::{
    Deployment, DeploymentId, Timestamp,
    deployment::{
        DeploymentStatus, InFlight, Next, Step, StepState, Verdict,
        next::{self, Seeking, after_failed_lookup, after_lookup, after_send},
    },
    event::Actor,
};
use serde_json::json;
use store::{
    StoreError, Tx, accounts,
    deployments::{self, Lease},
};
use tracing::{debug, info, warn};
use uuid::Uuid;

use super::send::{Reply, Sending};
use crate::{App, AppError, Result};

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
enum Plan {
    Do(Box<Sending>),
    Rest(Driven),
}

impl App {
    /// Drives a deployment as far as it goes now.
    pub async fn drive(&self, id: DeploymentId) -> Result<Driven> {
        let lease = Lease { deployment: id, token: self.new_id::<Uuid>() };
        let began = Instant::now();
        let mut sending = match self.take_up(lease).await? {
            Plan::Rest(driven) => return Ok(driven),
            Plan::Do(sending) => sending,
        };
        loop {
            let reply = self.perform(&sending).await;
            let more_time = began.elapsed() < self.engine().soft_time_limit;
            match self.write_down(lease, &sending, reply, more_time).await {
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

    /// Claims the deployment and writes the intent of its next step, in one transaction.
    async fn take_up(&self, lease: Lease) -> Result<Plan> {
        // Counted from before the claim: the lease is never taken for longer than it is.
        let (granted_at, now) = (Instant::now(), self.now());
        let tx = self.store().begin().await?;
        let Some(deployment) = deployments::claim(&tx, lease, self.engine().lease, now).await? else {
            return Ok(Plan::Rest(Driven::NotOurs));
        };
        if !accounts::begin_probe(&tx, &deployment.account, deployment.id, self.engine().lease, now).await? {
            return Ok(Plan::Rest(Driven::NotOurs));
        }
        self.record_start(&tx, &deployment).await?;
        let steps = deployments::steps_of(tx.connection(), deployment.id).await?;
        let plan = self.next_step(&tx, lease, deployment, steps, granted_at, now).await?;
        tx.commit().await?;
        Ok(plan)
    }

    /// The next unfinished step, with its intent written; or the deployment's success.
    async fn next_step(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: Deployment,
        mut steps: Vec<Step>,
        granted_at: Instant,
        now: Timestamp,
    ) -> Result<Plan> {
        let Some(index) = steps.iter().position(|step| next::next(&step.state, step.is_repeatable()) != Next::Finished)
        else {
            self.succeed(tx, lease, &deployment, &steps, now).await?;
            return Ok(Plan::Rest(Driven::Ended(DeploymentStatus::Success)));
        };
        let look_up = next::next(&steps[index].state, steps[index].is_repeatable()) == Next::LookUp;
        if !look_up {
            steps[index].state = StepState::Sent { at: now, in_flight: InFlight::Silent, misses: 0 };
            deployments::save_step(tx, &steps[index]).await?;
        }
        Ok(Plan::Do(Box::new(Sending { deployment, steps, index, look_up, granted_at })))
    }

    /// Writes what came of a step under the lease, and the intent of the following one, in one transaction.
    async fn write_down(&self, lease: Lease, sending: &Sending, reply: Reply, more_time: bool) -> Result<Plan> {
        let (granted_at, now) = (Instant::now(), self.now());
        let verdict = self.judge(sending, &reply, now);
        let Sending { deployment, steps, index, .. } = sending;
        let mut steps = steps.clone();
        let tx = self.store().begin().await?;
        deployments::renew(&tx, lease, self.engine().lease, now).await?;
        self.record_attempt(&tx, deployment, &steps[*index], reply.record).await?;
        let retries = deployment.retries;
        let plan = match verdict {
            Verdict::Done(external_id) => {
                if accounts::free(&tx, &deployment.account, now).await? {
                    self.record_freed(&tx, deployment).await?;
                }
                steps[*index].state = StepState::Done { external_id };
                deployments::save_step(&tx, &steps[*index]).await?;
                if more_time {
                    self.next_step(&tx, lease, deployment.clone(), steps, granted_at, now).await?
                } else {
                    let why = "It is taken up again at once: this worker's time for one task was over.";
                    deployments::wait(&tx, lease, Duration::ZERO, retries, false, why, now).await?;
                    Plan::Rest(Driven::Waits(Duration::ZERO))
                }
            }
            Verdict::Again { state, delay, why, counts } => {
                accounts::end_probe(&tx, &deployment.account, deployment.id, now).await?;
                steps[*index].state = state;
                deployments::save_step(&tx, &steps[*index]).await?;
                let retries = retries + i32::from(counts);
                deployments::wait(&tx, lease, delay, retries, false, &why, now).await?;
                self.record_wait(&tx, deployment, delay, &why).await?;
                Plan::Rest(Driven::Waits(delay))
            }
            Verdict::Park(park) => {
                if !sending.look_up {
                    // The platform surely did not accept it, so nothing needs to be looked up.
                    steps[*index].state = StepState::Planned;
                    deployments::save_step(&tx, &steps[*index]).await?;
                }
                let delay = accounts::park(&tx, &park, &self.engine().retry, now).await?;
                let why = format!("{} is parked: {}", park.account, park.message);
                deployments::wait(&tx, lease, delay, retries, true, &why, now).await?;
                self.record_park(&tx, deployment, &park, delay).await?;
                Plan::Rest(Driven::Waits(delay))
            }
            Verdict::Fail { state, reason } => {
                // It did answer, so whatever parked the account is over.
                accounts::free(&tx, &deployment.account, now).await?;
                steps[*index].state = state;
                deployments::save_step(&tx, &steps[*index]).await?;
                self.fail(&tx, lease, deployment, &steps, &reason, now).await?;
                Plan::Rest(Driven::Ended(DeploymentStatus::Failure))
            }
        };
        tx.commit().await?;
        Ok(plan)
    }

    /// What a reply means for the step: pure decisions, see `domain::deployment::next`.
    fn judge(&self, sending: &Sending, reply: &Reply, now: Timestamp) -> Verdict {
        let (deployment, step) = (&sending.deployment, &sending.steps[sending.index]);
        let (account, policy, retries) = (&deployment.account, &self.engine().retry, deployment.retries);
        let StepState::Sent { at, in_flight, misses } = step.state else {
            // Unreachable by construction: a step in hand is SENT. Looking again is always safe.
            return Verdict::Again {
                state: step.state.clone(),
                delay: policy.settle,
                why: String::new(),
                counts: true,
            };
        };
        match reply.result.clone() {
            super::send::Outcome::Sent(outcome) => {
                after_send(outcome, account, at, retries, policy, self.chance().fraction())
            }
            super::send::Outcome::Found(found) => {
                let seeking = Seeking { name: &step.plan.name, account, sent_at: at, misses, in_flight, retries };
                after_lookup(found, seeking, now, policy)
            }
            super::send::Outcome::LookUpFailed(outcome) => {
                after_failed_lookup(outcome, account, step.state.clone(), retries, policy, self.chance().fraction())
            }
            super::send::Outcome::HeldBack => Verdict::Again {
                state: if sending.look_up { step.state.clone() } else { StepState::Planned },
                delay: Duration::ZERO,
                why: "It was not sent: too little was left of the worker's lease.".to_owned(),
                counts: false,
            },
        }
    }

    async fn succeed(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: &Deployment,
        steps: &[Step],
        now: Timestamp,
    ) -> Result<()> {
        let Some(StepState::Done { external_id }) = steps.first().map(|step| step.state.clone()) else {
            return Err(AppError::Store(StoreError::Corrupt("a deployment without steps".to_owned())));
        };
        deployments::finish(tx, lease, DeploymentStatus::Success, None, now).await?;
        self.record_end_of(tx, deployment, DeploymentStatus::Success, None).await?;
        let event = domain::ticket::TicketEvent::Trafficked { external_id: external_id.clone() };
        self.move_deployed(tx, deployment, event).await?;
        let (id, platform) = (deployment.id, deployment.account.platform);
        info!(deployment.id = %id, platform = platform.key(), attempt = deployment.attempt, "deployment {id} is on {platform} as {external_id}");
        Ok(())
    }

    async fn fail(
        &self,
        tx: &Tx,
        lease: Lease,
        deployment: &Deployment,
        steps: &[Step],
        reason: &str,
        now: Timestamp,
    ) -> Result<()> {
        let made: Vec<String> = steps
            .iter()
            .filter_map(|step| match &step.state {
                StepState::Done { external_id } => Some(format!("{} ({external_id})", step.plan.name)),
                _ => None,
            })
            .collect();
        let reason = if made.is_empty() {
            reason.to_owned()
        } else {
            format!("{reason} Created before, and left paused: {}.", made.join(", "))
        };
        deployments::finish(tx, lease, DeploymentStatus::Failure, Some(&reason), now).await?;
        self.record_end_of(tx, deployment, DeploymentStatus::Failure, Some(&reason)).await?;
        self.move_deployed(tx, deployment, domain::ticket::TicketEvent::DeploymentFailed { reason: reason.clone() })
            .await?;
        let id = deployment.id;
        info!(deployment.id = %id, platform = deployment.account.platform.key(), "deployment {id} failed: {reason}");
        Ok(())
    }

    async fn move_deployed(&self, tx: &Tx, deployment: &Deployment, event: domain::ticket::TicketEvent) -> Result<()> {
        let mut ticket = store::get(tx.connection(), deployment.ticket_id).await?;
        self.move_ticket(tx, &Actor::worker(), &mut ticket, event, false).await
    }

    async fn record_start(&self, tx: &Tx, deployment: &Deployment) -> Result<()> {
        let data = json!({
            "after": {"status": "STARTED", "attempt": deployment.attempt, "ticket_id": deployment.ticket_id},
        });
        debug!(deployment.id = %deployment.id, attempt = deployment.attempt, "deployment {} is taken up", deployment.id);
        self.record_deployment(tx, "deployment.started", deployment, data).await
    }
}

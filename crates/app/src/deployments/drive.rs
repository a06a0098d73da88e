//! Driving a deployment: read it, decide, commit, exchange something with the platform, and so on until it is over or waits.
//!
//! The order is the promise. What will be sent is committed before it is sent; it is sent outside of any transaction, and only
//! while enough of the lease is left; its outcome is committed under the lease's token; and a step whose outcome is unknown is
//! looked for by name before anything is sent again. What each moment means is decided in `domain::deployment::engine`.

use domain::Word as _;
use std::time::{Duration, Instant};

use domain::{
    AccountRef, DeploymentId,
    deployment::{
        AttemptRecord, DeploymentStatus, Outcome, Step,
        engine::{self, Answered, Decision, Exchange, Input, Mode, Rules, Then},
        next::Found,
    },
};
use store::{
    StoreError,
    deployments::{Attempt, Commit},
};
use tracing::{error, info, warn};
use uuid::Uuid;

use super::{
    ledger::{Reading, read_damaged},
    perform::{Performing, Reply},
};
use crate::{App, AppError, Failpoint, Result};

/// The result of driving a deployment once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Driven {
    /// It was not for this worker to drive: not due, leased by another worker, over, or its account may not be called.
    NotOurs,
    /// It is over.
    Ended(DeploymentStatus),
    /// It waits.
    Waits(Duration),
    /// The lease was lost on the way; the worker that has it goes on.
    Lost,
    /// The caller did not admit another deployment of its account.
    NotAdmitted,
}

/// A deployment after a committed decision.
struct Turn {
    reading: Reading,
    then: Then,
    /// When the lease was last granted, or earlier: the lease is never taken for longer than it is.
    granted_at: Instant,
}

/// The most times that a decision is made because something changed between reading and writing.
const PATIENCE: usize = 32;

impl App {
    /// Drives a deployment as far as it goes now.
    pub async fn drive(&self, id: DeploymentId) -> Result<Driven> {
        self.drive_under(id, self.new_lease_token(), |_| true).await
    }

    /// A token to drive a deployment under.
    pub fn new_lease_token(&self) -> Uuid {
        self.new_id()
    }

    /// The same under a token that the caller knows, and so can give back: see [`App::give_back`]. `admit` is asked once the
    /// deployment's account is known, before anything is written.
    pub async fn drive_under(
        &self,
        id: DeploymentId,
        token: Uuid,
        admit: impl Fn(&AccountRef) -> bool + Send,
    ) -> Result<Driven> {
        match self.drive_on(id, token, admit).await {
            Err(AppError::Store(error)) if error.is_lasting() => self.unstorable(id, token, &error).await,
            driven => driven,
        }
    }

    async fn drive_on(
        &self,
        id: DeploymentId,
        token: Uuid,
        admit: impl Fn(&AccountRef) -> bool + Send,
    ) -> Result<Driven> {
        let began = Instant::now();
        let Some(reading) = self.ledger().read(self.store(), id).await? else { return Ok(Driven::NotOurs) };
        if !reading.snapshot.deployment.status.is_active() {
            return Ok(Driven::NotOurs);
        }
        if !admit(&reading.snapshot.deployment.account) {
            return Ok(Driven::NotAdmitted);
        }
        let Some(mut turn) = self.settle(id, Some(reading), &Input::TakeUp { token }, Vec::new()).await? else {
            return Ok(Driven::NotOurs);
        };
        while let Then::Perform { index, mode } = turn.then {
            let key = turn.reading.snapshot.steps[index].plan.key.clone();
            self.reach(Failpoint::AfterIntent, &key).await;
            let reply = self.perform(&Performing::of(&turn.reading.snapshot, index, mode, turn.granted_at)).await;
            self.reach(Failpoint::AfterAnswer, &key).await;
            self.note_long_wait(&turn, &reply);
            let more_time = began.elapsed() < self.engine().soft_time_limit;
            let next = self.write_down(turn, token, (index, mode), reply, more_time).await;
            self.reach(Failpoint::AfterCommit, &key).await;
            let Some(next) = next? else {
                warn!(deployment.id = %id, "the lease of deployment {id} was lost on the way; the worker that has it goes on");
                return Ok(Driven::Lost);
            };
            turn = next;
        }
        Ok(driven(turn.then))
    }

    /// Commits the outcome of an exchange, and the intent of the next one. None where the lease is lost.
    async fn write_down(
        &self,
        turn: Turn,
        token: Uuid,
        (index, mode): (usize, Mode),
        reply: Reply,
        more_time: bool,
    ) -> Result<Option<Turn>> {
        let snapshot = &turn.reading.snapshot;
        let attempts = self.attempts(snapshot.deployment.id, &snapshot.steps[index], reply.records);
        // A success depends on nothing but what the lease protects and the guards check. Any other outcome depends on what is
        // known of the account by now.
        let succeeded = matches!(reply.result, Exchange::Sent(Outcome::Done(_)) | Exchange::Found(Found::One(_)));
        let input = Input::Answered(Box::new(Answered {
            token,
            index,
            mode,
            took: reply.took,
            result: reply.result,
            read_back: reply.read_back,
            usage: reply.usage,
            more_time,
            chance: self.rng().fraction(),
        }));
        let id = snapshot.deployment.id;
        self.settle(id, succeeded.then_some(turn.reading), &input, attempts).await
    }

    /// Decides what `input` means and commits that. Where a guard does not hold, it reads and decides again. None where there is
    /// nothing to do, or the lease is lost.
    async fn settle(
        &self,
        id: DeploymentId,
        known: Option<Reading>,
        input: &Input,
        attempts: Vec<Attempt>,
    ) -> Result<Option<Turn>> {
        let mut known = known;
        for _ in 0..PATIENCE {
            let reading = match known.take() {
                Some(reading) => reading,
                None => match self.ledger().read(self.store(), id).await? {
                    Some(reading) => reading,
                    None => return Ok(None),
                },
            };
            let granted_at = Instant::now();
            let now = reading.now(self.now());
            let Some(decision) = engine::decide(&reading.snapshot, input.clone(), self.rules(), now) else {
                return Ok(None);
            };
            self.reach_before(input, &decision).await;
            if self.commit(&decision, attempts.clone()).await? {
                tell(&decision);
                let (then, reading) = (decision.then, reading.with(decision.after));
                return Ok(Some(Turn { reading, then, granted_at }));
            }
        }
        Err(AppError::Conflict(format!("Deployment {id} changed each of the {PATIENCE} times that it was written.")))
    }

    pub(super) async fn commit(&self, decision: &Decision, attempts: Vec<Attempt>) -> Result<bool> {
        let write = decision.write.clone();
        let events = write.events.iter().map(|happened| self.event_of(&decision.after, happened)).collect();
        Ok(self.ledger().commit(self.store(), Commit { write, attempts, events }).await?)
    }

    /// Lets a deployment wait, or ends it, that the database refuses to read or to write.
    async fn unstorable(&self, id: DeploymentId, token: Uuid, cause: &StoreError) -> Result<Driven> {
        error!(deployment.id = %id, error = %cause, "deployment {id} met what the database refuses: {cause}");
        let reason =
            format!("OmniTraffick could not write down how it went, so it does not know how it stands: {cause}.");
        let input = Input::Unstorable { token, reason, chance: self.rng().fraction() };
        match self.settle(id, None, &input, Vec::new()).await {
            // The steps or the ticket may be what cannot be read or written.
            Err(AppError::Store(error)) if error.is_lasting() => self.end_damaged(id, &input).await,
            settled => Ok(settled?.map_or(Driven::NotOurs, |turn| driven(turn.then))),
        }
    }

    /// The same for a deployment of which only its own row can be read or written.
    async fn end_damaged(&self, id: DeploymentId, input: &Input) -> Result<Driven> {
        let Some(mut reading) = read_damaged(self.store(), id).await? else { return Ok(Driven::NotOurs) };
        reading.snapshot.ticket = None;
        let now = reading.now(self.now());
        let Some(decision) = engine::decide(&reading.snapshot, input.clone(), self.rules(), now) else {
            return Ok(Driven::NotOurs);
        };
        let written = self.commit(&decision, Vec::new()).await?;
        Ok(if written { driven(decision.then) } else { Driven::NotOurs })
    }

    /// Gives a lease back that is not needed any more, before it runs out by itself. What was sent under it is looked for by name
    /// by the worker that takes the deployment up next.
    pub async fn give_back(&self, id: DeploymentId, token: Uuid) -> Result<()> {
        self.settle(id, None, &Input::GiveBack { token }, Vec::new()).await.map(|_| ())
    }

    pub(super) fn rules(&self) -> Rules<'_> {
        Rules { retry: &self.engine().retry, lease: self.engine().lease }
    }

    fn attempts(&self, id: DeploymentId, step: &Step, records: Vec<AttemptRecord>) -> Vec<Attempt> {
        let attempt = |record| Attempt { id: self.new_id(), deployment_id: id, step_id: step.id, record };
        records.into_iter().map(attempt).collect()
    }

    pub(super) async fn reach(&self, point: Failpoint, step: &str) {
        if let Some(failpoints) = self.failpoints() {
            failpoints.reached(point, step).await;
        }
    }

    async fn reach_before(&self, input: &Input, decision: &Decision) {
        let steps = &decision.after.steps;
        if let Then::Perform { index, mode: Mode::Send | Mode::FindByName } = decision.then {
            self.reach(Failpoint::BeforeIntent, &steps[index].plan.key).await;
        }
        if let Input::Answered(answered) = input {
            self.reach(Failpoint::BeforeCommit, &steps[answered.index].plan.key).await;
        }
    }

    /// Says in the log that a platform asked for a longer wait than is granted.
    fn note_long_wait(&self, turn: &Turn, reply: &Reply) {
        let (Exchange::Sent(outcome) | Exchange::FindFailed(outcome)) = &reply.result else { return };
        let Outcome::Throttled { retry_after: Some(said), .. } = outcome else { return };
        let longest = self.engine().retry.longest_wait;
        if *said > longest {
            let account = &turn.reading.snapshot.deployment.account;
            let (said_s, longest_s) = (said.as_secs(), longest.as_secs());
            warn!(
                platform = account.platform.key(),
                said_s,
                longest_s,
                "{account} is to wait {said_s} s, says the platform; it is asked again after {longest_s} s, the longest wait"
            );
        }
    }
}

/// Says in the log how a deployment ended.
fn tell(decision: &Decision) {
    let Then::End(status) = decision.then else { return };
    let deployment = &decision.after.deployment;
    let (id, platform, attempt) = (deployment.id, deployment.account.platform, deployment.attempt);
    let made = decision.after.ticket.as_ref().and_then(|ticket| ticket.state.external_id());
    match (status, made, &deployment.error) {
        (DeploymentStatus::Success, Some(external_id), _) => {
            info!(deployment.id = %id, platform = platform.key(), attempt, "deployment {id} is on {platform} as {external_id}");
        }
        (DeploymentStatus::Failure, _, Some(reason)) => {
            info!(deployment.id = %id, platform = platform.key(), attempt, "deployment {id} failed: {reason}");
        }
        _ => {
            info!(deployment.id = %id, platform = platform.key(), attempt, "deployment {id} ended: {}", status.as_str());
        }
    }
}

fn driven(then: Then) -> Driven {
    match then {
        Then::Wait(delay) => Driven::Waits(delay),
        Then::End(status) => Driven::Ended(status),
        Then::Perform { .. } | Then::Leave => Driven::NotOurs,
    }
}

//! The usual course, in as few round trips as there are commits: what was read when a deployment was taken up still holds when
//! its outcome is written, because whoever has the lease is the only one who changes it. Each write says what it relies on;
//! where that is not so, nothing is written, and the transactions of `drive.rs` and `write_down.rs` look at everything anew.

use std::time::Instant;

use domain::{
    Timestamp,
    deployment::{
        AttemptRecord, DeploymentStatus, InFlight, Next, Outcome as Answer, ReadBack, Step, StepState,
        account::pace,
        next::{self, Found},
    },
    event::Actor,
    ticket::TicketEvent,
};
use store::deployments::{self, DeploymentSnapshot, Lease};

use super::{
    drive::{Driven, Plan},
    end::{first_id, note_findings, tell_of_success},
    send::{Mode, Outcome, Reply, Sending},
};
use crate::{App, Failpoint, Result};

impl App {
    /// Claims a deployment that is as it was read, with the intent of its next step. None where that did not work out.
    pub(super) async fn take_up_as_read(&self, lease: Lease) -> Result<Option<Plan>> {
        // Counted from before the claim: the lease is never taken for longer than it is.
        let (granted_at, now) = (Instant::now(), self.now());
        let Some(task) = deployments::task(self.store(), lease.deployment).await? else {
            return Ok(Some(Plan::Rest(Driven::NotOurs)));
        };
        let DeploymentSnapshot { mut deployment, mut steps, ticket } = task;
        if !deployment.status.is_active() {
            return Ok(Some(Plan::Rest(Driven::NotOurs)));
        }
        let Some((index, mode)) = intend_next(&mut steps, now) else { return Ok(None) };
        self.reach(Failpoint::BeforeIntent, &steps[index].plan.key).await;
        let read = deployment.clone();
        deployment.attempt += 1;
        deployment.status = DeploymentStatus::Started;
        let (event, intent) = (self.start_of(&deployment), (mode == Mode::Send).then_some(&steps[index]));
        let how_long = self.engine().lease;
        if !deployments::take_up(self.store(), lease, how_long, &read, intent, event, now).await? {
            return Ok(None);
        }
        Ok(Some(Plan::Do(Box::new(Sending { deployment, steps, index, mode, granted_at, ticket: Some(ticket) }))))
    }

    /// Writes that a step is done, and then the intent of the following one, or the deployment's success. None where the reply
    /// says anything else, or where that did not work out.
    pub(super) async fn write_down_as_read(
        &self,
        lease: Lease,
        sending: &Sending,
        reply: &Reply,
        more_time: bool,
    ) -> Result<Option<Plan>> {
        let (granted_at, now) = (Instant::now(), self.now());
        let (Outcome::Sent(Answer::Done(external_id)) | Outcome::Found(Found::One(external_id))) = &reply.result else {
            return Ok(None);
        };
        let (account, policy) = (&sending.deployment.account, &self.engine().retry);
        if reply.usage.is_some_and(|usage| pace(account, usage, policy).is_some()) {
            return Ok(None);
        }
        let mut steps = sending.steps.clone();
        steps[sending.index].state = StepState::Done { external_id: external_id.clone() };
        steps[sending.index].read_back.clone_from(&reply.read_back);
        let following = intend_next(&mut steps, now);
        let exchanges = Exchanges { lease, sending, records: &reply.records, now };
        match following {
            Some((index, mode)) if more_time => {
                self.reach(Failpoint::BeforeIntent, &steps[index].plan.key).await;
                let intent = (mode == Mode::Send).then_some(&steps[index]);
                if !self.go_on_as_read(&exchanges, &steps[sending.index], intent).await? {
                    return Ok(None);
                }
                let (deployment, ticket) = (sending.deployment.clone(), sending.ticket.clone());
                Ok(Some(Plan::Do(Box::new(Sending { deployment, steps, index, mode, granted_at, ticket }))))
            }
            None if !steps.iter().any(|step| matches!(step.read_back, Some(ReadBack::Later(_)))) => {
                let succeeded = self.succeed_as_read(&exchanges, &steps).await?;
                Ok(succeeded.then_some(Plan::Rest(Driven::Ended(DeploymentStatus::Success))))
            }
            _ => Ok(None),
        }
    }

    async fn go_on_as_read(&self, exchanges: &Exchanges<'_>, done: &Step, intent: Option<&Step>) -> Result<bool> {
        let Exchanges { lease, sending, records, now } = *exchanges;
        let attempts = self.attempts(&sending.deployment, done, records.to_vec());
        self.reach(Failpoint::BeforeCommit, &done.plan.key).await;
        let how_long = self.engine().lease;
        Ok(deployments::go_on(self.store(), lease, how_long, (done, &attempts), intent, now).await?)
    }

    async fn succeed_as_read(&self, exchanges: &Exchanges<'_>, steps: &[Step]) -> Result<bool> {
        let Exchanges { lease, sending, records, now } = *exchanges;
        let Some(mut ticket) = sending.ticket.clone() else { return Ok(false) };
        let (deployment, done) = (&sending.deployment, &steps[sending.index]);
        let attempts = self.attempts(deployment, done, records.to_vec());
        let external_id = first_id(steps)?;
        let ended = self.end_of(deployment, DeploymentStatus::Success, None);
        note_findings(&mut ticket, steps);
        let event = TicketEvent::Trafficked { external_id: external_id.clone() };
        let moved = self.moved(&Actor::worker(), &mut ticket, event, None)?;
        let events = [Some(ended), moved].into_iter().flatten().collect();
        self.reach(Failpoint::BeforeCommit, &done.plan.key).await;
        let succeeded = deployments::succeed(self.store(), lease, (done, &attempts), &ticket, events, now).await?;
        if succeeded {
            tell_of_success(deployment, external_id);
        }
        Ok(succeeded)
    }
}

/// What was exchanged, under which lease, and when.
#[derive(Clone, Copy)]
struct Exchanges<'a> {
    lease: Lease,
    sending: &'a Sending,
    records: &'a [AttemptRecord],
    now: Timestamp,
}

/// The first unfinished step and what is done with it; one that will be sent says so from now on.
fn intend_next(steps: &mut [Step], now: Timestamp) -> Option<(usize, Mode)> {
    let (index, next) = steps
        .iter()
        .map(|step| next::next(&step.state, step.is_repeatable()))
        .enumerate()
        .find(|(_, next)| *next != Next::Finished)?;
    if next == Next::FindByName {
        return Some((index, Mode::FindByName));
    }
    steps[index].state = StepState::Sent { at: now, in_flight: InFlight::Unheard, misses: 0 };
    Some((index, Mode::Send))
}

//! A worker takes a deployment up, and goes on from step to step.

use std::time::Duration;

use uuid::Uuid;

use crate::{
    Deployment, Timestamp,
    deployment::{DeploymentStatus, InFlight, Next, Step, StepState, next},
};

use super::{
    Decision, DeploymentGuard, DeploymentWrite, Due, Expects, GuardedWrite, Happened, Mode, Rules, Snapshot, Then,
    breakers::{Changed, Changing},
    ending,
};

/// The moment at which the next step is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// The deployment was just taken up.
    TakenUp,
    /// A step of it was just done.
    StepDone,
}

pub(super) fn take_up(snapshot: &Snapshot, token: Uuid, rules: Rules<'_>, now: Timestamp) -> Option<Decision> {
    if !snapshot.is_due(now) || snapshot.hold.is_some() {
        return None;
    }
    let deployment = &snapshot.deployment;
    let mut changing = Changing::new(&snapshot.breakers, &deployment.account, deployment.id, now);
    if !changing.begin_trial(rules.lease) {
        return None;
    }
    let mut after = snapshot.clone();
    after.deployment.attempt += 1;
    after.deployment.status = DeploymentStatus::Started;
    after.deployment.lease_token = Some(token);
    changing.events.push(Happened::Started { attempt: after.deployment.attempt });
    let draft = Draft { token, guard: unleased(deployment, true), changing, after, touched: Vec::new(), rules, now };
    Some(draft.next_step(Moment::TakenUp))
}

/// The guard of a deployment that nobody has a good lease on.
pub(super) fn unleased(deployment: &Deployment, due: bool) -> DeploymentGuard {
    DeploymentGuard::Unleased { attempt: deployment.attempt, lease_until: deployment.lease_until, due }
}

/// A decision that is being made.
pub(super) struct Draft<'a> {
    pub(super) token: Uuid,
    pub(super) guard: DeploymentGuard,
    pub(super) changing: Changing<'a>,
    /// The deployment as it will be.
    pub(super) after: Snapshot,
    /// The indices of the steps that change.
    pub(super) touched: Vec<usize>,
    pub(super) rules: Rules<'a>,
    pub(super) now: Timestamp,
}

impl<'a> Draft<'a> {
    /// A decision under the worker's lease.
    pub(super) fn leased(snapshot: &'a Snapshot, token: Uuid, rules: Rules<'a>, now: Timestamp) -> Self {
        let deployment = &snapshot.deployment;
        let changing = Changing::new(&snapshot.breakers, &deployment.account, deployment.id, now);
        let guard = DeploymentGuard::Leased(token);
        Self { token, guard, changing, after: snapshot.clone(), touched: Vec::new(), rules, now }
    }

    /// A step that changes.
    pub(super) fn step(&mut self, index: usize) -> &mut Step {
        if !self.touched.contains(&index) {
            self.touched.push(index);
        }
        &mut self.after.steps[index]
    }

    /// Plans the next unfinished step, with its intent; or the end.
    pub(super) fn next_step(mut self, moment: Moment) -> Decision {
        let Some(index) = self.after.unfinished() else { return self.verify_or_succeed(moment) };
        let step = &self.after.steps[index];
        let mode = match next::next(&step.state, step.is_repeatable()) {
            Next::FindByName => Mode::FindByName,
            Next::Send | Next::Finished => {
                let at = self.now;
                self.step(index).state = StepState::Sent { at, in_flight: InFlight::Unheard, misses: 0 };
                Mode::Send
            }
        };
        self.perform(index, mode)
    }

    /// Every object exists. One that could not be read back at first gets one more try, a moment later; then it is over.
    fn verify_or_succeed(self, moment: Moment) -> Decision {
        match (self.after.to_verify(), moment) {
            (None, _) => ending::succeed(self),
            (Some(index), Moment::TakenUp) => self.perform(index, Mode::Verify),
            (Some(_), Moment::StepDone) => {
                let why = "Everything is created; it is read back once more, to see that it is as it was meant.";
                let (delay, retries) = (self.rules.retry.settle, self.after.deployment.retries);
                self.wait(delay, retries, false, why.to_owned(), true)
            }
        }
    }

    fn perform(self, index: usize, mode: Mode) -> Decision {
        let deployment = &self.after.deployment;
        let write = DeploymentWrite {
            status: DeploymentStatus::Started,
            attempt: deployment.attempt,
            retries: deployment.retries,
            parked: false,
            error: deployment.error.clone(),
            lease: Some((self.token, self.rules.lease)),
            due: Due::Unchanged,
        };
        self.finish(write, Then::Perform { index, mode })
    }

    /// The deployment waits. `parked` says that it waits for its account.
    pub(super) fn wait(mut self, delay: Duration, retries: i32, parked: bool, why: String, tell: bool) -> Decision {
        if tell {
            self.changing.events.push(Happened::Waiting { delay, why: why.clone() });
        }
        let write = DeploymentWrite {
            status: DeploymentStatus::Retry,
            attempt: self.after.deployment.attempt,
            retries,
            parked,
            error: Some(why),
            lease: None,
            due: Due::In(delay),
        };
        self.finish(write, Then::Wait(delay))
    }

    /// The decision with all its guards.
    pub(super) fn finish(self, deployment: DeploymentWrite, then: Then) -> Decision {
        let Self { guard, changing, mut after, touched, now, .. } = self;
        let Changed { after: breakers, breakers: rows, due_again, outages, events } = changing.finish();
        after.breakers = breakers;
        after.deployment.status = deployment.status;
        after.deployment.retries = deployment.retries;
        after.deployment.error.clone_from(&deployment.error);
        after.deployment.lease_token = deployment.lease.map(|(token, _)| token);
        let sends = matches!(then, Then::Perform { .. });
        let write = GuardedWrite {
            id: after.deployment.id,
            expects: Expects {
                deployment: guard,
                ticket: None,
                no_breaker: rows.is_empty(),
                // What is being sent now is finished; the next step of a paused account is not begun.
                no_hold: sends,
            },
            deployment,
            steps: touched.into_iter().map(|index| after.steps[index].clone()).collect(),
            ticket: None,
            breakers: rows,
            due_again,
            outages,
            events,
            now,
        };
        Decision { write, then, after }
    }
}

//! Workers: each drives some deployments at once, as `app/src/deployments/drive.rs` does. A moment passes between each of its
//! steps, and in any of them the worker may die, sleep, or be overtaken.

use std::time::Duration;

use domain::{
    Timestamp,
    deployment::{
        Outcome,
        engine::{self, Answered, Decision, Exchange, Input, Mode, Rules, Snapshot, Then},
        next::Found,
    },
};
use rand::Rng;
use uuid::Uuid;

use crate::{
    promises::{Broken, promise},
    world::{Happening, World},
};

/// The longest time that is left for a request at the end of a lease: the client's time-out and a margin, as in
/// `app/src/deployments/perform.rs`.
const RESERVED: Duration = Duration::from_secs(32);

/// The most times that a decision is made again.
const PATIENCE: u32 = 32;

/// A worker's process.
#[derive(Debug, Default)]
pub(crate) struct Worker {
    /// Counts its lives: what an earlier life had planned does not happen.
    pub(crate) life: u32,
    /// Until when the whole process sleeps.
    pub(crate) asleep_until: Option<Timestamp>,
    /// The drives that are under way.
    pub(crate) drives: Vec<Drive>,
}

/// One drive of a deployment.
#[derive(Debug, Clone)]
pub(crate) struct Drive {
    pub(crate) number: u64,
    /// The deployment.
    pub(crate) index: usize,
    pub(crate) token: Uuid,
    pub(crate) stage: Stage,
    /// Since when the lease counts.
    granted_at: Timestamp,
    tries: u32,
}

/// The next thing that a drive does.
#[derive(Debug, Clone)]
pub(crate) enum Stage {
    /// It reads, and decides what the input means.
    Read(Input),
    /// It commits a decision that the input led to.
    Commit(Box<Decision>, Input),
    /// It sends, or searches.
    Perform(Box<Snapshot>, usize, Mode),
    /// It has the platform's answer.
    Answer(Box<Snapshot>, Box<Answered>),
}

impl Drive {
    pub(crate) fn new(number: u64, index: usize, now: Timestamp) -> Self {
        let token = Uuid::from_u128((9 << 96) | u128::from(number));
        Self { number, index, token, stage: Stage::Read(Input::TakeUp { token }), granted_at: now, tries: 0 }
    }
}

impl World {
    /// One step of a drive. None where the drive is over, otherwise how long the next step takes.
    pub(crate) fn step(&mut self, drive: &mut Drive) -> Result<Option<Duration>, Broken> {
        let stage = std::mem::replace(&mut drive.stage, Stage::Read(Input::GiveBack { token: drive.token }));
        match stage {
            Stage::Read(input) => {
                drive.tries += 1;
                if drive.tries > PATIENCE {
                    return Ok(None);
                }
                let snapshot = self.store.read(drive.index);
                Ok(self.decide(drive, &snapshot, input))
            }
            Stage::Commit(decision, input) => self.commit(drive, decision, input),
            Stage::Perform(snapshot, index, mode) => self.perform(drive, snapshot, index, mode),
            Stage::Answer(snapshot, answered) => {
                // As in `drive.rs`: a success is decided on what is known, anything else on what is there now.
                let succeeded =
                    matches!(answered.result, Exchange::Sent(Outcome::Done(_)) | Exchange::Found(Found::One(_)));
                let input = Input::Answered(answered);
                drive.tries = 0;
                if succeeded {
                    return Ok(self.decide(drive, &snapshot, input));
                }
                drive.stage = Stage::Read(input);
                Ok(Some(self.moment(2)))
            }
        }
    }

    fn rules(&self) -> Rules<'_> {
        Rules { retry: &self.policy, lease: self.lease }
    }

    fn decide(&mut self, drive: &mut Drive, snapshot: &Snapshot, input: Input) -> Option<Duration> {
        drive.granted_at = self.agenda.now;
        let decision = engine::decide(snapshot, input.clone(), self.rules(), self.agenda.now)?;
        drive.stage = Stage::Commit(Box::new(decision), input);
        Some(self.moment(5))
    }

    fn commit(&mut self, drive: &mut Drive, decision: Box<Decision>, input: Input) -> Result<Option<Duration>, Broken> {
        let gives_back = matches!(input, Input::GiveBack { .. });
        let (failed, lost) = (self.chosen(self.plan.failed_commits), self.chosen(self.plan.lost_commits));
        let written = !failed && self.write(drive, &decision)?;
        if failed || lost {
            // The worker knows nothing: it gives the lease back, once.
            drive.tries = 0;
            drive.stage = Stage::Read(Input::GiveBack { token: drive.token });
            return Ok((!gives_back).then(|| self.moment(20)));
        }
        if !written {
            drive.stage = Stage::Read(input);
            return Ok(Some(self.moment(2)));
        }
        let Then::Perform { index, mode } = decision.then else { return Ok(None) };
        drive.stage = Stage::Perform(Box::new(decision.after), index, mode);
        let slow = self.chosen(self.plan.slow_starts);
        Ok(Some(self.moment(if slow { 12_000 } else { 3 })))
    }

    fn write(&mut self, drive: &Drive, decision: &Decision) -> Result<bool, Broken> {
        let row = self.store.row(drive.index);
        let (before, steps) = (row.deployment.clone(), row.steps.clone());
        let written = self.store.commit(drive.index, &decision.write, self.agenda.now);
        if written {
            self.report.writes += 1;
            crate::promises::after_write(&before, &steps, self.store.row(drive.index))?;
            let held = before.lease_token == Some(drive.token);
            let took = self.store.row(drive.index).deployment.attempt == before.attempt + 1;
            promise(held || took, "nothing is written without its lease", || {
                format!("{before:?}: {:?}", decision.write)
            })?;
        } else {
            self.report.guards_failed += 1;
        }
        Ok(written)
    }

    fn perform(
        &mut self,
        drive: &mut Drive,
        snapshot: Box<Snapshot>,
        index: usize,
        mode: Mode,
    ) -> Result<Option<Duration>, Broken> {
        let now = self.agenda.now;
        let step = &snapshot.steps[index];
        let name = step.plan.name.clone();
        let used = Duration::try_from(now.duration_since(drive.granted_at)).unwrap_or_default();
        let (result, read_back, after) = if used + RESERVED >= self.lease {
            (Exchange::HeldBack, None, self.moment(1))
        } else {
            let plan = self.plan;
            let answer = match mode {
                Mode::Send => {
                    self.report.sent += 1;
                    self.check_send(drive, index)?;
                    self.platform.create(now, &plan, &mut self.rng)
                }
                Mode::FindByName | Mode::Verify => {
                    self.report.searches += 1;
                    self.platform.find(&name, now, &plan, &mut self.rng)
                }
            };
            if let Some((id, delay)) = answer.creates {
                self.agenda.after(delay, Happening::Created { name, id });
            }
            (answer.result, answer.read_back, answer.after)
        };
        let chance = self.rng.random();
        let token = drive.token;
        let answered =
            Answered { token, index, mode, took: after, result, read_back, usage: None, more_time: true, chance };
        drive.stage = Stage::Answer(snapshot, Box::new(answered));
        Ok(Some(after))
    }

    /// A request leaves under a good lease, after its intent was committed.
    fn check_send(&self, drive: &Drive, index: usize) -> Result<(), Broken> {
        let row = self.store.row(drive.index);
        let (deployment, step) = (&row.deployment, &row.steps[index]);
        let leased = deployment.lease_token == Some(drive.token)
            && deployment.lease_until.is_some_and(|until| until > self.agenda.now);
        promise(leased, "nothing is sent without a good lease", || format!("{deployment:?} at {}", self.agenda.now))?;
        let intended = matches!(step.state, domain::deployment::StepState::Sent { .. });
        promise(intended, "nothing is sent before its intent is committed", || format!("{step:?}"))
    }
}

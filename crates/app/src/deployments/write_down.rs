//! Writing what came of a step, under the lease, together with the intent of the following one.

use std::time::{Duration, Instant};

use domain::{
    Timestamp,
    deployment::{
        DeploymentStatus, Outcome as Answer, ReadBack, StepState, Verdict,
        account::{Park, pace},
        next::{Found, Seeking, Situation, after_failed_find, after_find, after_send},
    },
};
use store::{
    Tx,
    accounts::{self, Proof},
    deployments::{self, Lease},
};
use tracing::warn;

use super::{
    drive::{Driven, Moment, Plan},
    send::{Mode, Outcome, Reply, Sending},
};
use crate::{App, Failpoint, Result};

impl App {
    /// Writes what came of a step, and the intent of the following one, in one transaction.
    pub(super) async fn write_down(
        &self,
        lease: Lease,
        sending: &Sending,
        reply: Reply,
        more_time: bool,
    ) -> Result<Plan> {
        if let Some(plan) = self.write_down_as_read(lease, sending, &reply, more_time).await? {
            return Ok(plan);
        }
        let (granted_at, now) = (Instant::now(), self.now());
        let tx = self.store().begin().await?;
        deployments::renew(&tx, lease, self.engine().lease, now).await?;
        self.record_attempts(&tx, &sending.deployment, sending.step(), reply.records).await?;
        let plan = match (sending.mode, reply.result) {
            (Mode::ReadBack, _) => self.looked_back(&tx, lease, sending, reply.read_back, granted_at, now).await?,
            (_, result) => {
                let proof = proof(&result);
                // Before it is judged whether the ticket is excused: an outage that this ends counts.
                let lifted = matches!(result, Outcome::Found(Found::Nothing));
                if lifted {
                    self.lift(&tx, sending, Proof::Read, now).await?;
                }
                let excused = self.is_excused(&tx, sending, &result).await?;
                let verdict = self.judge(sending, &result, excused, now);
                let pause =
                    reply.usage.and_then(|usage| pace(&sending.deployment.account, usage, &self.engine().retry));
                let read_back = reply.read_back;
                let after = After { lease, sending, proof, lifted, pause, read_back, more_time, granted_at, now };
                self.act_on(&tx, verdict, after).await?
            }
        };
        self.reach(Failpoint::BeforeCommit, &sending.step().plan.key).await;
        tx.commit().await?;
        Ok(plan)
    }

    async fn act_on(&self, tx: &Tx, verdict: Verdict, after: After<'_>) -> Result<Plan> {
        let After { lease, sending, proof, lifted, pause, read_back, more_time, granted_at, now } = after;
        let deployment = &sending.deployment;
        let mut steps = sending.steps.clone();
        let step = &mut steps[sending.index];
        let retries = deployment.retries;
        match verdict {
            Verdict::Done(external_id) => {
                // An object that a look-up found proves that the platform reads, not that it takes writes again.
                self.conclude(tx, sending, proof, now).await?;
                step.state = StepState::Done { external_id };
                step.read_back = read_back;
                deployments::save_step(tx, step).await?;
                if let Some(park) = &pause {
                    accounts::park(tx, park, &self.engine().retry, now).await?;
                }
                let last = steps.iter().all(|step| matches!(step.state, StepState::Done { .. }));
                let why = if last {
                    None
                } else if !more_time {
                    Some("It is taken up again at once: this worker's time for one task was over.".to_owned())
                } else {
                    accounts::blocked(tx, &deployment.account, now).await?
                };
                match why {
                    None => {
                        let deployment = deployment.clone();
                        self.next_step(tx, lease, deployment, steps, granted_at, Moment::SteppedOn, now).await
                    }
                    Some(why) => {
                        let delay = pause.and_then(|park| park.said).unwrap_or_default();
                        deployments::wait(tx, lease, delay, retries, !delay.is_zero(), &why, now).await?;
                        Ok(Plan::Rest(Driven::Waits(delay)))
                    }
                }
            }
            Verdict::Again { state, delay, why, counts, suspect } => {
                match &suspect {
                    Some(park) => {
                        self.park(tx, sending, park, now).await?;
                    }
                    None if lifted => {}
                    None => self.conclude(tx, sending, proof, now).await?,
                }
                step.state = state;
                deployments::save_step(tx, step).await?;
                let retries = retries + i32::from(counts);
                deployments::wait(tx, lease, delay, retries, false, &why, now).await?;
                self.record_wait(tx, deployment, delay, &why).await?;
                Ok(Plan::Rest(Driven::Waits(delay)))
            }
            Verdict::Park(park) => {
                if sending.mode == Mode::Send {
                    // The platform surely did not accept it, so nothing needs to be looked up.
                    step.state = StepState::Planned;
                    deployments::save_step(tx, step).await?;
                }
                let delay = self.park(tx, sending, &park, now).await?;
                // Others of the account go first, so that one that always fails does not stand in their way.
                let delay = delay + LAST_IN_LINE;
                let why = format!("{} is parked: {}", park.account, park.message);
                deployments::wait(tx, lease, delay, retries, true, &why, now).await?;
                self.record_wait(tx, deployment, delay, &why).await?;
                Ok(Plan::Rest(Driven::Waits(delay)))
            }
            Verdict::Fail { state, reason } => {
                if !lifted {
                    self.conclude(tx, sending, proof, now).await?;
                }
                step.state = state;
                deployments::save_step(tx, step).await?;
                self.fail(tx, lease, deployment, &steps, &reason, now).await?;
                Ok(Plan::Rest(Driven::Ended(DeploymentStatus::Failure)))
            }
        }
    }

    /// Writes a second look at an object; whatever it showed, it is the last.
    async fn looked_back(
        &self,
        tx: &Tx,
        lease: Lease,
        sending: &Sending,
        read_back: Option<ReadBack>,
        granted_at: Instant,
        now: Timestamp,
    ) -> Result<Plan> {
        accounts::end_probe(tx, &sending.deployment.account, sending.deployment.id, now).await?;
        let mut steps = sending.steps.clone();
        let step = &mut steps[sending.index];
        step.read_back = match read_back {
            Some(ReadBack::Later(why)) => Some(ReadBack::Unread(why)),
            Some(read_back) => Some(read_back),
            None => Some(ReadBack::Unread("There was no time left for it.".to_owned())),
        };
        deployments::save_step(tx, step).await?;
        self.next_step(tx, lease, sending.deployment.clone(), steps, granted_at, Moment::TakenUp, now).await
    }

    /// Parks an account, and says so where others notice.
    async fn park(&self, tx: &Tx, sending: &Sending, park: &Park, now: Timestamp) -> Result<Duration> {
        let longest = self.engine().retry.longest_wait;
        if let Some(said) = park.said.filter(|said| *said > longest) {
            warn!(
                platform = park.account.platform.key(),
                said_s = said.as_secs(),
                longest_s = longest.as_secs(),
                "{} is to wait {} s, says the platform; it is asked again after {} s, the longest wait",
                park.account,
                said.as_secs(),
                longest.as_secs()
            );
        }
        let delay = accounts::park(tx, park, &self.engine().retry, now).await?;
        if !delay.is_zero() {
            self.record_parked(tx, &sending.deployment, park, delay).await?;
        }
        Ok(delay)
    }

    /// Writes what an exchange proved of the account, or that it proved nothing.
    async fn conclude(&self, tx: &Tx, sending: &Sending, proof: Option<Proof>, now: Timestamp) -> Result<()> {
        let deployment = &sending.deployment;
        match proof {
            Some(proof) => self.lift(tx, sending, proof, now).await,
            None => Ok(accounts::end_probe(tx, &deployment.account, deployment.id, now).await?),
        }
    }

    /// The account answered; whatever that answer proves to be over is over.
    async fn lift(&self, tx: &Tx, sending: &Sending, proof: Proof, now: Timestamp) -> Result<()> {
        let deployment = &sending.deployment;
        let lifted = accounts::free(tx, &deployment.account, deployment.id, proof, now).await?;
        for lift in &lifted {
            self.record_freed(tx, lift).await?;
        }
        Ok(())
    }

    /// Whether that nothing was found is no fault of the ticket: the platform was out since its request was sent.
    async fn is_excused(&self, tx: &Tx, sending: &Sending, result: &Outcome) -> Result<bool> {
        match (result, &sending.step().state) {
            (Outcome::Found(Found::Nothing), StepState::Sent { at, .. }) => {
                Ok(accounts::was_out_since(tx, &sending.deployment.account, *at).await?)
            }
            _ => Ok(false),
        }
    }

    /// What a reply means for the step: pure decisions, see `domain::deployment::next`.
    fn judge(&self, sending: &Sending, result: &Outcome, excused: bool, now: Timestamp) -> Verdict {
        let (deployment, step) = (&sending.deployment, sending.step());
        let (account, policy, retries) = (&deployment.account, &self.engine().retry, deployment.retries);
        let StepState::Sent { at, in_flight, misses } = step.state else {
            // Unreachable by construction: a step in hand is SENT. Looking again is always safe.
            return again(step.state.clone(), policy.settle, String::new());
        };
        let age = Duration::try_from(now.duration_since(deployment.created_at)).unwrap_or_default();
        let situation = Situation { account, sent_at: at, retries, age, chance: self.rng().fraction() };
        match result.clone() {
            Outcome::Sent(outcome) => after_send(outcome, situation, policy),
            Outcome::Found(found) => {
                let seeking = Seeking { name: &step.plan.name, misses, in_flight, excused, situation };
                after_find(found, seeking, now, policy)
            }
            Outcome::FindFailed(outcome) => after_failed_find(outcome, step.state.clone(), situation, policy),
            Outcome::HeldBack => {
                let state = if sending.mode == Mode::Send { StepState::Planned } else { step.state.clone() };
                again(state, Duration::ZERO, "It was not sent: too little was left of the worker's lease.".to_owned())
            }
            Outcome::Impossible(what) => Verdict::Fail {
                // A step that was to be sent was not; what may exist of one that was sent before is as unknown as it was.
                state: if sending.mode == Mode::Send { StepState::Planned } else { step.state.clone() },
                reason: format!(
                    "OmniTraffick could not go on, and sent nothing: {what}. The platform did not answer this; tell the people who run OmniTraffick."
                ),
            },
        }
    }
}

/// How much later than the others of a parked account the one comes that it was parked for.
const LAST_IN_LINE: Duration = Duration::from_millis(20);

/// What came of an exchange, and all that is needed to act on it.
struct After<'a> {
    lease: Lease,
    sending: &'a Sending,
    proof: Option<Proof>,
    /// Whether what it proves is written already.
    lifted: bool,
    pause: Option<Park>,
    read_back: Option<ReadBack>,
    more_time: bool,
    granted_at: Instant,
    now: Timestamp,
}

fn again(state: StepState, delay: Duration, why: String) -> Verdict {
    Verdict::Again { state, delay, why, counts: false, suspect: None }
}

/// What an exchange proves of the account.
fn proof(result: &Outcome) -> Option<Proof> {
    match result {
        Outcome::Sent(Answer::Done(_) | Answer::Refused { .. }) => Some(Proof::Written),
        Outcome::Found(_) => Some(Proof::Read),
        Outcome::Sent(_) | Outcome::FindFailed(_) | Outcome::HeldBack | Outcome::Impossible(_) => None,
    }
}

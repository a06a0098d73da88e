//! A platform has answered a step, or has not: the step's new state, and what follows.

use std::time::Duration;

use crate::{
    Timestamp,
    deployment::{
        Outcome, ReadBack, StepState, Verdict,
        account::pace,
        next::{Found, Seeking, Situation, after_failed_find, after_find, after_send},
    },
};

use super::{
    Answered, Decision, Exchange, Mode, Rules, Snapshot,
    breakers::Proof,
    ending,
    take_up::{Draft, Moment},
};

/// The delay of the deployment that opened the breaker behind the others of its account, so that one that always fails
/// does not keep them waiting.
const LAST_IN_LINE: Duration = Duration::from_millis(20);

pub(super) fn answered(snapshot: &Snapshot, answered: Answered, rules: Rules<'_>, now: Timestamp) -> Option<Decision> {
    if !snapshot.is_leased_by(answered.token) || answered.index >= snapshot.steps.len() {
        return None;
    }
    let draft = Draft::leased(snapshot, answered.token, rules, now);
    Some(match answered.mode {
        Mode::Verify => verified(draft, answered),
        Mode::Send | Mode::FindByName => exchanged(draft, snapshot, &answered),
    })
}

fn exchanged(mut draft: Draft<'_>, snapshot: &Snapshot, answered: &Answered) -> Decision {
    let proof = proof(&answered.result);
    // Before it is judged whether the ticket is excused: an outage that this ends counts.
    let concluded = matches!(answered.result, Exchange::Found(Found::Nothing));
    if concluded {
        draft.changing.close(Proof::Read);
    }
    let excused = concluded && is_excused(&draft, snapshot, answered.index);
    let verdict = judge(&draft, answered, excused);
    if !concluded {
        conclude(&mut draft, &verdict, proof);
    }
    act(draft, verdict, answered)
}

/// The answer's proof about the account.
fn proof(result: &Exchange) -> Option<Proof> {
    match result {
        Exchange::Sent(Outcome::Done(_) | Outcome::Refused { .. }) => Some(Proof::Written),
        // An object that a search found proves that the platform reads, not that it takes writes again.
        Exchange::Found(_) => Some(Proof::Read),
        Exchange::Sent(_) | Exchange::FindFailed(_) | Exchange::HeldBack | Exchange::Impossible(_) => None,
    }
}

/// Applies the proof to the account's breakers, unless the verdict opens one.
fn conclude(draft: &mut Draft<'_>, verdict: &Verdict, proof: Option<Proof>) {
    let opens = matches!(verdict, Verdict::Park(_) | Verdict::Again { suspect: Some(_), .. });
    match proof {
        _ if opens => {}
        Some(proof) => draft.changing.close(proof),
        None => draft.changing.end_trial(),
    }
}

/// Returns whether it is no failure of the ticket that nothing was found: the platform was out since its request was sent.
fn is_excused(draft: &Draft<'_>, snapshot: &Snapshot, index: usize) -> bool {
    let StepState::Sent { at, .. } = &snapshot.steps[index].state else { return false };
    draft.changing.ended_an_outage() || snapshot.outage_ended_at.is_some_and(|ended| ended >= *at)
}

/// The meaning of a result for the step: see `deployment::next`.
fn judge(draft: &Draft<'_>, answered: &Answered, excused: bool) -> Verdict {
    let (deployment, step) = (&draft.after.deployment, &draft.after.steps[answered.index]);
    let (policy, retries, now) = (draft.rules.retry, deployment.retries, draft.now);
    let StepState::Sent { at, in_flight, misses } = step.state else {
        // A step that is exchanged is SENT. To look again is always safe.
        return again(step.state.clone(), policy.settle, "Its state is looked at once more.");
    };
    let age = Duration::try_from(now.duration_since(deployment.created_at)).unwrap_or_default();
    let situation = Situation { account: &deployment.account, sent_at: at, now, retries, age, chance: answered.chance };
    let unsent = if answered.mode == Mode::Send { StepState::Planned } else { step.state.clone() };
    match answered.result.clone() {
        Exchange::Sent(outcome) => after_send(outcome, situation, policy),
        Exchange::Found(found) => {
            let asked_at = now.saturating_sub(answered.took).unwrap_or(at);
            let seeking = Seeking { name: &step.plan.name, misses, in_flight, excused, asked_at, situation };
            after_find(found, seeking, policy)
        }
        Exchange::FindFailed(outcome) => after_failed_find(outcome, step.state.clone(), situation, policy),
        Exchange::HeldBack => {
            again(unsent, Duration::ZERO, "It was not sent: too little was left of the worker's lease.")
        }
        // What may exist of a step that was sent before is as unknown as it was.
        Exchange::Impossible(what) => Verdict::Fail {
            state: unsent,
            reason: format!(
                "OmniTraffick could not go on, and sent nothing: {what}. The platform did not answer this; tell the people who run OmniTraffick."
            ),
        },
    }
}

fn again(state: StepState, delay: Duration, why: &str) -> Verdict {
    Verdict::Again { state, delay, why: why.to_owned(), counts: false, suspect: None }
}

fn act(mut draft: Draft<'_>, verdict: Verdict, answered: &Answered) -> Decision {
    let (policy, index, retries) = (draft.rules.retry, answered.index, draft.after.deployment.retries);
    match verdict {
        Verdict::Done(external_id) => {
            let step = draft.step(index);
            step.state = StepState::Done { external_id };
            step.read_back.clone_from(&answered.read_back);
            go_on(draft, answered)
        }
        Verdict::Again { state, delay, why, counts, suspect } => {
            if let Some(park) = &suspect {
                draft.changing.open_and_tell(park, policy);
            }
            draft.step(index).state = state;
            draft.wait(delay, retries + i32::from(counts), false, why, true)
        }
        Verdict::Park(park) => {
            if answered.mode == Mode::Send {
                // The platform surely did not accept it, so nothing needs to be looked up.
                draft.step(index).state = StepState::Planned;
            }
            let delay = draft.changing.open_and_tell(&park, policy) + LAST_IN_LINE;
            let why = format!("{} is parked: {}", park.account, park.message);
            draft.wait(delay, retries, true, why, true)
        }
        Verdict::Fail { state, reason } => {
            draft.step(index).state = state;
            ending::fail(draft, &reason)
        }
    }
}

/// A step is done: the following one, where the account may be called and the worker has time.
fn go_on(mut draft: Draft<'_>, answered: &Answered) -> Decision {
    let (policy, retries, now) = (draft.rules.retry, draft.after.deployment.retries, draft.now);
    let pause = answered.usage.and_then(|usage| pace(draft.changing.account(), usage, policy));
    if let Some(park) = &pause {
        draft.changing.open(park, policy);
    }
    draft.after.breakers = draft.changing.after.clone();
    let last = draft.after.steps.iter().all(|step| matches!(step.state, StepState::Done { .. }));
    let why = if last {
        None
    } else if !answered.more_time {
        Some("It is taken up again at once: this worker's time for one task was over.".to_owned())
    } else {
        draft.after.blocked(now)
    };
    match why {
        None => draft.next_step(Moment::StepDone),
        Some(why) => {
            let delay = pause.and_then(|park| park.said).unwrap_or_default();
            draft.wait(delay, retries, !delay.is_zero(), why, false)
        }
    }
}

/// An object was read back once more, for the last time.
fn verified(mut draft: Draft<'_>, answered: Answered) -> Decision {
    draft.changing.end_trial();
    draft.step(answered.index).read_back = match answered.read_back {
        Some(ReadBack::Later(why)) => Some(ReadBack::Unread(why)),
        Some(read_back) => Some(read_back),
        None => Some(ReadBack::Unread("There was no time left for it.".to_owned())),
    };
    draft.next_step(Moment::TakenUp)
}

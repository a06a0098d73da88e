//! The engine's decisions: what a step found in some state needs, and what an outcome means for it.

use std::time::Duration;

use crate::{AccountRef, Timestamp, ticket::lifecycle::ExternalId};

use super::{
    Cause, InFlight, Outcome, RetryPolicy, Scope, StepState,
    account::{Park, ParkReason},
};

/// The next move of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Write the intent, then send.
    Send,
    /// Look for the object before anything else.
    FindByName,
    /// It is finished: go on to the following step.
    Finished,
}

/// Returns the next move of a step in `state`. A step whose outcome is unknown is never simply sent again.
/// `repeatable` is true for changes that may be said twice.
pub fn next(state: &StepState, repeatable: bool) -> Next {
    match state {
        StepState::Done { .. } => Next::Finished,
        StepState::Sent { .. } if !repeatable => Next::FindByName,
        StepState::Planned | StepState::Sent { .. } | StepState::Refused { .. } => Next::Send,
    }
}

/// The meaning of an outcome for a step and its deployment.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The step is done; go on.
    Done(ExternalId),
    /// Come back after `delay`, with the step in `state`.
    Again {
        /// The step's state meanwhile.
        state: StepState,
        /// The wait.
        delay: Duration,
        /// The reason for the wait, as a sentence for people.
        why: String,
        /// Set where one of the deployment's retries is used up.
        counts: bool,
        /// The suspicion against its account: the next deployment goes there alone.
        suspect: Option<Park>,
    },
    /// Nothing was accepted, and the whole account must wait; uses up no retry.
    Park(Park),
    /// The deployment fails, with the step in `state`.
    Fail {
        /// The step's state at the end.
        state: StepState,
        /// The reason, for a planner.
        reason: String,
    },
}

/// The facts that a decision about a step uses.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The account that the object is in.
    pub account: &'a AccountRef,
    /// The last moment at which the request may have left: of its intent, or of the failure that left its outcome unknown.
    pub sent_at: Timestamp,
    /// The moment of the decision.
    pub now: Timestamp,
    /// The number of the deployment's retries that are used up.
    pub retries: i32,
    /// The time since the deployment was accepted.
    pub age: Duration,
    /// A number in `0..1`.
    pub chance: f64,
}

/// The meaning of the answer to a *send*.
pub fn after_send(outcome: Outcome, situation: Situation<'_>, policy: &RetryPolicy) -> Verdict {
    let Situation { account, now, retries, chance, .. } = situation;
    let platform = account.platform.display_name();
    match outcome {
        Outcome::Done(id) => Verdict::Done(id),
        Outcome::Refused { code, message } => {
            let reason = format!("{platform} refused it: {message} (code {code})");
            Verdict::Fail { state: StepState::Refused { reason: reason.clone() }, reason }
        }
        Outcome::Throttled { retry_after, scope, message } => Verdict::Park(Park {
            account: match scope {
                Scope::Account => account.clone(),
                Scope::Platform => AccountRef::whole(account.platform),
            },
            reason: ParkReason::Throttled,
            said: retry_after,
            message,
        }),
        Outcome::Unauthorized(cause) => Verdict::Park(Park {
            account: account.clone(),
            reason: ParkReason::Unauthorized,
            said: None,
            message: cause.message,
        }),
        Outcome::Unavailable(cause) if situation.age >= policy.outage_patience => Verdict::Fail {
            state: StepState::Planned,
            reason: format!(
                "{platform} could not take it for {} hours: {} Nothing was created; deploy again when it is back.",
                policy.outage_patience.as_secs() / 3600,
                cause.message
            ),
        },
        // That a platform does not answer is no fault of the ticket.
        Outcome::Unavailable(cause) => Verdict::Park(outage(account, &cause)),
        Outcome::HeldBack(cause) => Verdict::Again {
            state: StepState::Planned,
            delay: Duration::ZERO,
            why: cause.message,
            counts: false,
            suspect: None,
        },
        // However often it was tried: only a look-up tells whether the object exists.
        Outcome::Unknown(cause, in_flight) => Verdict::Again {
            // The platform's time to finish what it was sent counts from here.
            state: StepState::Sent { at: now, in_flight, misses: 0 },
            delay: policy.settle.max(policy.backoff(retries, chance)),
            why: format!(
                "It is not known whether {platform} created the object ({}); it is looked up before anything is sent again.",
                cause.message
            ),
            counts: false,
            suspect: Some(outage(account, &cause)),
        },
    }
}

fn outage(account: &AccountRef, cause: &Cause) -> Park {
    Park { account: account.clone(), reason: ParkReason::Outage, said: None, message: cause.message.clone() }
}

/// The result of a search by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No object has the name.
    Nothing,
    /// One has.
    One(ExternalId),
    /// Several have.
    Several(Vec<ExternalId>),
}

/// A step under look-up.
#[derive(Debug, Clone, Copy)]
pub struct Seeking<'a> {
    /// The name looked for.
    pub name: &'a str,
    /// The number of searches in a row that found nothing before this one.
    pub misses: i32,
    /// The platform may still be at the request, or not.
    pub in_flight: InFlight,
    /// Set where the platform was out since then, so that nothing found is no failed attempt.
    pub excused: bool,
    /// When this search began.
    pub asked_at: Timestamp,
    /// The account, and the state of the deployment.
    pub situation: Situation<'a>,
}

/// The meaning of a search by name: one found is adopted; nothing found twice, and late enough, may be sent again; several stop it.
pub fn after_find(found: Found, seeking: Seeking<'_>, policy: &RetryPolicy) -> Verdict {
    let Seeking { name, misses, in_flight, excused, asked_at, situation } = seeking;
    let Situation { account, sent_at, retries, age, .. } = situation;
    let platform = account.platform.display_name();
    match found {
        Found::One(id) => Verdict::Done(id),
        Found::Several(ids) => {
            let ids: Vec<&str> = ids.iter().map(ExternalId::as_str).collect();
            Verdict::Fail {
                state: StepState::Sent { at: sent_at, in_flight, misses: 0 },
                reason: format!(
                    "{platform} has {} objects named {name}: {}. Keep one, remove the others there, then deploy again.",
                    ids.len(),
                    ids.join(", ")
                ),
            }
        }
        Found::Nothing => {
            let horizon = policy.settle
                + match in_flight {
                    InFlight::Answered => Duration::ZERO,
                    InFlight::Dropped | InFlight::Silent => policy.dropped_horizon,
                    InFlight::Unheard => policy.unheard_horizon,
                };
            // A slow search shows how things stood when it was asked.
            let elapsed = asked_at.duration_since(sent_at);
            let elapsed = Duration::try_from(elapsed).unwrap_or(Duration::ZERO);
            if misses == 0 || elapsed < horizon {
                // Often at first: what the platform is still at is adopted as soon as it shows up.
                let doubled = policy.settle * 2_u32.saturating_pow(misses.clamp(0, 10).unsigned_abs());
                let rest = horizon.saturating_sub(elapsed);
                return Verdict::Again {
                    state: StepState::Sent { at: sent_at, in_flight, misses: misses + 1 },
                    delay: doubled.min(rest).max(policy.settle),
                    why: format!("{name} is not on {platform} yet; it is looked up once more before it is sent again."),
                    counts: false,
                    suspect: None,
                };
            }
            let counts = in_flight != InFlight::Unheard && !excused;
            if counts && retries >= policy.max_retries || age >= policy.outage_patience {
                return Verdict::Fail {
                    state: StepState::Planned,
                    reason: format!(
                        "{platform} did not create {name} in {} attempts and {} minutes, and has no object of that name.",
                        retries.saturating_add(1),
                        age.as_secs() / 60
                    ),
                };
            }
            Verdict::Again {
                state: StepState::Planned,
                delay: Duration::ZERO,
                why: format!("{name} is not on {platform}; it is sent again."),
                counts,
                suspect: None,
            }
        }
    }
}

/// The meaning of a search that failed: a search creates nothing, so the step, in `state`, is as ambiguous as before.
pub fn after_failed_find(
    outcome: Outcome,
    state: StepState,
    situation: Situation<'_>,
    policy: &RetryPolicy,
) -> Verdict {
    let outcome = match outcome {
        Outcome::HeldBack(cause) => {
            return Verdict::Again { state, delay: Duration::ZERO, why: cause.message, counts: false, suspect: None };
        }
        Outcome::Unknown(cause, _) => Outcome::Unavailable(cause),
        outcome => outcome,
    };
    match after_send(outcome, situation, policy) {
        Verdict::Park(park) => Verdict::Park(park),
        Verdict::Fail { reason, .. } => Verdict::Fail {
            state,
            reason: format!(
                "It is not known whether the object was created, because it could not be looked up: {reason} \
                 Deploying again looks it up first."
            ),
        },
        Verdict::Again { .. } | Verdict::Done(_) => Verdict::Again {
            state,
            delay: policy.settle,
            why: "The look-up's answer made no sense; it is repeated.".to_owned(),
            counts: true,
            suspect: None,
        },
    }
}

#[cfg(test)]
mod tests;

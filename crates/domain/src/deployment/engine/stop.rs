//! Decisions that stop the work on a deployment: a person cancels it, a worker gives it back, or the database refuses it.

use uuid::Uuid;

use crate::{
    Timestamp,
    deployment::{DeploymentStatus, StepState},
};

use super::{
    Decision, DeploymentWrite, Due, Happened, Rules, Snapshot, Then, ending,
    take_up::{Draft, unleased},
};

/// The reason why a deployment cannot be cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncancellable {
    /// It is over.
    Over(DeploymentStatus),
    /// Something was sent to the platform, or is being sent.
    Sent,
}

/// Rules that a decision without a platform does not need.
const NO_RULES: Rules<'static> =
    Rules { retry: &crate::deployment::RetryPolicy::SEED, lease: std::time::Duration::ZERO };

/// A person cancels the deployment, as long as nothing was sent.
pub(super) fn cancel(snapshot: &Snapshot, now: Timestamp) -> Result<Decision, Uncancellable> {
    let deployment = &snapshot.deployment;
    if !deployment.status.is_active() {
        return Err(Uncancellable::Over(deployment.status));
    }
    let sent = snapshot.steps.iter().any(|step| !matches!(step.state, StepState::Planned));
    if sent || !snapshot.is_unleased(now) {
        return Err(Uncancellable::Sent);
    }
    let mut draft = Draft::leased(snapshot, Uuid::nil(), NO_RULES, now);
    draft.guard = unleased(deployment, false);
    draft.changing.events.push(Happened::Cancelled { before: deployment.status });
    let write = ended(snapshot, DeploymentStatus::Revoked);
    let mut decision = draft.finish(write, Then::End(DeploymentStatus::Revoked));
    // A cancelled deployment sends nothing, so its account does not matter.
    decision.write.expects.no_breaker = false;
    decision.write.breakers.clear();
    Ok(decision)
}

/// The worker gives its lease back before it ends: the deployment may be taken up again at once.
pub(super) fn give_back(snapshot: &Snapshot, token: Uuid) -> Option<Decision> {
    if snapshot.deployment.lease_token != Some(token) {
        return None;
    }
    let draft = Draft::leased(snapshot, token, NO_RULES, snapshot.deployment.updated_at);
    let write = ended(snapshot, snapshot.deployment.status);
    let mut decision = draft.finish(write, Then::Leave);
    decision.write.expects.no_breaker = false;
    decision.write.breakers.clear();
    Some(decision)
}

fn ended(snapshot: &Snapshot, status: DeploymentStatus) -> DeploymentWrite {
    let deployment = &snapshot.deployment;
    DeploymentWrite {
        status,
        attempt: deployment.attempt,
        retries: deployment.retries,
        parked: false,
        error: if status == DeploymentStatus::Revoked { None } else { deployment.error.clone() },
        lease: None,
        due: Due::Unchanged,
    }
}

/// The database refuses to store how the deployment went, as it would at every try: the deployment is tried a few times, less
/// and less often, and then ends with the reason.
pub(super) fn unstorable(
    snapshot: &Snapshot,
    token: Uuid,
    reason: &str,
    chance: f64,
    rules: Rules<'_>,
    now: Timestamp,
) -> Option<Decision> {
    let mut draft = Draft::leased(snapshot, token, rules, now);
    // The lease may have been lost with the transaction that failed.
    if !snapshot.is_leased_by(token) {
        if !snapshot.is_due(now) {
            return None;
        }
        draft.guard = unleased(&snapshot.deployment, true);
        draft.after.deployment.attempt += 1;
    }
    let retries = snapshot.deployment.retries.saturating_add(1);
    if retries > rules.retry.max_retries {
        return Some(ending::fail(draft, reason));
    }
    let delay = rules.retry.settle.max(rules.retry.backoff(retries, chance));
    Some(draft.wait(delay, retries, false, reason.to_owned(), true))
}

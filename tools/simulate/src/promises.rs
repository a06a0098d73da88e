//! The promises that a run must keep, and the checks that are made after each step of it.

use std::fmt;

use domain::deployment::{Deployment, DeploymentStatus, Step, StepState};

use crate::{platform::Platform, store::Row};

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The promise.
    pub promise: &'static str,
    /// The evidence.
    pub seen: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.promise, self.seen)
    }
}

/// Refuses with a broken promise.
pub(crate) fn promise(kept: bool, promise: &'static str, seen: impl FnOnce() -> String) -> Result<(), Broken> {
    if kept { Ok(()) } else { Err(Broken { promise, seen: seen() }) }
}

/// A write leaves what is final as it is.
pub(crate) fn after_write(before: &Deployment, steps_before: &[Step], row: &Row) -> Result<(), Broken> {
    let after = &row.deployment;
    promise(before.status.is_active(), "a deployment that has ended stays as it is", || {
        format!("{before:?} became {after:?}")
    })?;
    promise(after.retries >= before.retries, "retries that are used are not given back", || format!("{after:?}"))?;
    for (was, is) in steps_before.iter().zip(&row.steps) {
        let lost = matches!(was.state, StepState::Done { .. }) && was.state != is.state;
        promise(!lost, "an object's id is never lost or replaced", || {
            format!("step {} was {:?} and is {:?}", was.plan.name, was.state, is.state)
        })?;
    }
    Ok(())
}

/// At the end of a run, everything is over, and what the store says is what the platform has.
pub(crate) fn at_the_end(rows: &[Row], platform: &Platform) -> Result<(), Broken> {
    rows.iter().try_for_each(|row| of_one(row, platform))
}

fn of_one(row: &Row, platform: &Platform) -> Result<(), Broken> {
    let Row { deployment, steps, ticket, .. } = row;
    let told = || format!("{deployment:?}\n{steps:?}\n{ticket:?}");
    promise(!deployment.status.is_active(), "nothing is lost: every deployment ends", told)?;
    promise(deployment.lease_token.is_none(), "a deployment that has ended has no lease", told)?;
    let reason = deployment.error.as_deref().unwrap_or_default();
    match deployment.status {
        DeploymentStatus::Success => {
            let done = steps.iter().all(|step| matches!(step.state, StepState::Done { .. }));
            promise(done, "a success has every object", told)?;
            let first = match &steps[0].state {
                StepState::Done { external_id } => Some(external_id),
                _ => None,
            };
            promise(ticket.state.external_id() == first, "the id is written back to the ticket", told)?;
        }
        DeploymentStatus::Failure => promise(!reason.is_empty(), "a failure has a reason", told)?,
        _ => {
            let nothing = steps.iter().all(|step| platform.ids_of(&step.plan.name).is_empty());
            promise(nothing, "a cancelled deployment has sent nothing", told)?;
        }
    }
    for step in steps {
        let objects = platform.ids_of(&step.plan.name);
        promise(objects.len() <= 1, "each object is created once at most", || format!("{objects:?}: {}", told()))?;
        match &step.state {
            StepState::Done { external_id } => {
                promise(objects == [external_id], "an id in the store is an object's on the platform", told)?;
            }
            StepState::Sent { .. } => {}
            // Otherwise the next deployment of the ticket would create it once more.
            StepState::Planned | StepState::Refused { .. } => {
                promise(objects.is_empty(), "an object that exists is known, or looked for", told)?;
            }
        }
    }
    Ok(())
}

//! Work on a job: one item after another, each through the same use case as a single request.
//!
//! The result of an item is written under the job's claim and only once. A new deployment and the result are one
//! transaction, so a process that dies between two items, or in the middle of one, leaves nothing that would be done
//! twice.

use std::time::{Duration, Instant};

use domain::{
    Job, JobItemId,
    job::{ItemState, JobItem, JobKind, JobStatus, Refusal},
};
use store::jobs::{self, Claim, ItemClaim};
use tracing::{error, warn};

use crate::{App, AppError, Result};

/// The time that a claim lasts without a renewal; much longer than an item takes.
pub(super) const LEASE: Duration = Duration::from_secs(15);

/// The interval at which a job with progress writes an event, and renews its claim.
const PROGRESS: Duration = Duration::from_secs(1);

/// The number of items read at once.
const BATCH: u64 = 200;

/// The number of failures without the ticket's fault before an item is refused.
const MOST_FAILURES: i32 = 5;

/// The result of a slice of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Worked {
    /// The job has ended.
    Ended,
    /// The time is over and items are left.
    MoreToDo,
    /// Another process has the job, or somebody stopped it.
    Lost,
}

impl App {
    /// Works for about `slice` on the unclaimed job that has waited longest. `false` if there is none.
    pub async fn work_on_next_job(&self, slice: Duration) -> Result<bool> {
        let token = self.new_lease_token();
        let Some(job) = jobs::claim_next(self.store(), token, LEASE, self.now()).await? else { return Ok(false) };
        let claim = Claim { job: job.id, token };
        self.work_under(job, claim, slice).await?;
        Ok(true)
    }

    /// Returns when a job of this process has items left to do.
    pub async fn job_waiting(&self) {
        self.job_waits().notified().await;
    }

    /// Works on a claimed job for about `slice`, and releases the claim if items are left.
    pub(super) async fn work_under(&self, job: Job, claim: Claim, slice: Duration) -> Result<Worked> {
        let worked = self.work_until(job, claim, Instant::now() + slice).await;
        if !matches!(worked, Ok(Worked::Ended | Worked::Lost)) {
            self.give_back_job(claim).await;
        }
        worked
    }

    /// Lets all processes continue with the job at once.
    pub(super) async fn give_back_job(&self, claim: Claim) {
        if let Err(error) = jobs::release(self.store(), claim, self.now()).await {
            warn!(job.id = %claim.job, %error, "the claim on job {} could not be given back and runs out: {error}", claim.job);
        }
        self.job_waits().notify_one();
    }

    async fn work_until(&self, mut job: Job, claim: Claim, end: Instant) -> Result<Worked> {
        // Even in a short slice: a job makes progress with every claim.
        let (mut told, mut progressed) = ((Instant::now(), self.now()), false);
        loop {
            let items = jobs::next_waiting(self.store().reader(), job.id, BATCH).await?;
            if items.is_empty() {
                return self.finish_job(job, claim).await;
            }
            for item in items {
                if progressed && Instant::now() >= end {
                    return Ok(Worked::MoreToDo);
                }
                progressed = true;
                // By both clocks: the lease uses the wall clock, and must not expire when that one jumps.
                if told.0.elapsed() >= PROGRESS || self.now().duration_since(told.1).unsigned_abs() >= PROGRESS {
                    let event = self.job_event("job.progress", &job);
                    if !jobs::renew(self.store(), claim, LEASE, event, self.now()).await? {
                        return Ok(Worked::Lost);
                    }
                    told = (Instant::now(), self.now());
                }
                if !self.carry_out(&mut job, ItemClaim { claim, item: item.id }, &item).await? {
                    return Ok(Worked::Lost);
                }
            }
        }
    }

    /// Carries out one item and writes its result. `false` if the claim is lost.
    async fn carry_out(&self, job: &mut Job, claim: ItemClaim, item: &JobItem) -> Result<bool> {
        let requested = match job.kind {
            JobKind::Deploy => self.request_deployment_of(&job.actor, item.ticket_id, Some(claim)).await,
            JobKind::Retry => self.retry_ticket(&job.actor, item.ticket_id, Some(claim)).await,
        };
        let result = match requested {
            Ok(accepted) if !accepted.already_active => {
                job.accepted += 1;
                return Ok(true);
            }
            Ok(accepted) => ItemState::Accepted { deployment: accepted.deployment.id, message: accepted.message() },
            Err(error) => match refusal(&error) {
                Some(refusal) => ItemState::Refused { refusal, message: error.to_string() },
                None => self.failed(claim.item, error).await?,
            },
        };
        match result {
            ItemState::Accepted { .. } => job.accepted += 1,
            _ => job.refused += 1,
        }
        Ok(jobs::record(self.store(), claim, &result, self.now()).await?)
    }

    /// An item failed without the ticket's fault: it is tried again later, but not forever.
    async fn failed(&self, item: JobItemId, error: AppError) -> Result<ItemState> {
        let failures = jobs::note_failure(self.store(), item).await?;
        if failures < MOST_FAILURES {
            return Err(error);
        }
        error!(error = %error, cause = ?error, "an item of a job failed {failures} times and is refused: {error}");
        let message = format!("It failed on our side {failures} times; the log has the cause. Try this ticket again.");
        Ok(ItemState::Refused { refusal: Refusal::Internal, message })
    }

    async fn finish_job(&self, job: Job, claim: Claim) -> Result<Worked> {
        let ended = Job { status: JobStatus::Done, ..job };
        let event = self.job_event("job.ended", &ended);
        let finished = jobs::finish(self.store(), claim, event, self.now()).await?;
        Ok(if finished { Worked::Ended } else { Worked::Lost })
    }
}

/// The reason why a ticket was refused; none if the cause is not the ticket.
fn refusal(error: &AppError) -> Option<Refusal> {
    Some(match error {
        AppError::NotFound(_) => Refusal::NotFound,
        AppError::Invalid(_) => Refusal::Invalid,
        AppError::Taken(_) => Refusal::Taken,
        AppError::NotReady(_) => Refusal::NotReady,
        AppError::Conflict(_) => Refusal::Conflict,
        AppError::Stale(_) => Refusal::Stale,
        AppError::Store(_) => return None,
    })
}

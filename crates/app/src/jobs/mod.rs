//! Jobs: bulk work that is accepted at once, runs item by item, and has a result for each item. It survives restarts:
//! the job and its items are rows, and the process with the job's lease works on it (`work.rs`). See docs/adr/0018.

mod work;

use std::{
    collections::{HashMap, HashSet},
    time::{Duration, Instant},
};

use domain::{
    Job, JobId, JobItemId, TicketId, Word,
    event::Actor,
    job::{JobItem, JobKind, JobStatus},
    list::{JobFilter, ListQuery, Listed},
};
use serde_json::{Value, json};
use store::{
    jobs::{self, Claim},
    tickets,
};
use tokio::time::timeout;

use crate::{App, AppError, Result, app::or_not_found};

/// A job with all of its items, at the time of the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Bulk {
    /// The job.
    pub job: Job,
    /// Its items, in order; one for each ticket.
    pub items: Vec<JobItem>,
}

/// An item of a job in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemView {
    /// The item.
    pub item: JobItem,
    /// The name of its ticket; none if there is no such ticket.
    pub ticket_name: Option<String>,
}

impl App {
    /// Accepts a job on these tickets, each once, and works on it for `patience` before the answer: a small job is
    /// answered with its results. [`App::work_on_next_job`] does the rest, in this process or another one.
    pub async fn start_job(
        &self,
        actor: &Actor,
        kind: JobKind,
        tickets: &[TicketId],
        patience: Duration,
    ) -> Result<Bulk> {
        let began = Instant::now();
        let mut seen = HashSet::new();
        let items: Vec<(JobItemId, TicketId)> =
            tickets.iter().filter(|ticket| seen.insert(**ticket)).map(|ticket| (self.new_id(), *ticket)).collect();
        let now = self.now();
        let job = Job {
            id: self.new_id(),
            kind,
            actor: actor.clone(),
            status: JobStatus::Running,
            total: i32::try_from(items.len()).unwrap_or(i32::MAX),
            accepted: 0,
            refused: 0,
            created_at: now,
            updated_at: now,
            finished_at: None,
        };
        let claim = Claim { job: job.id, token: self.new_id() };
        let tx = self.store().begin().await?;
        jobs::insert(&tx, &job, &items, claim, work::LEASE, self.job_event("job.accepted", &job), now).await?;
        tx.commit().await?;
        let (id, left) = (job.id, patience.saturating_sub(began.elapsed()));
        if left.is_zero() {
            self.give_back_job(claim).await;
        } else {
            // A separate task: a caller that is cancelled does not interrupt an item.
            let app = self.clone();
            let working = tokio::spawn(async move { app.work_under(job, claim, left).await });
            let _ = timeout(left, working).await;
        }
        Ok(Bulk { job: self.job(id).await?, items: jobs::items_of(self.store().reader(), id).await? })
    }

    /// One job.
    pub async fn job(&self, id: JobId) -> Result<Job> {
        or_not_found(jobs::get(self.store().reader(), id).await, "job", id)
    }

    /// A page of jobs.
    pub async fn list_jobs(&self, filter: &JobFilter, query: &ListQuery) -> Result<Listed<Job>> {
        Ok(jobs::list(self.store(), filter, query).await?)
    }

    /// A page of a job's items with their tickets' names; only those in `states`, if there are any.
    pub async fn list_job_items(
        &self,
        id: JobId,
        states: Vec<&'static str>,
        query: &ListQuery,
    ) -> Result<Listed<ItemView>> {
        self.job(id).await?;
        let page = jobs::list_items(self.store(), id, states, query).await?;
        let tickets: Vec<TicketId> = page.items.iter().map(|item| item.ticket_id).collect();
        let mut names: HashMap<TicketId, String> = tickets::names_of(self.store().reader(), &tickets).await?;
        Ok(page.map(|item| ItemView { ticket_name: names.remove(&item.ticket_id), item }))
    }

    /// Stops a job: items without a result are not done. Deployments that it has requested continue. Stopping a stopped
    /// job changes nothing.
    pub async fn stop_job(&self, actor: &Actor, id: JobId) -> Result<Job> {
        let tx = self.store().begin().await?;
        let stopped = jobs::stop(&tx, id, self.now()).await?;
        let job = or_not_found(jobs::get(tx.connection(), id).await, "job", id)?;
        if stopped {
            let event = self.event("job.ended", subject(id), actor, progress(&job));
            store::events::append(&tx, vec![event]).await?;
            tx.commit().await?;
        } else if job.status == JobStatus::Done {
            return Err(AppError::Conflict(format!(
                "The job is done: {} of {} items were accepted, {} were refused, and nothing is left to stop.",
                job.accepted, job.total, job.refused
            )));
        }
        Ok(job)
    }

    fn job_event(&self, kind: &'static str, job: &Job) -> domain::Event {
        self.event(kind, subject(job.id), &job.actor, progress(job))
    }
}

fn subject(id: JobId) -> String {
    format!("jobs/{id}")
}

/// The data of a job's events.
fn progress(job: &Job) -> Value {
    json!({
        "kind": job.kind.as_str(), "status": job.status.as_str(), "total": job.total, "accepted": job.accepted,
        "refused": job.refused, "stopped": job.stopped(),
    })
}

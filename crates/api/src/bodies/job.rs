//! Jobs, their items, and the answers of requests that start one.

use app::{Bulk, jobs::ItemView};
use axum::http::StatusCode;
use domain::{
    Job, JobId, TicketId,
    job::{ItemState, JobItem, Refusal},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rfc3339;
use crate::words::{JobItemStateWord, JobKindWord, JobStatusWord};

/// A job: bulk work that runs item by item.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Job)]
pub(crate) struct JobBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The action on each ticket.
    pub(crate) kind: JobKindWord,
    /// The person who requested it.
    #[schema(example = "user:ann")]
    pub(crate) actor: String,
    /// Its status.
    pub(crate) status: JobStatusWord,
    /// The number of items.
    pub(crate) total: i32,
    /// The number of items that have a result.
    pub(crate) done: i32,
    /// The number of accepted items.
    pub(crate) accepted: i32,
    /// The number of refused items.
    pub(crate) refused: i32,
    /// The number of items that were never done, because the job was stopped.
    pub(crate) stopped: i32,
    /// The time of its acceptance (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last progress (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// The time of its end (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) finished_at: Option<String>,
}

impl From<Job> for JobBody {
    fn from(job: Job) -> Self {
        Self {
            id: job.id.0,
            kind: job.kind.into(),
            status: job.status.into(),
            total: job.total,
            done: job.done(),
            accepted: job.accepted,
            refused: job.refused,
            stopped: job.stopped(),
            created_at: rfc3339(job.created_at),
            updated_at: rfc3339(job.updated_at),
            finished_at: job.finished_at.map(rfc3339),
            actor: job.actor.0,
        }
    }
}

/// One ticket of a job.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = JobItem)]
pub(crate) struct JobItemBody {
    /// The ticket.
    pub(crate) ticket_id: Uuid,
    /// The ticket's name; null if there is no such ticket.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    pub(crate) ticket_name: Option<String>,
    /// Its result, or `waiting`.
    pub(crate) state: JobItemStateWord,
    /// The deployment of an accepted item; `/api/v1/deploy/status/{task_id}` shows its progress.
    pub(crate) task_id: Option<Uuid>,
    /// For a refused item: the status that a request for this ticket alone would get.
    pub(crate) code: Option<u16>,
    /// A sentence.
    pub(crate) message: String,
}

impl From<ItemView> for JobItemBody {
    fn from(ItemView { item, ticket_name }: ItemView) -> Self {
        let state = JobItemStateWord::from(&item.state);
        let (task_id, code, message) = match item.state {
            ItemState::Accepted { deployment, message } => (Some(deployment.0), None, message),
            ItemState::Refused { refusal, message } => (None, Some(status_of(refusal)), message),
            ItemState::Waiting => (None, None, WAITING.to_owned()),
            ItemState::Stopped => (None, None, STOPPED.to_owned()),
        };
        Self { ticket_id: item.ticket_id.0, ticket_name, state, task_id, code, message }
    }
}

const WAITING: &str = "Waiting: the job has not reached this ticket yet.";
const STOPPED: &str = "Not done: the job was stopped before it reached this ticket.";

/// The answer for one ticket of many.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum DeployAnswer {
    /// It is queued.
    Accepted {
        /// The deployment's id; `/api/v1/deploy/status/{task_id}` shows its progress.
        task_id: Uuid,
        /// The ticket.
        ticket_id: Uuid,
        /// Always `queued`.
        #[schema(example = "queued")]
        status: &'static str,
        /// A sentence.
        #[schema(example = "Deployment queued for platform: Meta")]
        message: String,
        /// The job that did it.
        job_id: Uuid,
    },
    /// It is refused.
    Refused {
        /// The ticket.
        ticket_id: Uuid,
        /// Always `refused`.
        #[schema(example = "refused")]
        status: &'static str,
        /// The status that a request for this ticket alone would get.
        code: u16,
        /// The reason.
        message: String,
        /// The job that tried it.
        job_id: Uuid,
    },
    /// The job has not reached it yet: `/api/v1/jobs/{job_id}` shows its progress.
    Waiting {
        /// The ticket.
        ticket_id: Uuid,
        /// `waiting`, or `stopped` if somebody stopped the job meanwhile.
        #[schema(example = "waiting")]
        status: &'static str,
        /// A sentence.
        message: String,
        /// The job that will do it.
        job_id: Uuid,
    },
}

impl DeployAnswer {
    fn of(job: JobId, item: &JobItem) -> Self {
        let (ticket_id, job_id) = (item.ticket_id.0, job.0);
        match &item.state {
            ItemState::Accepted { deployment, message } => {
                Self::Accepted { task_id: deployment.0, ticket_id, status: "queued", message: message.clone(), job_id }
            }
            ItemState::Refused { refusal, message } => Self::Refused {
                ticket_id,
                status: "refused",
                code: status_of(*refusal),
                message: message.clone(),
                job_id,
            },
            ItemState::Waiting => Self::Waiting { ticket_id, status: "waiting", message: WAITING.to_owned(), job_id },
            ItemState::Stopped => Self::Waiting { ticket_id, status: "stopped", message: STOPPED.to_owned(), job_id },
        }
    }
}

/// One answer for each requested ticket, in the same order. A ticket that was named twice has the same answer twice.
pub(crate) fn answers(bulk: &Bulk, tickets: &[TicketId]) -> Vec<DeployAnswer> {
    let items: std::collections::HashMap<TicketId, &JobItem> =
        bulk.items.iter().map(|item| (item.ticket_id, item)).collect();
    tickets.iter().filter_map(|ticket| items.get(ticket)).map(|item| DeployAnswer::of(bulk.job.id, item)).collect()
}

/// The status that a request for the ticket alone would get.
fn status_of(refusal: Refusal) -> u16 {
    let status = match refusal {
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Taken | Refusal::NotReady => StatusCode::BAD_REQUEST,
        Refusal::Conflict => StatusCode::CONFLICT,
        Refusal::Stale => StatusCode::PRECONDITION_FAILED,
        Refusal::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    };
    status.as_u16()
}

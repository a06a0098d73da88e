//! The operator's view: accounts, workers, counts.

use domain::Word as _;
use std::collections::BTreeMap;
use strum::IntoEnumIterator as _;

use app::operate::{AccountState, Overview, Pause, Span, WorkerState};
use domain::deployment::DeploymentStatus;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{ParkedAccountBody, rfc3339};
use crate::words::AccountStateWord;

/// An account that has active deployments, or is parked or paused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Account)]
pub(crate) struct AccountBody {
    /// The platform's key.
    #[schema(example = "meta")]
    pub(crate) platform: &'static str,
    /// The account; `*` means all of the platform.
    pub(crate) account_id: String,
    /// Its state, which depends on its platform as well.
    pub(crate) state: AccountStateWord,
    /// The reason and time of its parking; null if it is not parked.
    pub(crate) parked: Option<ParkedAccountBody>,
    /// The pause and its author; null if it is not paused.
    pub(crate) paused: Option<PauseBody>,
    /// The parking of its whole platform; null if there is none, and for `*` itself. Only releasing `*` ends it early.
    pub(crate) platform_parked: Option<ParkedAccountBody>,
    /// The pause of its whole platform; null if there is none, and for `*` itself. Only resuming `*` ends it.
    pub(crate) platform_paused: Option<PauseBody>,
    /// The number of its active deployments.
    pub(crate) active_deployments: i64,
}

/// A pause by hand.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Pause)]
pub(crate) struct PauseBody {
    /// The person who paused it.
    pub(crate) actor: String,
    /// The reason; may be empty.
    pub(crate) reason: String,
    /// The time of the pause (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) since: String,
}

impl From<Pause> for PauseBody {
    fn from(pause: Pause) -> Self {
        Self { actor: pause.actor.0, reason: pause.reason, since: rfc3339(pause.since) }
    }
}

impl From<AccountState> for AccountBody {
    fn from(state: AccountState) -> Self {
        Self {
            state: state.standing().into(),
            platform: state.account.platform.key(),
            account_id: state.account.account_id,
            parked: state.parked.map(ParkedAccountBody::from),
            paused: state.paused.map(PauseBody::from),
            platform_parked: state.platform_parked.map(ParkedAccountBody::from),
            platform_paused: state.platform_paused.map(PauseBody::from),
            active_deployments: state.active,
        }
    }
}

/// A worker process.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Worker)]
pub(crate) struct WorkerBody {
    /// Identity of this run of the process.
    pub(crate) id: Uuid,
    /// Host and process id.
    #[schema(example = "ads-worker-2/4711")]
    pub(crate) name: String,
    /// The version of OmniTraffick.
    pub(crate) version: String,
    /// The broker of its hints: `in-process`, `postgres` or `redis`.
    #[schema(example = "redis")]
    pub(crate) broker: String,
    /// True if its last heartbeat is fresh.
    pub(crate) alive: bool,
    /// The number of deployments that it drives at once.
    pub(crate) concurrency: i32,
    /// The number of deployments in flight.
    pub(crate) in_hand: i32,
    /// The number of deployments that wait in it.
    pub(crate) queued: i32,
    /// The number of deployments that it has driven since its start.
    pub(crate) driven: i64,
    /// The time of its start (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) started_at: String,
    /// Its last heartbeat (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) last_heartbeat_at: String,
}

impl From<WorkerState> for WorkerBody {
    fn from(worker: WorkerState) -> Self {
        Self {
            id: worker.id,
            name: worker.name,
            version: worker.version,
            broker: worker.broker,
            alive: worker.alive,
            concurrency: worker.concurrency,
            in_hand: worker.in_flight,
            queued: worker.queued,
            driven: worker.driven,
            started_at: rfc3339(worker.started_at),
            last_heartbeat_at: rfc3339(worker.beat_at),
        }
    }
}

/// The counts of this moment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Overview)]
pub(crate) struct OverviewBody {
    /// The number of deployments in each status; 0 if there are none.
    pub(crate) by_status: BTreeMap<&'static str, u64>,
    /// The number of deployments that are due and not claimed; those of parked and paused accounts do not count.
    pub(crate) queue_depth: i64,
    /// The longest time that one of those has been due, in seconds.
    pub(crate) oldest_due_seconds: f64,
    /// The number of parked accounts.
    pub(crate) parked_accounts: i64,
    /// The number of paused accounts and platforms.
    pub(crate) paused_accounts: usize,
    /// The number of living workers.
    pub(crate) workers_alive: usize,
}

impl From<Overview> for OverviewBody {
    fn from(overview: Overview) -> Self {
        let count = |status: DeploymentStatus| {
            overview.by_status.iter().find(|(one, _)| *one == status).map_or(0, |(_, count)| *count)
        };
        Self {
            by_status: DeploymentStatus::iter().map(|status| (status.as_str(), count(status))).collect(),
            queue_depth: overview.due,
            oldest_due_seconds: overview.oldest_due_seconds,
            parked_accounts: overview.parked_accounts,
            paused_accounts: overview.paused_accounts,
            workers_alive: overview.workers_alive,
        }
    }
}

/// A span of time and the deployments that ended in it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HistorySpan)]
pub(crate) struct SpanBody {
    /// The start of the span (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) from: String,
    /// The number of deployments that succeeded.
    pub(crate) succeeded: i64,
    /// The number of deployments that failed.
    pub(crate) failed: i64,
    /// The average time from acceptance to success, in milliseconds; null if none succeeded.
    pub(crate) mean_duration_ms: Option<u64>,
}

impl From<Span> for SpanBody {
    fn from(span: Span) -> Self {
        Self {
            from: rfc3339(span.from),
            succeeded: span.succeeded,
            failed: span.failed,
            mean_duration_ms: span
                .mean_duration
                .map(|duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)),
        }
    }
}

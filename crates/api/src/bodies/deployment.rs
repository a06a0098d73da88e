//! Deployments, their steps and attempts, and parked accounts.

use app::deployments::{Accepted, AttemptView, DeploymentDetail, DeploymentView};
use domain::Word as _;
use domain::deployment::{Difference, ReadBack, Step, StepState, account::ParkedAccount};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{EventBody, rfc3339};
use crate::words::{DeploymentStatusWord, ReadBackWord, StepStateWord};

/// The answer to an accepted deployment.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeployAccepted {
    /// The deployment's id; `/api/v1/deploy/status/{task_id}` shows its progress.
    pub(crate) task_id: Uuid,
    /// The ticket.
    pub(crate) ticket_id: Uuid,
    /// Always `queued`.
    #[schema(example = "queued")]
    pub(crate) status: &'static str,
    /// A sentence.
    #[schema(example = "Deployment queued for platform: Meta")]
    pub(crate) message: String,
}

impl From<Accepted> for DeployAccepted {
    fn from(accepted: Accepted) -> Self {
        Self {
            task_id: accepted.deployment.id.0,
            ticket_id: accepted.deployment.ticket_id.0,
            status: "queued",
            message: accepted.message(),
        }
    }
}

/// A deployment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Deployment)]
pub(crate) struct DeploymentBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The same id, under the name that `/deploy` uses.
    pub(crate) task_id: Uuid,
    /// The ticket.
    pub(crate) ticket_id: Uuid,
    /// The ticket's name.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    pub(crate) ticket_name: String,
    /// The platform's key.
    #[schema(example = "meta")]
    pub(crate) platform: &'static str,
    /// The account.
    pub(crate) account_id: String,
    /// Its status.
    pub(crate) status: DeploymentStatusWord,
    /// The number of times that a worker claimed it.
    pub(crate) attempt: i32,
    /// The number of retries used up.
    pub(crate) retries: i32,
    /// The time of the next attempt; null once it has ended (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) next_attempt_at: Option<String>,
    /// The reason of its failure, or of its wait.
    pub(crate) error: Option<String>,
    /// The time of its acceptance (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// The time of its end (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) finished_at: Option<String>,
}

impl From<DeploymentView> for DeploymentBody {
    fn from(DeploymentView { deployment, ticket_name }: DeploymentView) -> Self {
        Self {
            id: deployment.id.0,
            task_id: deployment.id.0,
            ticket_id: deployment.ticket_id.0,
            ticket_name,
            platform: deployment.account.platform.key(),
            account_id: deployment.account.account_id,
            status: deployment.status.into(),
            attempt: deployment.attempt,
            retries: deployment.retries,
            next_attempt_at: deployment.status.is_active().then(|| rfc3339(deployment.due_at)),
            error: deployment.error,
            created_at: rfc3339(deployment.created_at),
            updated_at: rfc3339(deployment.updated_at),
            finished_at: deployment.finished_at.map(rfc3339),
        }
    }
}

/// A deployment with its whole history.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeploymentDetail)]
pub(crate) struct DeploymentDetailBody {
    /// The deployment.
    #[serde(flatten)]
    pub(crate) deployment: DeploymentBody,
    /// Its result, once it succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) result: Option<DeploymentResult>,
    /// The parked account that it waits for.
    pub(crate) parked: Option<ParkedAccountBody>,
    /// Its steps, in order.
    pub(crate) steps: Vec<StepBody>,
    /// Every exchange with the platform, oldest first.
    pub(crate) attempts: Vec<AttemptBody>,
    /// Its events, oldest first.
    pub(crate) events: Vec<EventBody>,
}

/// The result of a successful deployment.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DeploymentResult {
    /// Always `success`.
    #[schema(example = "success")]
    pub(crate) status: &'static str,
    /// The ticket.
    pub(crate) ticket_id: Uuid,
    /// The platform's id of the object.
    pub(crate) external_platform_id: String,
    /// The platform.
    #[schema(example = "Meta")]
    pub(crate) platform: &'static str,
}

impl From<DeploymentDetail> for DeploymentDetailBody {
    fn from(detail: DeploymentDetail) -> Self {
        let deployment = &detail.deployment;
        let result = detail.external_id().map(|id| DeploymentResult {
            status: "success",
            ticket_id: deployment.ticket_id.0,
            external_platform_id: id.to_owned(),
            platform: deployment.account.platform.display_name(),
        });
        Self {
            result,
            parked: detail.parked.map(ParkedAccountBody::from),
            attempts: detail.attempts.into_iter().map(AttemptBody::from).collect(),
            steps: detail.steps.into_iter().map(StepBody::from).collect(),
            events: detail.events.into_iter().map(EventBody::from).collect(),
            deployment: DeploymentView { deployment: detail.deployment, ticket_name: detail.ticket.name }.into(),
        }
    }
}

/// A step: one object on the platform.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Step)]
pub(crate) struct StepBody {
    /// Unique within the deployment: `campaign`, `ad_set_1`, …
    pub(crate) key: String,
    /// `campaign`, `ad_set`, `creative`, `ad` or `update`.
    pub(crate) kind: &'static str,
    /// The object's unique name on the platform.
    pub(crate) name: String,
    /// Its state.
    pub(crate) state: StepStateWord,
    /// The object's id, once done.
    pub(crate) external_id: Option<String>,
    /// The time at which it was last sent, while its outcome is unknown (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) sent_at: Option<String>,
    /// The platform's message, if it refused.
    pub(crate) reason: Option<String>,
    /// The result of its verification: null before, or for a change.
    pub(crate) read_back: Option<ReadBackBody>,
}

/// The result of the verification: the object was read after its creation.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadBack)]
pub(crate) struct ReadBackBody {
    /// The verdict of the comparison.
    pub(crate) outcome: ReadBackWord,
    /// The reason why it could not be read.
    pub(crate) reason: Option<String>,
    /// The fields whose values on the platform differ from the request.
    pub(crate) differences: Vec<DifferenceBody>,
}

/// A field whose value on the platform differs from the request.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Difference)]
pub(crate) struct DifferenceBody {
    /// Its path in the request's body.
    #[schema(example = "targeting/geo_locations/countries")]
    pub(crate) field: String,
    /// The value that was sent.
    pub(crate) meant: Value,
    /// The value on the platform; null if it shows none.
    pub(crate) found: Value,
}

impl From<ReadBack> for ReadBackBody {
    fn from(read_back: ReadBack) -> Self {
        let (outcome, differences, reason) = match read_back {
            ReadBack::Compared(none) if none.is_empty() => (ReadBackWord::Agrees, none, None),
            ReadBack::Compared(differences) => (ReadBackWord::Differs, differences, None),
            ReadBack::Later(why) | ReadBack::Unread(why) => (ReadBackWord::Unread, Vec::new(), Some(why)),
        };
        let body = |difference: Difference| DifferenceBody {
            field: difference.field,
            meant: difference.meant,
            found: difference.found,
        };
        Self { outcome, reason, differences: differences.into_iter().map(body).collect() }
    }
}

impl From<Step> for StepBody {
    fn from(step: Step) -> Self {
        let (mut external_id, mut sent_at, mut reason) = (None, None, None);
        let state = StepStateWord::from(&step.state);
        match step.state {
            StepState::Planned => {}
            StepState::Sent { at, .. } => sent_at = Some(rfc3339(at)),
            StepState::Done { external_id: id } => external_id = Some(id.as_str().to_owned()),
            StepState::Refused { reason: words } => reason = Some(words),
        }
        Self {
            key: step.plan.key,
            kind: step.plan.kind.as_str(),
            name: step.plan.name,
            state,
            external_id,
            sent_at,
            reason,
            read_back: step.read_back.map(ReadBackBody::from),
        }
    }
}

/// One exchange with the platform.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attempt)]
pub(crate) struct AttemptBody {
    /// The step's key.
    pub(crate) step: String,
    /// The time of the request (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) started_at: String,
    /// The duration of the exchange.
    pub(crate) elapsed_ms: i64,
    /// HTTP method.
    pub(crate) method: String,
    /// The URL, without secrets.
    pub(crate) url: String,
    /// The request's body.
    pub(crate) request: Value,
    /// HTTP status; null if no answer arrived.
    pub(crate) status: Option<u16>,
    /// The platform's own code, or the error of the connection.
    pub(crate) platform_code: Option<String>,
    /// `done`, `throttled`, `unavailable`, `unknown`, `refused`, `unauthorized`; of a search `found`, `nothing`,
    /// `several`; of a verification `agrees`, `differs`, `unread`.
    pub(crate) outcome: String,
    /// The answer.
    pub(crate) response: Value,
}

impl From<AttemptView> for AttemptBody {
    fn from(AttemptView { step, record }: AttemptView) -> Self {
        Self {
            step,
            started_at: rfc3339(record.started_at),
            elapsed_ms: record.elapsed_ms,
            method: record.method,
            url: record.url,
            request: record.request,
            status: record.status,
            platform_code: record.platform_code,
            outcome: record.outcome,
            response: record.response,
        }
    }
}

/// An account for which nothing is sent for a while.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkedAccount)]
pub(crate) struct ParkedAccountBody {
    /// The platform's key.
    #[schema(example = "meta")]
    pub(crate) platform: &'static str,
    /// The account; `*` means all of the platform.
    pub(crate) account_id: String,
    /// The time since which it has been parked, without a success (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) parked_since: String,
    /// The time at which requests continue (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) parked_until: String,
    /// `throttled`, `unauthorized`, `outage`, or `paced` (most of its call limit is used up).
    pub(crate) reason: &'static str,
    /// The platform's message.
    pub(crate) message: String,
    /// The number of times that it was parked in a row, without a success.
    pub(crate) in_a_row: i32,
}

impl From<ParkedAccount> for ParkedAccountBody {
    fn from(parked: ParkedAccount) -> Self {
        Self {
            platform: parked.account.platform.key(),
            account_id: parked.account.account_id,
            parked_since: rfc3339(parked.parked_since),
            parked_until: rfc3339(parked.parked_until),
            reason: parked.reason.as_str(),
            message: parked.message,
            in_a_row: parked.in_a_row,
        }
    }
}

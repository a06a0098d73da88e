//! Tickets, QA's findings, and previews of requests.

use app::tickets::{TicketPreview, TicketView};
use domain::{
    Deployment, Ticket, Violation, Word,
    deployment::{Place, Reference, Source},
    qa::Finding,
};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use super::rfc3339;
use crate::words::{DeploymentStatusWord, RequestTypeWord, TicketStatusWord};

/// A ticket: one request to one platform.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Ticket)]
pub(crate) struct TicketBody {
    /// Identity (`UUIDv7`).
    pub(crate) id: Uuid,
    /// The campaign that it traffics.
    pub(crate) campaign_id: Uuid,
    /// The channel.
    pub(crate) channel_id: Uuid,
    /// The type of its request to the platform.
    pub(crate) request_type: RequestTypeWord,
    /// The planner's configuration; its schema is at `/api/v1/platforms/{platform}/schemas`. Null if a list omits it.
    #[schema(value_type = Option<Object>, required = true)]
    pub(crate) payload_config: Option<Map<String, Value>>,
    /// Distinguishes tickets of one campaign on one channel; appended to the name.
    pub(crate) variant: Option<String>,
    /// The generated name, with the real channel; unique. It is also the name on the platform.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    pub(crate) name: String,
    /// Its status.
    pub(crate) status: TicketStatusWord,
    /// The platform's id of the object; never empty once trafficked.
    pub(crate) external_platform_id: Option<String>,
    /// The reason why it cannot continue: the summary of QA's findings, or the platform's message.
    pub(crate) qa_failure_reason: Option<String>,
    /// QA's last findings, including warnings: the first hundred, errors first, and one that counts the others.
    pub(crate) qa_findings: Vec<FindingBody>,
    /// The budget of its whole flight, as far as its configuration contains it; an exact decimal in the campaign's
    /// currency.
    pub(crate) planned_budget: Option<String>,
    /// The currency of `planned_budget` (ISO 4217); null if nothing is planned.
    #[schema(example = "USD")]
    pub(crate) currency: Option<&'static str>,
    /// Its active deployment; null if there is none. A change of the deployment makes no new version of the ticket.
    pub(crate) active_deployment: Option<ActiveDeploymentBody>,
    /// The fields that this list omits because they have more than 8 KiB: `payload_config`, `qa_findings`. The ticket
    /// itself has them.
    pub(crate) omitted: Vec<&'static str>,
    /// The time of its creation (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
    /// Grows by one with each change; also the `ETag`.
    pub(crate) version: i64,
}

impl From<Ticket> for TicketBody {
    fn from(ticket: Ticket) -> Self {
        TicketView::from(ticket).into()
    }
}

impl From<TicketView> for TicketBody {
    fn from(TicketView { ticket, active_deployment, omitted }: TicketView) -> Self {
        Self {
            id: ticket.id.0,
            campaign_id: ticket.campaign_id.0,
            channel_id: ticket.channel_id.0,
            request_type: ticket.request_type.into(),
            payload_config: (!omitted.contains(&"payload_config")).then_some(ticket.payload_config),
            variant: ticket.variant,
            name: ticket.name,
            status: ticket.state.status().into(),
            external_platform_id: ticket.state.external_id().map(|id| id.as_str().to_owned()),
            qa_failure_reason: ticket.state.reason().map(str::to_owned),
            qa_findings: ticket.findings.into_iter().map(FindingBody::from).collect(),
            planned_budget: ticket.planned.map(domain::Money::to_decimal),
            currency: ticket.planned.map(|planned| planned.currency.code()),
            active_deployment: active_deployment.map(ActiveDeploymentBody::from),
            omitted,
            created_at: rfc3339(ticket.created_at),
            updated_at: rfc3339(ticket.updated_at),
            version: ticket.version,
        }
    }
}

/// A ticket's active deployment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActiveDeployment)]
pub(crate) struct ActiveDeploymentBody {
    /// Its identity; its whole history is at `/api/v1/deployments/{id}`.
    pub(crate) id: Uuid,
    /// Its status.
    pub(crate) status: DeploymentStatusWord,
    /// The number of times that a worker claimed it.
    pub(crate) attempt: i32,
    /// The time of the next attempt (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) next_attempt_at: String,
    /// The reason of its wait.
    pub(crate) error: Option<String>,
    /// The time of its last change (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) updated_at: String,
}

impl From<Deployment> for ActiveDeploymentBody {
    fn from(deployment: Deployment) -> Self {
        Self {
            id: deployment.id.0,
            status: deployment.status.into(),
            attempt: deployment.attempt,
            next_attempt_at: rfc3339(deployment.due_at),
            error: deployment.error,
            updated_at: rfc3339(deployment.updated_at),
        }
    }
}

/// One finding of one QA rule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub(crate) struct FindingBody {
    /// Stable code of the rule's finding.
    #[schema(example = "budget-daily-limit")]
    pub(crate) code: String,
    /// `error` blocks, `warning` does not.
    #[schema(example = "error")]
    pub(crate) severity: &'static str,
    /// JSON pointer to the field in the ticket.
    #[schema(example = "/payload_config/daily_budget")]
    pub(crate) pointer: String,
    /// The problem, as a sentence.
    pub(crate) message: String,
    /// The accepted values, or a fix.
    pub(crate) suggestion: Option<String>,
}

impl From<Finding> for FindingBody {
    fn from(finding: Finding) -> Self {
        Self {
            code: finding.code,
            severity: finding.severity.as_str(),
            pointer: finding.pointer,
            message: finding.message,
            suggestion: finding.suggestion,
        }
    }
}

/// The exact requests of a deployment.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TicketPreview)]
pub(crate) struct PreviewBody {
    /// The ticket.
    pub(crate) ticket_id: Uuid,
    /// Its name on the platform.
    pub(crate) name: String,
    /// The platform.
    #[schema(example = "Meta")]
    pub(crate) platform: &'static str,
    /// The account of the requests.
    pub(crate) account_id: Option<String>,
    /// True if the sandbox is used instead of the platform.
    pub(crate) sandbox: bool,
    /// The requests, in order. Ids of earlier steps appear as `{{campaign}}`, and `references` lists their places.
    pub(crate) requests: Vec<PreviewedStepBody>,
    /// The errors that prevent a deployment.
    #[serde(rename = "faults")]
    pub(crate) violations: Vec<ViolationBody>,
    /// The warnings.
    pub(crate) warnings: Vec<ViolationBody>,
    /// QA's findings in the ticket's current state, by all rules. Only running QA makes a ticket ready.
    pub(crate) findings: Vec<FindingBody>,
}

/// One request of a preview.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PreviewedRequest)]
pub(crate) struct PreviewedStepBody {
    /// The step's key, such as `campaign` or `ad_set_1`.
    pub(crate) step: String,
    /// The kind of object: `campaign`, `ad_set`, `creative`, `ad` or `update`.
    pub(crate) kind: &'static str,
    /// The object's name.
    pub(crate) name: String,
    /// HTTP method.
    #[schema(example = "POST")]
    pub(crate) method: String,
    /// The whole URL.
    pub(crate) url: String,
    /// Headers; secrets are shown as `[redacted]`.
    #[schema(value_type = Object)]
    pub(crate) headers: Map<String, Value>,
    /// The JSON body.
    pub(crate) body: Value,
    /// The places that are filled in when it is sent. Only there is a text such as `{{campaign}}` a placeholder;
    /// anywhere else it is sent unchanged.
    pub(crate) references: Vec<ReferenceBody>,
}

/// A place in a request whose value is known only when the request is sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reference)]
pub(crate) struct ReferenceBody {
    /// JSON pointer into the body. Null if the place is a segment of the URL's path.
    #[schema(example = "/campaign_id")]
    pub(crate) pointer: Option<String>,
    /// The step whose object's id is filled in. Null for the step's own idempotency key.
    #[schema(example = "campaign")]
    pub(crate) id_of: Option<String>,
}

impl From<Reference> for ReferenceBody {
    fn from(reference: Reference) -> Self {
        let pointer = match reference.place {
            Place::Body(pointer) => Some(pointer),
            Place::Path(_) => None,
        };
        let id_of = match reference.source {
            Source::IdOf(key) => Some(key),
            Source::IdempotencyKey => None,
        };
        Self { pointer, id_of }
    }
}

/// An error in a configuration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Violation)]
pub(crate) struct ViolationBody {
    /// JSON pointer to the field in the ticket.
    pub(crate) pointer: String,
    /// The problem, as a sentence.
    pub(crate) message: String,
    /// The accepted values, or a fix.
    pub(crate) suggestion: Option<String>,
}

impl From<Violation> for ViolationBody {
    fn from(violation: Violation) -> Self {
        Self { pointer: violation.pointer, message: violation.problem, suggestion: violation.suggestion }
    }
}

impl From<TicketPreview> for PreviewBody {
    fn from(preview: TicketPreview) -> Self {
        let requests = preview.steps.into_iter().map(|step| PreviewedStepBody {
            step: step.key,
            kind: step.kind.as_str(),
            name: step.name,
            method: step.method,
            url: step.url,
            headers: step.headers.into_iter().map(|(name, value)| (name, Value::from(value))).collect(),
            body: step.body,
            references: step.references.into_iter().map(ReferenceBody::from).collect(),
        });
        Self {
            ticket_id: preview.ticket_id.0,
            name: preview.name,
            platform: preview.platform,
            account_id: preview.account_id,
            sandbox: preview.sandbox,
            requests: requests.collect(),
            violations: preview.violations.into_iter().map(ViolationBody::from).collect(),
            warnings: preview.warnings.into_iter().map(ViolationBody::from).collect(),
            findings: preview.findings.into_iter().map(FindingBody::from).collect(),
        }
    }
}

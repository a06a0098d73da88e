//! Tickets, what QA found, and what would be sent.

use app::tickets::{TicketPreview, TicketView};
use domain::{
    Deployment, Ticket, Violation,
    deployment::{Place, Reference, Source},
    qa::{Finding, Severity},
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
    /// Where it goes.
    pub(crate) channel_id: Uuid,
    /// What it asks of its platform.
    pub(crate) request_type: RequestTypeWord,
    /// What the planner configured; its schema is at `/api/v1/platforms/{platform}/schemas`. Null where a list leaves it out.
    #[schema(value_type = Option<Object>, required = true)]
    pub(crate) payload_config: Option<Map<String, Value>>,
    /// Tells tickets of one campaign on one channel apart; appended to the name.
    pub(crate) variant: Option<String>,
    /// The generated name, with the real channel; unique. It goes to the platform.
    #[schema(example = "DIS_US_META_2026_MoanaLaunch")]
    pub(crate) name: String,
    /// Where it is.
    pub(crate) status: TicketStatusWord,
    /// The platform's id of the object; never empty once trafficked.
    pub(crate) external_platform_id: Option<String>,
    /// Why it stands still: the summary of QA's findings, or what the platform said.
    pub(crate) qa_failure_reason: Option<String>,
    /// What QA last found, warnings included: the first hundred, errors first, and one that counts the others.
    pub(crate) qa_findings: Vec<FindingBody>,
    /// What it would spend over its flight, as far as its configuration tells; exact decimal in the campaign's currency.
    pub(crate) planned_budget: Option<String>,
    /// The currency of `planned_budget` (ISO 4217); null where nothing is planned.
    #[schema(example = "USD")]
    pub(crate) currency: Option<&'static str>,
    /// Its deployment that has not ended; null where none is under way. A change of it is no new version of the ticket.
    pub(crate) active_deployment: Option<ActiveDeploymentBody>,
    /// The fields that this list leaves out because they have more than 8 KiB: `payload_config`, `qa_findings`. They are in the
    /// ticket itself.
    pub(crate) omitted: Vec<&'static str>,
    /// When it was made (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) created_at: String,
    /// When it last changed (RFC 3339, UTC).
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

/// A ticket's deployment that has not ended.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActiveDeployment)]
pub(crate) struct ActiveDeploymentBody {
    /// Its identity; its whole story is at `/api/v1/deployments/{id}`.
    pub(crate) id: Uuid,
    /// Where it is.
    pub(crate) status: DeploymentStatusWord,
    /// How often a worker took it up.
    pub(crate) attempt: i32,
    /// When it is taken up (again) (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) next_attempt_at: String,
    /// What it waits for.
    pub(crate) error: Option<String>,
    /// When it last changed (RFC 3339, UTC).
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
    /// What is wrong.
    pub(crate) message: String,
    /// What would be right.
    pub(crate) suggestion: Option<String>,
}

impl From<Finding> for FindingBody {
    fn from(finding: Finding) -> Self {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        Self {
            code: finding.code,
            severity,
            pointer: finding.pointer,
            message: finding.message,
            suggestion: finding.suggestion,
        }
    }
}

/// The exact requests that a deployment would send.
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
    /// The account that the requests go to.
    pub(crate) account_id: Option<String>,
    /// Whether the platform is the sandbox.
    pub(crate) sandbox: bool,
    /// The requests, in order. Ids of earlier steps show as `{{campaign}}`, and `references` lists where.
    pub(crate) requests: Vec<PreviewedStepBody>,
    /// Why nothing can be sent, where nothing can.
    #[serde(rename = "faults")]
    pub(crate) violations: Vec<ViolationBody>,
    /// What is odd.
    pub(crate) warnings: Vec<ViolationBody>,
    /// What QA would find in the ticket as it is now, by all its rules. Only running QA makes a ticket ready.
    pub(crate) findings: Vec<FindingBody>,
}

/// One request of a preview.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PreviewedRequest)]
pub(crate) struct PreviewedStepBody {
    /// The step's key, such as `campaign` or `ad_set_1`.
    pub(crate) step: String,
    /// What it makes: `campaign`, `ad_set`, `creative`, `ad` or `update`.
    pub(crate) kind: &'static str,
    /// The object's name.
    pub(crate) name: String,
    /// HTTP method.
    #[schema(example = "POST")]
    pub(crate) method: String,
    /// The whole URL.
    pub(crate) url: String,
    /// Headers; secrets read `[redacted]`.
    #[schema(value_type = Object)]
    pub(crate) headers: Map<String, Value>,
    /// The JSON body.
    pub(crate) body: Value,
    /// The places that are filled in when it is sent. Only there does a text such as `{{campaign}}` stand for a value; anywhere
    /// else it is text, and is sent as it is.
    pub(crate) references: Vec<ReferenceBody>,
}

/// A place in a request whose value is known only when the request is sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reference)]
pub(crate) struct ReferenceBody {
    /// JSON pointer into the body. Null where the place is a segment of the URL's path.
    #[schema(example = "/campaign_id")]
    pub(crate) pointer: Option<String>,
    /// The step whose object's id will be there. Null for the step's own idempotency key.
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

/// What is wrong with a configuration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Violation)]
pub(crate) struct ViolationBody {
    /// JSON pointer to the field in the ticket.
    pub(crate) pointer: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What would be right.
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
            method: step.request.method,
            url: step.request.url,
            headers: step.request.headers.into_iter().map(|(name, value)| (name, Value::from(value))).collect(),
            body: step.request.body,
            references: step.request.references.into_iter().map(ReferenceBody::from).collect(),
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

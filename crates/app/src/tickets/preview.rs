//! The exact requests of a deployment.

use connectors::{Connector, Preview};
use domain::{
    TicketId, Violation, Violations,
    deployment::{ObjectKind, PlannedStep, Reference},
    qa::Finding,
};
use serde_json::Value;
use store::dossier;

use super::Context;
use crate::{App, AppError, Result, app::or_not_found};

/// The requests of a ticket.
#[derive(Debug, Clone)]
pub struct TicketPreview {
    /// The ticket.
    pub ticket_id: TicketId,
    /// Its name on the platform.
    pub name: String,
    /// The platform.
    pub platform: &'static str,
    /// The account of the requests.
    pub account_id: Option<String>,
    /// True if the sandbox is used instead of the platform.
    pub sandbox: bool,
    /// The requests, in order. Ids of earlier steps appear as `{{campaign}}`, and are listed in `references`.
    pub steps: Vec<PreviewedStep>,
    /// The errors that prevent a deployment.
    pub violations: Vec<Violation>,
    /// The warnings.
    pub warnings: Vec<Violation>,
    /// QA's findings in the ticket's current state. They are not stored: only running QA makes a ticket ready.
    pub findings: Vec<Finding>,
}

/// One request of a ticket.
#[derive(Debug, Clone)]
pub struct PreviewedStep {
    /// The step's key.
    pub key: String,
    /// The kind of object.
    pub kind: ObjectKind,
    /// The object's name.
    pub name: String,
    /// The HTTP method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// The headers; secrets read `[redacted]`.
    pub headers: Vec<(String, String)>,
    /// The JSON body; null for none.
    pub body: Value,
    /// The places where a marker such as `{{campaign}}` stands for a value that is known when the request is sent. A marker
    /// anywhere else is text, and is sent as it is.
    pub references: Vec<Reference>,
}

impl PreviewedStep {
    fn of(step: &PlannedStep, connector: &Connector) -> Self {
        let Preview { method, url, headers, body, references } = connector.client.preview(&step.request);
        Self { key: step.key.clone(), kind: step.kind, name: step.name.clone(), method, url, headers, body, references }
    }
}

impl App {
    /// The exact requests of a deployment of the ticket, without secrets.
    pub async fn preview_ticket(&self, id: TicketId) -> Result<TicketPreview> {
        let dossier = or_not_found(dossier::load(self.store().reader(), id).await, "ticket", id)?;
        let Some(connector) = dossier.channel.platform().and_then(|platform| self.connectors().get(platform)) else {
            return Err(AppError::Conflict(format!(
                "There is no connector for {}, so nothing would be sent.",
                dossier.channel.platform_name
            )));
        };
        let context = Context::of(self.store().reader(), dossier).await?;
        let translation = context.translate(self).await;
        let findings = context.findings(self, self.store().reader(), &translation.facts).await?;
        let steps = translation.steps.iter().map(|step| PreviewedStep::of(step, connector)).collect();
        Ok(TicketPreview {
            ticket_id: id,
            name: context.dossier.ticket.name,
            platform: connector.platform.display_name(),
            account_id: translation.facts.account_id,
            sandbox: connector.settings.sandbox,
            steps,
            violations: Violations(translation.facts.payload_violations).capped().0,
            warnings: Violations(translation.facts.payload_warnings).capped().0,
            findings,
        })
    }
}

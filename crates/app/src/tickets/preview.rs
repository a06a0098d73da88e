//! What a deployment would send, to the letter.

use connectors::Preview;
use domain::{
    TicketId, Violation, Violations,
    deployment::{ObjectKind, PlannedStep, RequestTemplate},
    qa::Finding,
};
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
    /// The account that the requests go to.
    pub account_id: Option<String>,
    /// Whether the platform is the sandbox.
    pub sandbox: bool,
    /// The requests, in order. Ids of earlier steps show as `{{campaign}}`, and are listed in `references`.
    pub steps: Vec<PreviewedStep>,
    /// Why nothing could be sent, where nothing could.
    pub violations: Vec<Violation>,
    /// What is odd.
    pub warnings: Vec<Violation>,
    /// What QA would find in the ticket as it is now. It is not written down: only running QA makes a ticket ready.
    pub findings: Vec<Finding>,
}

/// One request of a ticket.
#[derive(Debug, Clone)]
pub struct PreviewedStep {
    /// The step's key.
    pub key: String,
    /// What it makes.
    pub kind: ObjectKind,
    /// The object's name.
    pub name: String,
    /// The request.
    pub request: Preview,
}

impl App {
    /// The exact requests that a deployment of the ticket would send, without secrets.
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
        let show = |request: &RequestTemplate| connector.client.preview(request);
        let steps = translation
            .steps
            .iter()
            .map(|PlannedStep { key, kind, name, request, .. }| PreviewedStep {
                key: key.clone(),
                kind: *kind,
                name: name.clone(),
                request: show(request),
            })
            .collect();
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

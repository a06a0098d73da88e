//! Reading deployments: one with its whole story, many by filter, and those that the worker drives next.

use std::{collections::BTreeSet, time::Duration};

use domain::{
    AccountRef, Deployment, DeploymentId, Ticket, TicketId,
    deployment::{AttemptRecord, DeploymentStatus, Step, StepState, account::ParkedAccount},
    list::{DeploymentFilter, ListQuery, Listed},
};
use store::{
    accounts,
    deployments::{self, Attempt},
    tickets,
};

use crate::{
    App, Result,
    app::or_not_found,
    events::{LoggedEvent, logged},
};

/// A deployment with its history.
#[derive(Debug, Clone)]
pub struct DeploymentDetail {
    /// The deployment.
    pub deployment: Deployment,
    /// Its ticket, as it is now.
    pub ticket: Ticket,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// Every exchange with the platform, oldest first.
    pub attempts: Vec<AttemptView>,
    /// Its events, oldest first.
    pub events: Vec<LoggedEvent>,
    /// The parked account that it waits for, where it does.
    pub parked: Option<ParkedAccount>,
}

impl DeploymentDetail {
    /// The platform's id of the object that it was for, once it has succeeded: the one that its first step made.
    pub fn external_id(&self) -> Option<&str> {
        match &self.steps.first()?.state {
            StepState::Done { external_id } if self.deployment.status == DeploymentStatus::Success => {
                Some(external_id.as_str())
            }
            _ => None,
        }
    }
}

/// One exchange with the platform.
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptView {
    /// The key of the step that it was for.
    pub step: String,
    /// The request and its answer.
    pub record: AttemptRecord,
}

/// A deployment as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct DeploymentView {
    /// The deployment.
    pub deployment: Deployment,
    /// The name of its ticket, as it is now.
    pub ticket_name: String,
}

impl App {
    /// One deployment with its story.
    pub async fn deployment(&self, id: DeploymentId) -> Result<DeploymentDetail> {
        let reader = self.store().reader();
        let deployment = or_not_found(deployments::get(reader, id).await, "deployment", id)?;
        let ticket = store::get(reader, deployment.ticket_id).await?;
        let steps = deployments::steps_of(reader, id).await?;
        let attempts = deployments::attempts_of(reader, id).await?;
        let attempts = attempts.into_iter().map(|attempt| view(attempt, &steps)).collect();
        let events = logged(store::events::of_subject(reader, &format!("deployments/{id}")).await?);
        let parked =
            if deployment.status.is_active() { accounts::find(reader, &deployment.account).await? } else { None };
        Ok(DeploymentDetail { deployment, ticket, steps, attempts, events, parked })
    }

    /// A page of deployments, with their tickets' names.
    pub async fn list_deployments(
        &self,
        filter: &DeploymentFilter,
        query: &ListQuery,
    ) -> Result<Listed<DeploymentView>> {
        let page = deployments::list(self.store(), filter, query).await?;
        let tickets: BTreeSet<TicketId> = page.items.iter().map(|deployment| deployment.ticket_id).collect();
        let tickets: Vec<TicketId> = tickets.into_iter().collect();
        let names = tickets::names_of(self.store().reader(), &tickets).await?;
        Ok(page.map(|deployment| {
            // A ticket that was deployed is never deleted.
            let ticket_name = names.get(&deployment.ticket_id).cloned().unwrap_or_default();
            DeploymentView { deployment, ticket_name }
        }))
    }

    /// A deployment that is known, with its ticket's name.
    pub async fn with_ticket_name(&self, deployment: Deployment) -> Result<DeploymentView> {
        let ticket: Ticket = store::get(self.store().reader(), deployment.ticket_id).await?;
        Ok(DeploymentView { deployment, ticket_name: ticket.name })
    }

    /// The accounts that are, or were last, parked.
    pub async fn parked_accounts(&self) -> Result<Vec<ParkedAccount>> {
        Ok(accounts::list(self.store()).await?)
    }

    /// Deployments that may be driven now, with their accounts.
    pub async fn due_deployments(&self, limit: u64) -> Result<Vec<(DeploymentId, AccountRef)>> {
        Ok(deployments::due(self.store(), self.now(), limit).await?)
    }

    /// The time until the next deployment becomes due.
    pub async fn next_due(&self) -> Result<Option<Duration>> {
        Ok(deployments::next_due(self.store(), self.now()).await?)
    }

    /// Ends the leases of dead workers. Only for a process that knows itself to be the only one on the database.
    pub async fn release_all_leases(&self) -> Result<u64> {
        let tx = self.store().begin().await?;
        let released = deployments::release_all_leases(&tx).await?;
        store::jobs::release_all_leases(&tx).await?;
        tx.commit().await?;
        Ok(released)
    }
}

fn view(attempt: Attempt, steps: &[Step]) -> AttemptView {
    let step = steps.iter().find(|step| step.id == attempt.step_id);
    AttemptView { step: step.map(|step| step.plan.key.clone()).unwrap_or_default(), record: attempt.record }
}

//! Accepting a deployment: the row first, then the hint.

use domain::{
    AccountRef, Deployment, DeploymentId, PlatformId, StepId, TicketId, TicketStatus, Timestamp, Word,
    deployment::{DeploymentStatus, PlannedStep, ReadBack, Step, StepState},
    event::Actor,
    ticket::{TicketEvent, TicketState},
};
use serde_json::json;
use store::{
    StoreError,
    deployments::{self, DeployInput},
    dossier::Dossier,
    jobs::{self, ItemClaim},
    locks,
};

use crate::{App, AppError, Result, app::or_not_found, tickets::Context};

/// The most times that a ticket is read because it changed before it was written.
const PATIENCE: usize = 16;

/// An accepted deployment.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted {
    /// The deployment; its id is the API's `task_id`.
    pub deployment: Deployment,
    /// Set where it was active before: a double click.
    pub already_active: bool,
}

impl Accepted {
    /// A sentence for a person.
    pub fn message(&self) -> String {
        format!("Deployment queued for platform: {}", self.deployment.account.platform)
    }
}

impl App {
    /// Accepts a deployment of a ticket that is `READY_FOR_API`, or answers with the active one. Nothing is sent yet.
    pub async fn request_deployment(&self, actor: &Actor, id: TicketId) -> Result<Accepted> {
        self.request_deployment_of(actor, id, None).await
    }

    /// The same for a job's item: a new deployment and the item's result are one transaction.
    pub(crate) async fn request_deployment_of(
        &self,
        actor: &Actor,
        id: TicketId,
        item: Option<ItemClaim>,
    ) -> Result<Accepted> {
        let accepted = match self.accept(actor, id, item).await {
            // Somebody was faster by a hair: theirs is the deployment.
            Err(AppError::Store(StoreError::Taken(_))) => self.active_deployment(id).await?,
            other => other?,
        };
        if !accepted.already_active {
            self.broker().publish(&[accepted.deployment.id]).await;
        }
        Ok(accepted)
    }

    async fn active_deployment(&self, id: TicketId) -> Result<Accepted> {
        let deployment = deployments::active_of(self.store().reader(), id).await?;
        deployment.map(|deployment| Accepted { deployment, already_active: true }).ok_or_else(|| {
            AppError::NotReady("The ticket has just been deployed by somebody else; read it again.".to_owned())
        })
    }

    /// Nothing is held while the ticket is judged; what was read is written only if it is so still.
    async fn accept(&self, actor: &Actor, id: TicketId, item: Option<ItemClaim>) -> Result<Accepted> {
        for _ in 0..PATIENCE {
            if let Some(accepted) = self.accept_as_read(actor, id, item).await? {
                return Ok(accepted);
            }
            if let Some(item) = item
                && !jobs::is_held(self.store().reader(), item.claim).await?
            {
                return Err(AppError::Stale("Another process has taken over the job.".to_owned()));
            }
        }
        Err(AppError::Conflict("The ticket is being changed by others all the time; try again.".to_owned()))
    }

    /// None when the ticket or its campaign has changed meanwhile.
    async fn accept_as_read(&self, actor: &Actor, id: TicketId, item: Option<ItemClaim>) -> Result<Option<Accepted>> {
        let deploy_input = or_not_found(deployments::deploy_input(self.store(), id).await, "ticket", id)?;
        let DeployInput { dossier, policy, policy_version, earlier } = deploy_input;
        if let Some(deployment) = earlier.iter().find(|earlier| earlier.status.is_active()) {
            return Ok(Some(Accepted { deployment: deployment.clone(), already_active: true }));
        }
        let TicketState::ReadyForApi { digest } = &dossier.ticket.state else {
            return Err(not_ready(dossier.ticket.state.status()));
        };
        let digest = digest.clone();
        let context = Context { dossier, policy, policy_version };
        let translation = context.translate(self).await;
        if context.digest(&translation) != digest {
            return self.send_back_as_read(context.dossier).await;
        }
        let (Some(connector), Some(account_id)) = (context.connector(self), translation.facts.account_id.clone())
        else {
            return Err(AppError::NotReady("The ticket names no ad account, and none is configured.".to_owned()));
        };
        let deployment = self.new_deployment(id, connector.platform, account_id, self.now());
        let steps = self.steps(&deployment, earlier.first(), translation.steps).await?;
        let data = json!({
            "before": null,
            "after": {"status": deployment.status, "ticket_id": id},
            "name": context.dossier.ticket.name, "platform": connector.platform, "account_id": deployment.account.account_id,
        });
        let event = self.event("deployment.accepted", format!("deployments/{}", deployment.id), actor, data);
        let accepting = Accepted { deployment, already_active: false };
        let (store, dossier, deployment) = (self.store(), &context.dossier, &accepting.deployment);
        let accepted = match item {
            None => deployments::accept(store, dossier, deployment, &steps, event).await?,
            Some(item) => {
                let result = (item, accepting.message());
                deployments::accept_item(store, dossier, deployment, &steps, event, result).await?
            }
        };
        Ok(accepted.then_some(accepting))
    }

    /// A ticket that is not any more what QA saw is a draft again; none when it has changed meanwhile.
    async fn send_back_as_read(&self, mut dossier: Dossier) -> Result<Option<Accepted>> {
        let tx = self.store().begin().await?;
        locks::ticket(&tx, dossier.ticket.id).await?;
        if deployments::active_of(tx.connection(), dossier.ticket.id).await?.is_some() {
            return Ok(None);
        }
        match self.move_ticket(&tx, &Actor::qa(), &mut dossier.ticket, TicketEvent::Edited, false).await {
            Err(AppError::Stale(_) | AppError::Store(StoreError::Stale)) => return Ok(None),
            moved => moved?,
        }
        tx.commit().await?;
        Err(AppError::NotReady(
            "Something that QA looked at has changed since it passed, so the ticket is a DRAFT again: run QA once more."
                .to_owned(),
        ))
    }

    fn new_deployment(
        &self,
        ticket_id: TicketId,
        platform: PlatformId,
        account_id: String,
        now: Timestamp,
    ) -> Deployment {
        Deployment {
            id: self.new_id::<DeploymentId>(),
            ticket_id,
            account: AccountRef { platform, account_id },
            status: DeploymentStatus::Pending,
            attempt: 0,
            retries: 0,
            due_at: now,
            lease_token: None,
            lease_until: None,
            error: None,
            created_at: now,
            updated_at: now,
            finished_at: None,
        }
    }

    /// The steps of a new deployment. What an earlier deployment of the ticket created, or may have created, is carried
    /// over, with its idempotency key: it is looked for or kept, but never simply made again.
    async fn steps(
        &self,
        deployment: &Deployment,
        last: Option<&Deployment>,
        planned: Vec<PlannedStep>,
    ) -> Result<Vec<Step>> {
        let earlier = match last {
            Some(last) => deployments::steps_of(self.store().reader(), last.id).await?,
            None => Vec::new(),
        };
        Ok(planned
            .into_iter()
            .zip(0..)
            .map(|(plan, position)| {
                let trace = earlier.iter().find(|step| {
                    step.plan.key == plan.key
                        && step.plan.name == plan.name
                        && step.may_exist()
                        && !step.is_repeatable()
                });
                Step {
                    id: self.new_id::<StepId>(),
                    deployment_id: deployment.id,
                    position,
                    idempotency_key: trace
                        .map_or_else(|| self.rng().number().to_string(), |step| step.idempotency_key.clone()),
                    state: trace.map_or(StepState::Planned, |step| step.state.clone()),
                    read_back: trace.and_then(|step| carried_over(step, &plan)),
                    plan,
                }
            })
            .collect())
    }
}

/// The comparison of an object that an earlier deployment created. Where the ticket was edited since, it is compared again: what
/// exists is never created again, so a difference stays, and must be seen.
fn carried_over(step: &Step, plan: &PlannedStep) -> Option<ReadBack> {
    let edited = step.plan.request.body != plan.request.body;
    if edited && matches!(step.state, StepState::Done { .. }) {
        return Some(ReadBack::Later("The ticket was edited after it was created.".to_owned()));
    }
    step.read_back.clone()
}

fn not_ready(status: TicketStatus) -> AppError {
    AppError::NotReady(format!(
        "The ticket is {}, and only a ticket that is READY_FOR_API can be deployed. You can {}.",
        status.as_str(),
        status.legal_moves()
    ))
}

//! The story of a deployment: its events and attempts.

use std::time::Duration;

use domain::{
    AccountRef, Deployment, Event,
    deployment::{AttemptRecord, DeploymentStatus, Step, account::Park},
    event::Actor,
};
use serde_json::{Value, json};
use store::{
    Tx,
    accounts::Lifted,
    deployments::{self, Attempt},
};
use tracing::debug;

use crate::{App, Result};

impl App {
    pub(super) async fn record_attempts(
        &self,
        tx: &Tx,
        deployment: &Deployment,
        step: &Step,
        records: Vec<AttemptRecord>,
    ) -> Result<()> {
        Ok(deployments::insert_attempts(tx, &self.attempts(deployment, step, records)).await?)
    }

    pub(super) fn attempts(&self, deployment: &Deployment, step: &Step, records: Vec<AttemptRecord>) -> Vec<Attempt> {
        records
            .into_iter()
            .map(|record| Attempt { id: self.new_id(), deployment_id: deployment.id, step_id: step.id, record })
            .collect()
    }

    pub(super) async fn record_wait(&self, tx: &Tx, deployment: &Deployment, delay: Duration, why: &str) -> Result<()> {
        let data = json!({
            "before": {"status": "STARTED"}, "after": {"status": "RETRY", "ticket_id": deployment.ticket_id},
            "delay_ms": millis(delay), "why": why,
        });
        self.record_deployment(tx, "deployment.waiting", deployment, data).await
    }

    pub(super) async fn record_parked(
        &self,
        tx: &Tx,
        deployment: &Deployment,
        park: &Park,
        delay: Duration,
    ) -> Result<()> {
        let data = json!({
            "platform": park.account.platform, "account_id": park.account.account_id, "reason": park.reason,
            "message": park.message, "delay_ms": millis(delay), "deployment_id": deployment.id,
        });
        self.record_account(tx, "account.parked", &park.account, &Actor::worker(), data).await
    }

    pub(super) async fn record_freed(&self, tx: &Tx, lifted: &Lifted) -> Result<()> {
        let account = &lifted.account;
        let data = json!({"platform": account.platform, "account_id": account.account_id, "reason": lifted.reason});
        self.record_account(tx, "account.freed", account, &Actor::worker(), data).await
    }

    pub(crate) async fn record_account(
        &self,
        tx: &Tx,
        kind: &'static str,
        account: &AccountRef,
        actor: &Actor,
        data: Value,
    ) -> Result<()> {
        let subject = format!("accounts/{}/{}", account.platform.key(), account.account_id);
        Ok(store::events::append(tx, vec![self.event(kind, subject, actor, data)]).await?)
    }

    /// The event of a deployment that is taken up.
    pub(super) fn start_of(&self, deployment: &Deployment) -> Event {
        let data = json!({
            "after": {"status": "STARTED", "attempt": deployment.attempt, "ticket_id": deployment.ticket_id},
        });
        debug!(deployment.id = %deployment.id, attempt = deployment.attempt, "deployment {} is taken up", deployment.id);
        self.deployment_event("deployment.started", deployment, data)
    }

    /// The event of a deployment's end.
    pub(super) fn end_of(&self, deployment: &Deployment, status: DeploymentStatus, reason: Option<&str>) -> Event {
        let data = json!({
            "before": {"status": "STARTED"}, "after": {"status": status, "ticket_id": deployment.ticket_id}, "reason": reason,
        });
        self.deployment_event("deployment.ended", deployment, data)
    }

    fn deployment_event(&self, kind: &'static str, deployment: &Deployment, data: Value) -> Event {
        self.event(kind, format!("deployments/{}", deployment.id), &Actor::worker(), data)
    }

    pub(super) async fn record_deployment(
        &self,
        tx: &Tx,
        kind: &'static str,
        deployment: &Deployment,
        data: Value,
    ) -> Result<()> {
        Ok(store::events::append(tx, vec![self.deployment_event(kind, deployment, data)]).await?)
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

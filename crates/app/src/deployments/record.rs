//! The story of a deployment: its events and attempts.

use std::time::Duration;

use domain::{
    AccountRef, Deployment,
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
        let attempts: Vec<Attempt> = records
            .into_iter()
            .map(|record| Attempt { id: self.new_id(), deployment_id: deployment.id, step_id: step.id, record })
            .collect();
        Ok(deployments::insert_attempts(tx, &attempts).await?)
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

    pub(super) async fn record_start(&self, tx: &Tx, deployment: &Deployment) -> Result<()> {
        let data = json!({
            "after": {"status": "STARTED", "attempt": deployment.attempt, "ticket_id": deployment.ticket_id},
        });
        debug!(deployment.id = %deployment.id, attempt = deployment.attempt, "deployment {} is taken up", deployment.id);
        self.record_deployment(tx, "deployment.started", deployment, data).await
    }

    pub(super) async fn record_end_of(
        &self,
        tx: &Tx,
        deployment: &Deployment,
        status: DeploymentStatus,
        reason: Option<&str>,
    ) -> Result<()> {
        let data = json!({
            "before": {"status": "STARTED"}, "after": {"status": status, "ticket_id": deployment.ticket_id}, "reason": reason,
        });
        self.record_deployment(tx, "deployment.ended", deployment, data).await
    }

    pub(super) async fn record_deployment(
        &self,
        tx: &Tx,
        kind: &'static str,
        deployment: &Deployment,
        data: Value,
    ) -> Result<()> {
        let event = self.event(kind, format!("deployments/{}", deployment.id), &Actor::worker(), data);
        Ok(store::events::append(tx, vec![event]).await?)
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

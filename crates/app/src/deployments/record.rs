//! The story of a deployment: its events and attempts.

use std::time::Duration;

use domain::{
    Deployment,
    deployment::{AttemptRecord, DeploymentStatus, Step, account::Park},
    event::Actor,
};
use serde_json::{Value, json};
use store::{
    Tx,
    deployments::{self, Attempt},
};

use crate::{App, Result};

impl App {
    pub(super) async fn record_attempt(
        &self,
        tx: &Tx,
        deployment: &Deployment,
        step: &Step,
        record: Option<AttemptRecord>,
    ) -> Result<()> {
        let Some(record) = record else { return Ok(()) };
        let attempt = Attempt { id: self.new_id(), deployment_id: deployment.id, step_id: step.id, record };
        Ok(deployments::insert_attempt(tx, &attempt).await?)
    }

    pub(super) async fn record_wait(&self, tx: &Tx, deployment: &Deployment, delay: Duration, why: &str) -> Result<()> {
        let data = json!({
            "before": {"status": "STARTED"}, "after": {"status": "RETRY", "ticket_id": deployment.ticket_id},
            "delay_ms": millis(delay), "why": why,
        });
        self.record_deployment(tx, "deployment.waiting", deployment, data).await
    }

    pub(super) async fn record_park(
        &self,
        tx: &Tx,
        deployment: &Deployment,
        park: &Park,
        delay: Duration,
    ) -> Result<()> {
        self.record_wait(tx, deployment, delay, &format!("{} is parked: {}", park.account, park.message)).await?;
        let data = json!({
            "platform": park.account.platform, "account_id": park.account.account_id, "reason": park.reason,
            "message": park.message, "delay_ms": millis(delay),
        });
        let subject = format!("accounts/{}/{}", park.account.platform.key(), park.account.account_id);
        let event = self.event("account.parked", subject, &Actor::worker(), data);
        Ok(store::events::append(tx, vec![event]).await?)
    }

    pub(super) async fn record_freed(&self, tx: &Tx, deployment: &Deployment) -> Result<()> {
        let account = &deployment.account;
        let subject = format!("accounts/{}/{}", account.platform.key(), account.account_id);
        let data = json!({"platform": account.platform, "account_id": account.account_id});
        Ok(store::events::append(tx, vec![self.event("account.freed", subject, &Actor::worker(), data)]).await?)
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

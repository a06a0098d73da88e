//! The rules of the house: reading and changing them.

use domain::{Version, event::Actor, list::TicketFilter, qa::Policy};
use serde_json::json;

use crate::{App, Result, app::expect_version};

impl App {
    /// The rules and their version.
    pub async fn qa_policy(&self) -> Result<(Policy, Version)> {
        Ok(store::policy::get(self.store().reader()).await?)
    }

    /// Changes the rules. Tickets that had passed the old ones are sent back.
    pub async fn change_qa_policy(
        &self,
        actor: &Actor,
        policy: Policy,
        expected: Option<Version>,
    ) -> Result<(Policy, Version)> {
        policy.check().none_or(|| ())?;
        let tx = self.store().begin().await?;
        let (before, version) = store::policy::get(tx.connection()).await?;
        expect_version(expected, version, "The QA policy")?;
        let now = self.now();
        store::policy::put(&tx, &policy, version + 1, now).await?;
        let data = json!({"before": before, "after": policy, "version": version + 1});
        store::events::append(&tx, vec![self.event("qa_policy.changed", "qa/policy".to_owned(), actor, data)]).await?;
        self.send_back(&tx, &TicketFilter::default(), "the QA rules changed").await?;
        tx.commit().await?;
        Ok((policy, version + 1))
    }
}

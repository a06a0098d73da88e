//! A ticket with everything that a translator and QA look at.

use connectors::{Brief, Connector, Target, Translation};
use domain::{
    Fault, TicketId, Timestamp, Version,
    qa::{self, AdFacts, Candidate, Finding, Policy},
};
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{Connection, dossier::Dossier, tickets};

use crate::{App, Result, taxonomy::registry_of};

/// A ticket's dossier and the rules of the house.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub dossier: Dossier,
    pub policy: Policy,
    pub policy_version: Version,
}

impl Context {
    /// Reads the rules to a dossier.
    pub(crate) async fn of(connection: &impl Connection, dossier: Dossier) -> Result<Self> {
        let (policy, policy_version) = store::policy::get(connection).await?;
        Ok(Self { dossier, policy, policy_version })
    }

    /// The connector of the ticket's channel, where it has one.
    pub(crate) fn connector<'a>(&self, app: &'a App) -> Option<&'a Connector> {
        self.dossier.channel.platform().and_then(|platform| app.connectors().get(platform))
    }

    /// The ticket in its platform's terms; empty, with a fault, where no connector speaks them.
    pub(crate) fn translate(&self, app: &App) -> Translation {
        translate(app, &self.dossier)
    }

    /// What QA finds in the ticket as it is, at this time: all of it, by all rules.
    pub(crate) async fn findings(
        &self,
        connection: &impl Connection,
        now: Timestamp,
        facts: &AdFacts,
    ) -> Result<Vec<Finding>> {
        let Dossier { ticket, campaign, brand, market, channel, target } = &self.dossier;
        let registry = registry_of(store::registry::codes(connection).await?);
        // A new budget takes the place of the one that its target had.
        let except = [Some(ticket.id), target.as_ref().map(|target| target.ticket_id)];
        let except: Vec<TicketId> = except.into_iter().flatten().collect();
        let committed = tickets::planned_by_others(connection, campaign.id, &except, campaign.budget.currency).await?;
        let candidate =
            Candidate { ticket, campaign, brand, market, channel, facts, registry: &registry, committed, now };
        Ok(qa::run(&candidate, &self.policy))
    }

    /// A digest of everything that QA judges: whoever changes any of it has to ask QA again.
    pub(crate) fn digest(&self, translation: &Translation) -> String {
        let Dossier { ticket, campaign, brand, market, channel, target } = &self.dossier;
        let judged = json!({
            "ticket": [ticket.id, ticket.name, ticket.request_type, ticket.payload_config],
            "campaign": [campaign.name, campaign.budget.micros, campaign.budget.currency, campaign.start_date, campaign.end_date],
            "brand": [brand.id, brand.family_friendly],
            "market": [market.id, market.all_countries()],
            "channel": [channel.id, channel.platform_name],
            "target": target.as_ref().map(|target| target.external_id.as_str()),
            "account": translation.facts.account_id,
            "steps": translation.steps,
            "rules": self.policy_version,
        });
        let hash = Sha256::digest(judged.to_string());
        hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// A dossier's ticket in its platform's terms.
pub(crate) fn translate(app: &App, dossier: &Dossier) -> Translation {
    let Some(connector) = dossier.channel.platform().and_then(|platform| app.connectors().get(platform)) else {
        return Translation { steps: Vec::new(), facts: AdFacts::default() };
    };
    let target = dossier.target.as_ref().map(|target| Target {
        external_id: target.external_id.as_str().to_owned(),
        account_id: target
            .account
            .as_ref()
            .map(|account| account.account_id.clone())
            .or_else(|| connector.settings.default_account.clone())
            .unwrap_or_default(),
        name: target.name.clone(),
    });
    let mut translation = connector.translator.translate(&Brief {
        ticket: &dossier.ticket,
        campaign: &dossier.campaign,
        brand: &dossier.brand,
        market: &dossier.market,
        channel: &dossier.channel,
        target: target.as_ref(),
    });
    if translation.steps.is_empty() && translation.facts.payload_faults.is_empty() {
        // A connector that plans nothing and finds nothing wrong would leave a ticket that cannot be sent.
        translation.facts.payload_faults.push(Fault::at(
            "/request_type",
            format!("{} cannot do {}.", connector.platform, dossier.ticket.request_type.as_str()),
        ));
    }
    translation
}

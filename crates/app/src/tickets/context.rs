//! A ticket with everything that a translator and QA look at.

use connectors::{Brief, Connector, Target, Translation};
use domain::{
    Fault, TicketId, Timestamp, Version,
    deployment::PlannedStep,
    qa::{self, AdFacts, Candidate, Finding, Policy},
    ticket::lifecycle::{ExternalId, is_account_id},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{
    Connection,
    dossier::{Dossier, TargetObject},
    tickets,
};

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
        let Dossier { ticket, campaign, brand, market, channel, target, .. } = &self.dossier;
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
        let Dossier { ticket, campaign, brand, market, channel, target, .. } = &self.dossier;
        let judged = json!({
            "ticket": [ticket.id, ticket.name, ticket.request_type, ticket.payload_config],
            "campaign": [campaign.name, campaign.budget.micros, campaign.budget.currency, campaign.start_date, campaign.end_date],
            "brand": [brand.id, brand.family_friendly],
            "market": [market.id, market.all_countries()],
            "channel": [channel.id, channel.platform_name],
            "target": target.as_ref().map(|target| target.external_id.as_str()),
            "account": translation.facts.account_id,
            "steps": translation.steps.iter().map(judged_step).collect::<Vec<_>>(),
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
    if let Some(fault) = dossier.target.as_ref().and_then(untouchable) {
        return Translation { steps: Vec::new(), facts: AdFacts { payload_faults: vec![fault], ..AdFacts::default() } };
    }
    let target = dossier.target.as_ref().map(|target| Target {
        external_id: target.external_id.clone(),
        account_id: target
            .account
            .as_ref()
            .map(|account| account.account_id.clone())
            .or_else(|| connector.settings.default_account.clone())
            .unwrap_or_default(),
        name: target.name.clone(),
        made_by: target.made_by.clone(),
    });
    let mut translation = connector.translator.translate(&Brief {
        ticket: &dossier.ticket,
        campaign: &dossier.campaign,
        brand: &dossier.brand,
        market: &dossier.market,
        channel: &dossier.channel,
        target: target.as_ref(),
        made_by: dossier.made_by.as_deref(),
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

/// A step as the digest has it. Its references are left out: the markers in its body stand for them, as they did before there
/// were references, and so a ticket that was judged then is still as it was judged.
fn judged_step(step: &PlannedStep) -> Value {
    let mut step = json!(step);
    if let Some(request) = step["request"].as_object_mut() {
        request.remove("references");
    }
    step
}

/// Why nothing may be sent to an object: older versions took any text for an id, and such a text may lead anywhere.
fn untouchable(target: &TargetObject) -> Option<Fault> {
    let TargetObject { external_id, account, name, .. } = target;
    let (what, text) = if external_id.has_the_form() {
        let account = account.as_ref().filter(|account| !is_account_id(&account.account_id))?;
        ("ad account", account.account_id.as_str())
    } else {
        ("id", external_id.as_str())
    };
    let text: String = text.chars().take(80).collect();
    Some(
        Fault::at(
            "/payload_config/target_ticket_id",
            format!("{name} has {text:?} as its {what} on the platform, which is none."),
        )
        .suggest(format!("Name the ticket of an object that has {}.", ExternalId::FORM)),
    )
}

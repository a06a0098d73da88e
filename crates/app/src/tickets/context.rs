//! A ticket with the whole input of a translator and QA.

use std::io;

use connectors::{Brief, Connector, Target, Translation};
use domain::{
    BrandId, Channel, ChannelId, CountryCode, Currency, Date, MarketId, RequestType, TicketId, Version, Violation,
    Violations, Word,
    deployment::PlannedStep,
    qa::{self, AdFacts, Candidate, Finding, Policy},
    ticket::lifecycle::{ExternalId, is_account_id},
};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use store::{
    Connection,
    dossier::{Dossier, TargetObject},
    tickets,
};

use crate::{App, Result, aside::is_large, taxonomy::registry_of};

/// A ticket's dossier and the rules of the house.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub dossier: Dossier,
    pub policy: Policy,
    pub policy_version: Version,
}

impl Context {
    /// Adds the rules to a dossier.
    pub(crate) async fn of(connection: &impl Connection, dossier: Dossier) -> Result<Self> {
        let (policy, policy_version) = store::policy::get(connection).await?;
        Ok(Self { dossier, policy, policy_version })
    }

    /// The connector of the ticket's channel, if there is one.
    pub(crate) fn connector<'a>(&self, app: &'a App) -> Option<&'a Connector> {
        self.dossier.channel.platform().and_then(|platform| app.connectors().get(platform))
    }

    /// The ticket in its platform's terms; empty, with a violation, if there is no connector.
    pub(crate) async fn translate(&self, app: &App) -> Translation {
        translate(app, &self.dossier).await
    }

    /// All of QA's findings in the ticket's current state, by all rules.
    pub(crate) async fn findings(
        &self,
        app: &App,
        connection: &impl Connection,
        facts: &AdFacts,
    ) -> Result<Vec<Finding>> {
        let now = app.now();
        let Dossier { ticket, campaign, brand, market, channel, target, .. } = &self.dossier;
        let registry = registry_of(store::registry::codes(connection).await?);
        // A new budget replaces that of its target.
        let except = [Some(ticket.id), target.as_ref().map(|target| target.ticket_id)];
        let except: Vec<TicketId> = except.into_iter().flatten().collect();
        let committed = tickets::planned_by_others(connection, campaign.id, &except, campaign.budget.currency).await?;
        let candidate =
            Candidate { ticket, campaign, brand, market, channel, facts, registry: &registry, committed, now };
        let long = is_large(&ticket.payload_config);
        Ok(app.aside(long, || qa::run(&candidate, &self.policy)).await)
    }

    /// A digest of QA's whole input: after any change of it QA has to run again.
    pub(crate) fn digest(&self, translation: &Translation) -> String {
        let Dossier { ticket, campaign, brand, market, channel, target, .. } = &self.dossier;
        let judged = Judged {
            account: &translation.facts.account_id,
            brand: (brand.id, brand.family_friendly),
            campaign: (
                &campaign.name,
                campaign.budget.micros,
                campaign.budget.currency,
                campaign.start_date,
                campaign.end_date,
            ),
            channel: (channel.id, &channel.platform_name),
            market: (market.id, market.all_countries()),
            rules: self.policy_version,
            steps: Steps(&translation.steps),
            target: target.as_ref().map(|target| target.external_id.as_str()),
            ticket: (ticket.id, &ticket.name, ticket.request_type, &ticket.payload_config),
        };
        let mut hash = Digested(Sha256::new());
        // A hash accepts all bytes, and all of the input can be written.
        let _ = serde_json::to_writer(&mut hash, &judged);
        hash.0.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            use std::fmt::Write as _;
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// QA's input, in the order of the digest: that of the names.
#[derive(Serialize)]
struct Judged<'a> {
    account: &'a Option<String>,
    brand: (BrandId, bool),
    campaign: (&'a str, i64, Currency, Option<Date>, Option<Date>),
    channel: (ChannelId, &'a str),
    market: (MarketId, Vec<CountryCode>),
    rules: Version,
    steps: Steps<'a>,
    target: Option<&'a str>,
    ticket: (TicketId, &'a str, RequestType, &'a Map<String, Value>),
}

/// Steps with their fields in the order of the names. One at a time, because all of them together can be large.
struct Steps<'a>(&'a [PlannedStep]);

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(judged_step))
    }
}

/// A hash that can be written to.
struct Digested(Sha256);

impl io::Write for Digested {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Refuses a configuration with more items than its platform accepts. It could not be checked in reasonable time.
pub(super) fn within_limits(app: &App, channel: &Channel, config: &Map<String, Value>) -> Result<()> {
    let connector = channel.platform().and_then(|platform| app.connectors().get(platform));
    let violations = connector.map_or_else(Vec::new, |connector| connector.limits().check(config));
    Ok(Violations(violations).none_or(|| ())?)
}

/// A dossier's ticket in its platform's terms.
pub(crate) async fn translate(app: &App, dossier: &Dossier) -> Translation {
    app.aside(is_large(&dossier.ticket.payload_config), || translation_of(app, dossier)).await
}

fn translation_of(app: &App, dossier: &Dossier) -> Translation {
    let Some(connector) = dossier.channel.platform().and_then(|platform| app.connectors().get(platform)) else {
        return Translation { steps: Vec::new(), facts: AdFacts::default() };
    };
    if let Some(violation) = dossier.target.as_ref().and_then(untouchable) {
        return Translation {
            steps: Vec::new(),
            facts: AdFacts { payload_violations: vec![violation], ..AdFacts::default() },
        };
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
    let mut translation = connector.translate(&Brief {
        ticket: &dossier.ticket,
        campaign: &dossier.campaign,
        brand: &dossier.brand,
        market: &dossier.market,
        channel: &dossier.channel,
        target: target.as_ref(),
        made_by: dossier.made_by.as_deref(),
    });
    if translation.steps.is_empty() && translation.facts.payload_violations.is_empty() {
        // No steps and no violations: without this one, the ticket would pass QA although nothing can be sent.
        translation.facts.payload_violations.push(Violation::at(
            "/request_type",
            format!("{} cannot do {}.", connector.platform, dossier.ticket.request_type.as_str()),
        ));
    }
    translation
}

/// A step in the digest. Its references are left out: the markers in its body represent them, as before references
/// existed, and so a ticket that was checked then is still valid.
fn judged_step(step: &PlannedStep) -> Value {
    let mut step = json!(step);
    if let Some(request) = step["request"].as_object_mut() {
        request.remove("references");
    }
    step
}

/// The reason why nothing may be sent to an object: older versions accepted any text as an id, and such a text may lead
/// to any address.
fn untouchable(target: &TargetObject) -> Option<Violation> {
    let TargetObject { external_id, account, name, .. } = target;
    let (what, text) = if external_id.has_the_form() {
        let account = account.as_ref().filter(|account| !is_account_id(&account.account_id))?;
        ("ad account", account.account_id.as_str())
    } else {
        ("id", external_id.as_str())
    };
    let text: String = text.chars().take(80).collect();
    Some(
        Violation::at(
            "/payload_config/target_ticket_id",
            format!("{name} has {text:?} as its {what} on the platform, which is none."),
        )
        .suggest(format!("Name the ticket of an object that has {}.", ExternalId::FORM)),
    )
}

#[cfg(test)]
mod tests {
    use domain::deployment::{ObjectKind, RequestTemplate};

    use super::*;

    #[test]
    fn a_digest_is_that_of_the_same_json_with_sorted_names() {
        let step = PlannedStep {
            key: "campaign".into(),
            kind: ObjectKind::Campaign,
            name: "N".into(),
            request: RequestTemplate {
                method: "POST".into(),
                path: "/p".into(),
                body: json!({"b": 1, "a": [2]}),
                references: Vec::new(),
            },
            lookup: None,
        };
        let written = serde_json::to_string(&Steps(std::slice::from_ref(&step))).unwrap();
        assert_eq!(written, json!([judged_step(&step)]).to_string());
    }
}

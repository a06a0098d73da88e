//! The QA engine: every rule looks at the whole ticket, and all findings are reported, not the first.
//! A rule is a file in `rules/`; what an admin can change of it stands in `policy.rs`.

pub mod blocklist;
pub mod facts;
pub mod finding;
pub mod policy;
mod rules;

use crate::{Brand, Campaign, Channel, Market, Money, Ticket, Timestamp, taxonomy::Registry};

pub use facts::{AdFacts, Flight, InventoryFilter, Located, Term, TermKind};
pub use finding::{Finding, Severity};
pub use policy::{Mode, Policy};
pub use rules::{RULES, Rule};

/// Everything that the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The ticket.
    pub ticket: &'a Ticket,
    /// Its campaign.
    pub campaign: &'a Campaign,
    /// The campaign's brand.
    pub brand: &'a Brand,
    /// The campaign's market.
    pub market: &'a Market,
    /// The ticket's channel.
    pub channel: &'a Channel,
    /// What the connector tells of the requests that would be sent; empty without a connector.
    pub facts: &'a AdFacts,
    /// What names are read by.
    pub registry: &'a Registry,
    /// What the campaign's other tickets plan to spend.
    pub committed: Option<Money>,
    /// Now.
    pub now: Timestamp,
}

/// Runs all rules that are on, in the order of [`RULES`].
pub fn run(candidate: &Candidate<'_>, policy: &Policy) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        let mode = policy.mode_of(rule.code);
        if mode == Mode::Off {
            continue;
        }
        findings.extend((rule.check)(candidate, policy).into_iter().map(|mut finding| {
            // An admin can soften a rule, but a rule's own warnings never turn into errors.
            if mode == Mode::Warning {
                finding.severity = Severity::Warning;
            }
            finding
        }));
    }
    findings
}

/// One paragraph about everything that blocks; none when nothing does.
pub fn summary(findings: &[Finding]) -> Option<String> {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let sentences: Vec<String> = errors
        .iter()
        .map(|finding| match &finding.suggestion {
            Some(suggestion) => format!("{} {suggestion}", finding.message),
            None => finding.message.clone(),
        })
        .collect();
    match sentences.len() {
        0 => None,
        1 => Some(sentences.concat()),
        count => Some(format!("{count} problems: {}", sentences.join(" "))),
    }
}

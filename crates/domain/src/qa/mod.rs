//! The QA engine: every rule checks the whole ticket, and all findings are reported, not only the first. A rule is a
//! file in `rules/`; `policy.rs` has the parts that an admin can change.

pub mod blocklist;
pub mod facts;
pub mod finding;
pub mod policy;
mod rules;

use crate::{Brand, Campaign, Channel, Market, Money, Ticket, Timestamp, taxonomy::Registry};

pub use facts::{AdFacts, Flight, InventoryFilter, Located, Term, TermKind, once};
pub use finding::{Finding, Severity};
pub use policy::{Mode, Policy};
pub use rules::{RULES, Rule};

/// The input of the rules.
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
    /// The connector's facts about the requests; empty without a connector.
    pub facts: &'a AdFacts,
    /// The codes for reading names.
    pub registry: &'a Registry,
    /// The sum that the campaign's other tickets plan to spend.
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
            // An admin can soften a rule, but a rule's own warnings never become errors.
            if mode == Mode::Warning {
                finding.severity = Severity::Warning;
            }
            finding
        }));
    }
    finding::capped(findings)
}

/// One paragraph with all errors; none if there are none.
pub fn summary(findings: &[Finding]) -> Option<String> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let (unlisted, errors): (Vec<&Finding>, Vec<&Finding>) = errors.partition(|finding| finding.code == finding::MORE);
    let sentence = |finding: &&Finding| match &finding.suggestion {
        Some(suggestion) => format!("{} {suggestion}", finding.message),
        None => finding.message.clone(),
    };
    let mut sentences: Vec<String> = errors.iter().take(MOST_SENTENCES).map(sentence).collect();
    let untold = errors.len().saturating_sub(MOST_SENTENCES);
    sentences.extend((untold > 0).then(|| format!("And {untold} more: see the findings.")));
    sentences.extend(unlisted.iter().map(sentence));
    let count = errors.len();
    match (sentences.len(), unlisted.is_empty()) {
        (0, _) => None,
        (1, _) => Some(sentences.concat()),
        (_, true) => Some(format!("{count} problems: {}", sentences.join(" "))),
        (_, false) => Some(format!("More than {count} problems: {}", sentences.join(" "))),
    }
}

/// A longer paragraph is not read.
const MOST_SENTENCES: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(errors: usize, warnings: usize) -> Vec<Finding> {
        let finding = |severity| {
            move |index| Finding {
                code: "test".to_owned(),
                severity,
                pointer: String::new(),
                message: format!("Number {index}."),
                suggestion: None,
            }
        };
        let warnings = (0..warnings).map(finding(Severity::Warning));
        warnings.chain((0..errors).map(finding(Severity::Error))).collect()
    }

    #[test]
    fn few_findings_stay_as_they_are() {
        let few = findings(2, 3);
        assert_eq!(finding::capped(few.clone()), few);
        assert_eq!(summary(&few).as_deref(), Some("2 problems: Number 0. Number 1."));
        assert_eq!(summary(&findings(0, 3)), None);
    }

    #[test]
    fn of_many_the_errors_are_kept_and_the_others_counted() {
        let capped = finding::capped(findings(40, 44_960));
        assert_eq!(capped.len(), 101);
        assert_eq!(capped.iter().filter(|finding| finding.severity == Severity::Error).count(), 40);
        let last = capped.last().unwrap();
        assert_eq!((last.severity, last.message.as_str()), (Severity::Warning, "And 44,900 more warnings."));
        let summary = summary(&capped).unwrap();
        assert!(
            summary.starts_with("40 problems: Number 0.") && summary.ends_with("And 20 more: see the findings."),
            "{summary}"
        );
    }

    #[test]
    fn errors_that_are_not_listed_still_block() {
        let capped = finding::capped(findings(45_000, 0));
        let last = capped.last().unwrap();
        assert_eq!((last.severity, last.message.as_str()), (Severity::Error, "And 44,900 more errors."));
        let summary = summary(&capped).unwrap();
        assert!(summary.starts_with("More than 100 problems: "), "{summary}");
        assert!(summary.ends_with("And 44,900 more errors."), "{summary}");
        assert_eq!(
            finding::capped(findings(150, 10)).last().unwrap().message,
            "And 60 more findings, 50 of them errors."
        );
    }
}

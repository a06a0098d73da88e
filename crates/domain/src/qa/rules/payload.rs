//! `payload_config` is complete and well-typed for its platform, objective, request type and countries. The connector
//! checks it against the schema that it publishes; this rule tells what it found.

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::Fault;

pub(super) const RULE: Rule =
    Rule { code: "payload-schema", purpose: "The configuration is complete and well-typed for the platform.", check };

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let facts = candidate.facts;
    let told = |finding: Finding, fault: &Fault| Finding { suggestion: fault.suggestion.clone(), ..finding };
    let errors =
        facts.payload_faults.iter().map(|fault| told(error("payload-schema", &fault.pointer, &fault.problem), fault));
    let warnings = facts
        .payload_warnings
        .iter()
        .map(|fault| told(warning("payload-schema", &fault.pointer, &fault.problem), fault));
    errors.chain(warnings).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use crate::{Fault, qa::Severity};

    #[test]
    fn every_fault_and_every_oddity_is_told() {
        let mut fixture = Fixture::default();
        fixture.facts.payload_faults =
            vec![Fault::at("/payload_config/objective", "objective is missing.").suggest("Add one.")];
        fixture.facts.payload_warnings = vec![Fault::at("/payload_config/targeting", "It is not sent.")];
        let findings = fixture.findings();
        assert_eq!(
            findings.iter().map(|finding| finding.severity).collect::<Vec<_>>(),
            [Severity::Error, Severity::Warning]
        );
        assert_eq!(findings[0].suggestion.as_deref(), Some("Add one."));
    }
}

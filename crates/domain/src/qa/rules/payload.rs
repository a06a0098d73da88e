//! `payload_config` is complete and well-typed for its platform, objective, request type and countries. The connector
//! checks it against its published schema; this rule reports the violations.

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::Violation;

pub(super) const RULE: Rule =
    Rule { code: "payload-schema", purpose: "The configuration is complete and well-typed for the platform.", check };

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let facts = candidate.facts;
    let told =
        |finding: Finding, violation: &Violation| Finding { suggestion: violation.suggestion.clone(), ..finding };
    let errors = facts
        .payload_violations
        .iter()
        .map(|violation| told(error("payload-schema", &violation.pointer, &violation.problem), violation));
    let warnings = facts
        .payload_warnings
        .iter()
        .map(|violation| told(warning("payload-schema", &violation.pointer, &violation.problem), violation));
    errors.chain(warnings).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use crate::{Violation, qa::Severity};

    #[test]
    fn every_violation_and_every_oddity_is_told() {
        let mut fixture = Fixture::default();
        fixture.facts.payload_violations =
            vec![Violation::at("/payload_config/objective", "objective is missing.").suggest("Add one.")];
        fixture.facts.payload_warnings = vec![Violation::at("/payload_config/targeting", "It is not sent.")];
        let findings = fixture.findings();
        assert_eq!(
            findings.iter().map(|finding| finding.severity).collect::<Vec<_>>(),
            [Severity::Error, Severity::Warning]
        );
        assert_eq!(findings[0].suggestion.as_deref(), Some("Add one."));
    }
}

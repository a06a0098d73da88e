//! A family-friendly brand targets nothing on the blocklist, and keeps the platform's inventory filter on.

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::{
    RequestType,
    qa::{InventoryFilter, blocklist::Matcher},
};

pub(super) const RULE: Rule = Rule {
    code: "brand-safety",
    purpose: "Family-friendly brands target nothing on the blocklist and have the inventory filter on.",
    check,
};

fn check(candidate: &Candidate<'_>, policy: &Policy) -> Vec<Finding> {
    if !candidate.brand.family_friendly {
        return Vec::new();
    }
    let (brand, facts) = (&candidate.brand.name, candidate.facts);
    let mut findings = Vec::new();
    let blocklist = candidate.channel.platform().and_then(|platform| policy.blocklist(platform)).map(Matcher::of);
    for term in &facts.terms {
        if let Some(blocked) = blocklist.as_ref().and_then(|list| list.hit(&term.value)) {
            let name = term.value.name.as_deref().or(term.value.id.as_deref()).unwrap_or("it");
            findings.push(
                error(
                    "brand-safety-blocked-term",
                    &term.pointer,
                    format!("{brand} is family-friendly, and {name:?} is on the blocklist ({:?}).", blocked.label()),
                )
                .suggest("Remove it from the targeting."),
            );
        } else if let (None, Some(id)) = (&term.value.name, &term.value.id) {
            // The lists consist mostly of names: without a finding, it would look like a passed check.
            findings.push(
                warning(
                    "brand-safety-unnamed-term",
                    &term.pointer,
                    format!("{brand} is family-friendly, and {id} has no name here to be compared with the blocklist."),
                )
                .suggest("Give its name beside the id."),
            );
        }
    }
    for filter in &facts.inventory_filters {
        if let InventoryFilter::Off { remedy } = &filter.value {
            findings.push(
                error(
                    "brand-safety-inventory-filter",
                    &filter.pointer,
                    format!("{brand} is family-friendly, but the platform's inventory filter is not on."),
                )
                .suggest(remedy.clone()),
            );
        }
    }
    if facts.inventory_filters.is_empty()
        && candidate.ticket.request_type == RequestType::CreateCampaign
        && candidate.channel.platform().is_some()
    {
        findings.push(warning(
            "brand-safety-inventory-filter",
            "/payload_config",
            format!("{brand} is family-friendly: this ticket creates the campaign alone, so check the inventory filter of its ad sets."),
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use crate::{
        RequestType,
        qa::{InventoryFilter, Located, Term, TermKind},
    };

    fn family() -> Fixture {
        let mut fixture = Fixture::default();
        fixture.brand.family_friendly = true;
        fixture.ticket.request_type = RequestType::CreateCampaignTree;
        fixture.facts.terms = ["Family films", "Beer", "Casino games"]
            .map(|name| {
                let term = Term { kind: TermKind::Interest, id: None, name: Some(name.into()) };
                Located::at(format!("/payload_config/targeting/{name}"), term)
            })
            .into();
        fixture.facts.inventory_filters = vec![Located::at(
            "/payload_config/targeting",
            InventoryFilter::Off { remedy: "Set FEED_STANDARD.".into() },
        )];
        fixture
    }

    #[test]
    fn each_blocked_term_and_each_open_filter_is_a_finding() {
        let codes: Vec<String> = family().codes().into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["brand-safety-blocked-term", "brand-safety-blocked-term", "brand-safety-inventory-filter"]);
    }

    #[test]
    fn an_id_alone_is_no_proof() {
        let mut fixture = family();
        fixture.facts.inventory_filters.clear();
        let term = Term { kind: TermKind::Category, id: Some("23".into()), name: None };
        fixture.facts.terms = vec![Located::at("/payload_config/categories/0", term)];
        let finding = fixture.findings().remove(0);
        assert_eq!(
            (finding.code.as_str(), finding.severity),
            ("brand-safety-unnamed-term", crate::qa::Severity::Warning)
        );
        fixture.policy.blocklists.get_mut("meta").unwrap().categories =
            vec![crate::qa::blocklist::BlockedTerm { id: Some("23".into()), name: None }];
        assert_eq!(fixture.findings()[0].code, "brand-safety-blocked-term");
    }

    #[test]
    fn other_brands_are_not_judged() {
        let mut fixture = family();
        fixture.brand.family_friendly = false;
        assert_eq!(fixture.codes(), []);
    }

    #[test]
    fn a_campaign_alone_is_only_reminded() {
        let mut fixture = Fixture::default();
        fixture.brand.family_friendly = true;
        let findings = fixture.findings();
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].severity, crate::qa::Severity::Warning);
    }
}

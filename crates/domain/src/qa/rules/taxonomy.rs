//! The ticket's name can be read as a name of this campaign on the ticket's own channel.

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::taxonomy::{NameParts, ParseFailure, parse};

pub(super) const RULE: Rule =
    Rule { code: "taxonomy", purpose: "The name parses, and its parts are those of the campaign and channel.", check };

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let (ticket, campaign) = (candidate.ticket, candidate.campaign);
    let token = candidate.channel.token().unwrap_or_default();
    let stem = format!("{}{}", campaign.parts.campaign, ticket.variant.as_deref().unwrap_or_default());
    let reading = match parse(&ticket.name, candidate.registry) {
        Ok(reading) => reading,
        Err(failure) => {
            let right = NameParts { campaign: stem, ..campaign.parts.with_channel(&token) };
            let message = format!("The name {} cannot be read: {failure}", ticket.name);
            // A code that was registered later can make an older name ambiguous. The name is still correct, and nobody
            // could fix it in the ticket.
            let own = matches!(&failure, ParseFailure::Ambiguous(ways) if ways.iter().any(|way| way.parts == right));
            let told = if own { warning } else { error };
            return vec![told("taxonomy-unreadable", "/name", message)];
        }
    };
    let parts = &reading.parts;
    let mut findings = Vec::new();
    for (part, found, expected) in [
        ("brand", &parts.brand, &campaign.parts.brand),
        ("market", &parts.market, &campaign.parts.market),
        ("channel", &parts.channel, &token),
        ("year", &parts.year.to_string(), &campaign.parts.year.to_string()),
        ("campaign", &parts.campaign, &stem),
    ] {
        if found != expected {
            findings.push(
                error(
                    "taxonomy-mismatch",
                    "/name",
                    format!("The name's {part} is {found}, but the ticket's is {expected}."),
                )
                .suggest("Make a new ticket: its name is generated."),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::fixture::Fixture;
    use crate::{BrandId, MarketId, qa::Severity};

    #[test]
    fn a_foreign_name_is_found_out() {
        let mut fixture = Fixture::default();
        fixture.ticket.name = "DIS_US_META_2025_Cars".into();
        let messages: Vec<String> = fixture.findings().into_iter().map(|finding| finding.message).collect();
        assert_eq!(
            messages,
            [
                "The name's year is 2025, but the ticket's is 2026.",
                "The name's campaign is Cars, but the ticket's is MoanaLaunch."
            ]
        );
    }

    #[test]
    fn an_unreadable_name_is_found_out() {
        let mut fixture = Fixture::default();
        fixture.ticket.name = "moana final v2".into();
        assert_eq!(fixture.codes(), [("taxonomy-unreadable".into(), "/name".into())]);
    }

    #[test]
    fn a_right_name_that_others_made_ambiguous_does_not_block() {
        let mut fixture = Fixture::default();
        fixture.registry.add_market("US_EAST", MarketId(Uuid::from_u128(7)));
        fixture.registry.add_brand("DIS_US", BrandId(Uuid::from_u128(7)));
        fixture.registry.add_market("EAST", MarketId(Uuid::from_u128(8)));
        fixture.campaign.parts.market = "US_EAST".into();
        fixture.ticket.name = "DIS_US_EAST_META_2026_MoanaLaunch".into();
        let finding = fixture.findings().remove(0);
        assert_eq!((finding.code.as_str(), finding.severity), ("taxonomy-unreadable", Severity::Warning));
        fixture.ticket.name = "DIS_US_EAST_META_2026_Cars".into();
        assert_eq!(fixture.findings()[0].severity, Severity::Error, "neither reading is this campaign's");
    }

    #[test]
    fn the_variant_belongs_to_the_name() {
        let mut fixture = Fixture::default();
        fixture.ticket.variant = Some("B".into());
        fixture.ticket.name.push('B');
        assert_eq!(fixture.codes(), []);
    }
}

//! The channel has a connector, and that has an account and credentials. The sandbox needs no real ones.

use strum::IntoEnumIterator;

use super::{Candidate, Finding, Policy, Rule, error, warning};
use crate::PlatformId;

pub(super) const RULE: Rule =
    Rule { code: "connector", purpose: "The channel has a connector with credentials.", check };

fn check(candidate: &Candidate<'_>, _: &Policy) -> Vec<Finding> {
    let Some(platform) = candidate.channel.platform() else {
        let known = PlatformId::iter().map(PlatformId::display_name).collect::<Vec<_>>().join(" or ");
        return vec![
            error(
                "connector-missing",
                "/channel_id",
                format!(
                    "There is no connector for {}, so the ticket cannot be deployed.",
                    candidate.channel.platform_name
                ),
            )
            .suggest(format!(
                "If this channel is on {known}, set its platform in the channel's form; else traffic the ticket by hand and write \
                 its id back."
            )),
        ];
    };
    let facts = candidate.facts;
    let tell = if facts.sandbox { warning } else { error };
    let mut findings = Vec::new();
    if !facts.has_credentials {
        let finding =
            tell("connector-credentials", "/channel_id", format!("No access token is configured for {platform}."));
        findings.push(match facts.credentials_setting {
            Some(setting) => finding.suggest(format!("Set {setting} and restart.")),
            None => finding,
        });
    }
    if facts.account_id.is_none() {
        findings.push(
            error(
                "connector-account",
                "/payload_config",
                format!("The ticket names no {platform} account, and none is configured."),
            )
            .suggest("Name one in the ticket, or configure a default account."),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use crate::qa::{AdFacts, Severity};

    #[test]
    fn a_channel_without_connector_cannot_be_deployed() {
        let mut fixture = Fixture::default();
        fixture.channel.platform_name = "Pinterest".into();
        fixture.channel.recorded_platform = None;
        fixture.registry.add_channel("Pinterest", fixture.channel.id);
        fixture.ticket.name = "DIS_US_PINTEREST_2026_MoanaLaunch".into();
        fixture.facts = AdFacts::default();
        assert_eq!(fixture.codes(), [("connector-missing".into(), "/channel_id".into())]);
    }

    #[test]
    fn missing_credentials_block_but_in_the_sandbox() {
        let mut fixture = Fixture::default();
        fixture.facts.has_credentials = false;
        assert_eq!(fixture.findings()[0].severity, Severity::Error);
        fixture.facts.sandbox = true;
        assert_eq!(fixture.findings()[0].severity, Severity::Warning);
    }
}

//! No budget above the house's limits, and all tickets of a campaign within the campaign's budget.

use super::{Candidate, Finding, Policy, Rule, error};
use crate::{Money, qa::Located};

pub(super) const RULE: Rule = Rule {
    code: "budget",
    purpose: "Daily and lifetime budgets within the limits; the sum of a campaign's tickets within its budget.",
    check,
};

fn check(candidate: &Candidate<'_>, policy: &Policy) -> Vec<Finding> {
    let (facts, campaign) = (candidate.facts, candidate.campaign);
    let mut findings = Vec::new();
    let mut each = |budgets: &[Located<Money>], what: &str, limit: i64| {
        for budget in budgets {
            let Located { pointer, value } = budget;
            if value.micros <= 0 {
                findings.push(
                    error(
                        &format!("budget-{what}-positive"),
                        pointer,
                        format!("The {what} budget is {value}, but it must be above 0."),
                    )
                    .suggest("Use an amount above 0."),
                );
            } else if value.micros > limit {
                let limit = Money::of_micros(limit, value.currency);
                findings.push(
                    error(
                        &format!("budget-{what}-limit"),
                        pointer,
                        format!("The {what} budget of {value} is above the limit of {limit}."),
                    )
                    .suggest(format!("Use {limit} or less, or ask an admin to raise the limit.")),
                );
            }
        }
    };
    each(&facts.daily_budgets, "daily", policy.daily_limit());
    each(&facts.lifetime_budgets, "lifetime", policy.lifetime_limit());
    if let Some(planned) = facts.planned {
        let others = candidate.committed.unwrap_or(Money::of_micros(0, planned.currency));
        let sum = others.checked_add(planned);
        if sum.is_none_or(|sum| sum.micros > campaign.budget.micros) {
            let rest =
                Money::of_micros(campaign.budget.micros.saturating_sub(others.micros).max(0), campaign.budget.currency);
            findings.push(
                error(
                    "budget-campaign-sum",
                    facts.lifetime_budgets.iter().chain(&facts.daily_budgets).next().map_or("/payload_config", |budget| &budget.pointer),
                    format!(
                        "This ticket plans {planned}, the campaign's other tickets plan {others}, and the campaign's budget is {}.",
                        campaign.budget
                    ),
                )
                .suggest(format!("Plan {rest} or less, or raise the campaign's budget.")),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, usd};
    use crate::qa::{Located, Mode, Severity};

    fn with(daily: &str, lifetime: &str) -> Fixture {
        let mut fixture = Fixture::default();
        fixture.facts.daily_budgets = vec![Located::at("/payload_config/daily_budget", usd(daily))];
        fixture.facts.lifetime_budgets = vec![Located::at("/payload_config/lifetime_budget", usd(lifetime))];
        fixture
    }

    #[test]
    fn the_limits_themselves_pass_and_a_millionth_more_does_not() {
        assert_eq!(with("100000", "1000000").codes(), []);
        let codes: Vec<String> =
            with("100000.000001", "1000000.000001").codes().into_iter().map(|(code, _)| code).collect();
        assert_eq!(codes, ["budget-daily-limit", "budget-lifetime-limit"]);
        assert_eq!(with("0", "-1").codes().len(), 2);
    }

    #[test]
    fn the_sum_of_a_campaign_s_tickets_stays_within_its_budget() {
        let mut fixture = Fixture { committed: Some(usd("49000")), ..Fixture::default() };
        fixture.facts.planned = Some(usd("1000"));
        assert_eq!(fixture.codes(), []);
        fixture.facts.planned = Some(usd("1000.01"));
        let finding = fixture.findings().remove(0);
        assert_eq!(finding.code, "budget-campaign-sum");
        assert_eq!(
            finding.message,
            "This ticket plans 1,000.01 USD, the campaign's other tickets plan 49,000.00 USD, and the campaign's budget is 50,000.00 USD."
        );
        assert_eq!(finding.suggestion.unwrap(), "Plan 1,000.00 USD or less, or raise the campaign's budget.");
    }

    #[test]
    fn an_admin_moves_limits_softens_a_rule_and_turns_it_off() {
        let mut fixture = with("200", "300");
        fixture.policy.budget_limits.daily = "100".into();
        assert_eq!(fixture.findings()[0].severity, Severity::Error);
        fixture.policy.rules.insert("budget".into(), Mode::Warning);
        assert_eq!(fixture.findings()[0].severity, Severity::Warning);
        fixture.policy.rules.insert("budget".into(), Mode::Off);
        assert_eq!(fixture.findings(), []);
    }
}

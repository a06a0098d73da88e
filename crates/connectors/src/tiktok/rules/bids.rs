//! Bids: as precise as the currency, and below the budget. Source: reference page 1745292444424193 (Bidding limits).

use domain::{Money, Violation, money::MICROS, qa::Located};
use serde_json::Value;

use crate::amounts::{amount_text, decimal_text};

use super::{super::config::Scope, Plan, Report, currency::read_amount};

const BIDS: [&str; 3] = ["bid_price", "conversion_bid_price", "deep_cpa_bid"];
/// `roas_bid`, in millionths: 0.01 to 1000.
const ROAS: std::ops::RangeInclusive<i64> = 10_000..=1_000 * MICROS;

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    let currency = plan.brief.campaign.budget.currency;
    let campaign = budget(&plan.campaign, plan);
    for group in &plan.groups {
        let own = if plan.shares_budget() || group.scope.get("budget_mode").is_none() {
            None
        } else {
            budget(&group.scope, plan)
        };
        for bid in BIDS.iter().filter_map(|field| group.scope.get(field)) {
            match read_amount(&bid, currency) {
                Err(violation) => report.violation(violation),
                Ok(money) if money.micros == 0 => {
                    report.violation(
                        Violation::at(&bid.pointer, "A bid of 0 buys nothing.").suggest("Use an amount above 0."),
                    );
                }
                Ok(money) => below(&bid.pointer, money, [own, campaign], report),
            }
        }
        if let Some(roas) = group.scope.get("roas_bid") {
            roas_range(&roas, report);
        }
        for keyword in group.scope.entries("search_keywords") {
            if let Some(bid) = keyword.value.get("keyword_bid") {
                let bid = Located::at(format!("{}/keyword_bid", keyword.pointer), bid);
                if let Err(violation) = read_amount(&bid, currency) {
                    report.violation(violation);
                }
            }
        }
    }
}

fn below(pointer: &str, bid: Money, budgets: [Option<Money>; 2], report: &mut Report) {
    if let Some(budget) = budgets.into_iter().flatten().find(|budget| bid.micros >= budget.micros) {
        let problem = format!("The bid of {} is not below the budget of {}.", amount_text(bid), amount_text(budget));
        report.violation(Violation::at(pointer, problem).suggest(format!("Bid less than {}.", amount_text(budget))));
    }
}

fn budget(scope: &Scope<'_>, plan: &Plan<'_>) -> Option<Money> {
    read_amount(&scope.get("budget")?, plan.brief.campaign.budget.currency).ok()
}

fn roas_range(roas: &Located<&Value>, report: &mut Report) {
    let ratio = decimal_text(roas.value).and_then(|text| domain::money::micros_of_decimal(&text).ok());
    if !ratio.is_some_and(|ratio| ROAS.contains(&ratio)) {
        report.violation(
            Violation::at(&roas.pointer, "The return on ad spend must lie between 0.01 and 1000.")
                .suggest("Use a ratio such as 1.5."),
        );
    }
}

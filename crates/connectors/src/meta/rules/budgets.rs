//! Amounts that Meta's minor units cannot express, and spend targets that fit the campaign's kind of budget.
//! Meta Marketing API, currencies; ad-account/adsets.

use super::{super::translate::minor_units, Report, View};

/// Every amount of an ad set.
const AMOUNTS: [&str; 7] = [
    "daily_budget",
    "lifetime_budget",
    "bid_amount",
    "daily_min_spend_target",
    "daily_spend_cap",
    "lifetime_min_spend_target",
    "lifetime_spend_cap",
];

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    let needs = [
        ("daily_min_spend_target", "daily_budget"),
        ("daily_spend_cap", "daily_budget"),
        ("lifetime_min_spend_target", "lifetime_budget"),
        ("lifetime_spend_cap", "lifetime_budget"),
    ];
    for each in &view.ad_sets {
        for amount in AMOUNTS {
            minor_units::of_node(&each.field(amount), view.currency(), &mut report.violations);
        }
        for (target, budget) in needs {
            let field = each.field(target);
            if field.exists() && !view.root.field(budget).exists() {
                report.violation(
                    field
                        .violation(format!("{target} works only under a campaign that has a {budget} itself."))
                        .suggest(format!("Give the campaign a {budget}, or remove {target}.")),
                );
            }
        }
    }
}

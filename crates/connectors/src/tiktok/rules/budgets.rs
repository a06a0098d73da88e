//! Budgets: how much is enough, by level, mode and currency. Which modes go together is said by conditions in `schema/`.
//! Source: reference pages 1739381246298114 and 1737585839634433.

use domain::{Currency, Money, Violation, qa::Located};
use serde_json::Value;

use crate::{amounts::amount_text, times::days_started};

use super::{
    super::config::{AdGroup, Scope},
    Plan, Report,
    currency::{Level, daily_range, read_amount},
};

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    let currency = plan.brief.campaign.budget.currency;
    let shop = sells_from_shop(&plan.campaign);
    if let Some(amount) = plan.campaign.get("budget") {
        // A lifetime budget of a campaign has no minimum of its own in the documents; a day's minimum is the least it can be.
        let of_a_day = plan.campaign.text("budget_mode") != Some("BUDGET_MODE_TOTAL");
        one(&amount, currency, Level::Campaign, shop, 1, of_a_day, report);
    }
    for group in &plan.groups {
        let Some(amount) = group.scope.get("budget").filter(|amount| amount.pointer.starts_with("/ad_groups/")) else {
            continue;
        };
        if plan.shares_budget() {
            continue;
        }
        let lifetime = group.scope.text("budget_mode") == Some("BUDGET_MODE_TOTAL");
        let days = if lifetime { days_of(group).unwrap_or(1) } else { 1 };
        one(&amount, currency, Level::AdGroup, shop || sells_from_shop(&group.scope), days, !lifetime, report);
    }
}

/// The budget of a ticket that changes one: its mode is the campaign's, so only what holds for every mode is checked.
pub(in crate::tiktok) fn check_change(amount: &Located<&Value>, currency: Currency, report: &mut Report) {
    one(amount, currency, Level::Campaign, false, 1, false, report);
}

fn one(
    amount: &Located<&Value>,
    currency: Currency,
    level: Level,
    shop: bool,
    days: i64,
    of_a_day: bool,
    report: &mut Report,
) {
    let money = match read_amount(amount, currency) {
        Ok(money) => money,
        Err(violation) => return report.violation(violation),
    };
    let Some(range) = daily_range(currency, level, shop) else {
        let problem = format!("TikTok's least budget in {currency} is not known here, so it is not checked.");
        return report.warn(Violation::at(&amount.pointer, problem));
    };
    let of = match level {
        Level::Campaign => "a campaign",
        Level::AdGroup => "an ad group",
    };
    let least = Money::of_micros(range.least.micros.saturating_mul(days), currency);
    if money.micros < least.micros {
        let why =
            if days > 1 { format!(" ({} a day for {days} days)", amount_text(range.least)) } else { String::new() };
        let problem = format!("{} is too little: {of} needs at least {}{why}.", amount_text(money), amount_text(least));
        report
            .violation(Violation::at(&amount.pointer, problem).suggest(format!("Use {} or more.", amount_text(least))));
    } else if of_a_day && money.micros >= range.too_much.micros {
        let problem = format!(
            "{} is too much for a day: TikTok takes less than {}.",
            amount_text(money),
            amount_text(range.too_much)
        );
        report.violation(Violation::at(&amount.pointer, problem).suggest("Use less, or a lifetime budget."));
    }
}

/// Days of an ad group's flight; a day that has begun counts whole.
fn days_of(group: &AdGroup<'_>) -> Option<i64> {
    let time = |field: &str| super::schedule::time(&group.scope, field)?.ok();
    Some(days_started(time("schedule_start_time")?.value, time("schedule_end_time")?.value))
}

/// Whether the products come from a shop, whose budgets may be smaller.
fn sells_from_shop(scope: &Scope<'_>) -> bool {
    [scope.text("campaign_product_source"), scope.text("product_source")]
        .into_iter()
        .flatten()
        .any(|source| matches!(source, "STORE" | "SHOWCASE"))
}

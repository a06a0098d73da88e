//! Ranges and precision of budgets, by currency (docs/platforms.md 2.5).

use super::error::{Refusal, Result};
use super::input::Input;
use crate::Object;
use crate::decimal::{UNIT, display};

pub(super) const INFINITE: &str = "BUDGET_MODE_INFINITE";
pub(super) const TOTAL: &str = "BUDGET_MODE_TOTAL";
pub(super) const DAY: &str = "BUDGET_MODE_DAY";
pub(super) const DYNAMIC: &str = "BUDGET_MODE_DYNAMIC_DAILY_BUDGET";

const CAMPAIGN_BASE: i64 = 50;
const AD_GROUP_BASE: i64 = 20;
/// The upper bound, which is exclusive.
const LARGEST_BASE: i64 = 10_000_000;

const RATIOS: &[(i64, &[&str])] = &[
    (4, &["PLN"]),
    (
        10,
        &[
            "HKD", "ZAR", "DKK", "SEK", "NOK", "TRY", "MXN", "THB", "CNY", "BOB", "CZK", "EGP", "GTQ", "HNL", "MOP",
            "TWD", "NIO", "UAH", "UYU",
        ],
    ),
    (50, &["PHP"]),
    (100, &["JPY", "RUB", "DZD", "BDT", "ISK", "INR", "KES", "NGN", "PKR"]),
    (1000, &["KRW", "CLP", "COP", "CRC"]),
    (10_000, &["IDR", "PYG", "VND"]),
    (100_000, &["VEF"]),
];

/// Currencies without decimal places. COP and CRC have two here, unlike at Meta.
const WHOLE: &[&str] = &["JPY", "KRW", "HUF", "CLP", "ISK", "IDR", "TWD", "PYG", "VND"];

/// The level that a budget belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Campaign,
    AdGroup,
}

fn ratio(currency: &str) -> i64 {
    RATIOS.iter().find(|(_, codes)| codes.contains(&currency)).map_or(1, |(ratio, _)| *ratio)
}

/// Checks an amount (in micro-units) for one day; `days` multiplies the minimum of a lifetime budget.
pub(super) fn check(level: Level, amount: i64, days: i64, currency: &str) -> Result<()> {
    let base = match level {
        Level::Campaign => CAMPAIGN_BASE,
        Level::AdGroup => AD_GROUP_BASE,
    };
    let scale = ratio(currency).saturating_mul(UNIT);
    let minimum = base.saturating_mul(scale).saturating_mul(days.max(1));
    let maximum = LARGEST_BASE.saturating_mul(scale);
    if amount < minimum || amount >= maximum {
        return Err(Refusal::invalid(format!(
            "budget: Must be at least {} and below {} {currency}.",
            display(minimum),
            display(maximum)
        )));
    }
    precision("budget", amount, currency)
}

/// Refuses more decimal places than the currency has.
pub(super) fn precision(field: &str, amount: i64, currency: &str) -> Result<()> {
    let (step, places) = if WHOLE.contains(&currency) { (UNIT, "no") } else { (UNIT / 100, "at most two") };
    if amount % step != 0 {
        return Err(Refusal::invalid(format!("{field}: {currency} amounts have {places} decimal places.")));
    }
    Ok(())
}

/// Budget mode and budget of a new campaign.
pub(super) fn of_campaign(input: &Input, mode: &str, optimizes: bool, currency: &str) -> Result<()> {
    let amount = input.number("budget")?;
    if optimizes && mode == INFINITE {
        return Err(Refusal::invalid("budget_mode: With budget_optimize_on, BUDGET_MODE_INFINITE is not supported."));
    }
    if !optimizes && mode == DYNAMIC {
        return Err(Refusal::invalid(
            "budget_mode: BUDGET_MODE_DYNAMIC_DAILY_BUDGET is supported only when budget_optimize_on is true.",
        ));
    }
    match amount {
        _ if mode == INFINITE => Ok(()),
        None => Err(Refusal::missing("budget")),
        Some(amount) => check(Level::Campaign, amount, 1, currency),
    }
}

/// A changed budget is at least 105 % of the amount spent. The sandbox spends nothing, unless a test sets the field
/// `spend` of an object through its journal.
pub(super) fn of_change(object: &Object, amount: i64) -> Result<()> {
    let spend = object.fields.get("spend").and_then(crate::decimal::micros).unwrap_or(0);
    if amount < spend.saturating_mul(105) / 100 {
        return Err(Refusal::invalid(format!(
            "budget: Must be at least 105% of the current spend of {}.",
            display(spend)
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_worked_examples_hold() {
        for (level, amount, currency, good) in [
            (Level::AdGroup, json!(2000), "JPY", true),
            (Level::AdGroup, json!(1999), "JPY", false),
            (Level::Campaign, json!(50), "USD", true),
            (Level::Campaign, json!(49.99), "USD", false),
            (Level::Campaign, json!(500_000), "VND", true),
            (Level::Campaign, json!(499_999), "VND", false),
            (Level::Campaign, json!(9_999_999.99), "USD", true),
            (Level::Campaign, json!(10_000_000), "USD", false),
            (Level::AdGroup, json!(20.5), "USD", true),
            (Level::AdGroup, json!(20.505), "USD", false),
            (Level::AdGroup, json!(2000.5), "JPY", false),
            (Level::AdGroup, json!(20_000.5), "COP", true),
            (Level::AdGroup, json!(80), "PLN", true),
        ] {
            let micros = crate::decimal::micros(&amount).unwrap();
            assert_eq!(check(level, micros, 1, currency).is_ok(), good, "{level:?} {amount} {currency}");
        }
    }

    #[test]
    fn a_lifetime_budget_covers_its_days() {
        assert!(check(Level::AdGroup, 199 * UNIT, 10, "USD").is_err());
        assert!(check(Level::AdGroup, 200 * UNIT, 10, "USD").is_ok());
    }
}

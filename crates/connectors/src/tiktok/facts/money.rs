//! Budgets as configured, and what a ticket would spend.

use domain::{
    Money, Timestamp,
    qa::{AdFacts, Located, once},
};
use jiff::{civil::Date, tz::TimeZone};
use serde_json::Value;

use crate::Brief;

use crate::times::days_inclusive;

use super::super::{
    config::Scope,
    rules::{Plan, read_amount, time},
};

/// Every budget, by its kind.
pub(super) fn budgets(plan: &Plan<'_>, facts: &mut AdFacts) {
    note(&plan.campaign, plan.brief, facts);
    if !plan.shares_budget() {
        for group in plan.groups.iter().filter(|group| is_own(&group.scope)) {
            note(&group.scope, plan.brief, facts);
        }
    }
    once(&mut facts.daily_budgets);
    once(&mut facts.lifetime_budgets);
}

/// The new budget of a change. Where its kind is not said it counts as a daily one, whose limit is the stricter.
pub(super) fn of_change(campaign: &Scope<'_>, brief: &Brief<'_>, facts: &mut AdFacts) {
    note(campaign, brief, facts);
    let flight = (brief.campaign.start_date, brief.campaign.end_date);
    facts.planned = match (facts.lifetime_budgets.first(), facts.daily_budgets.first(), flight) {
        (Some(lifetime), ..) => Some(lifetime.value),
        (None, Some(daily), (Some(start), Some(end))) => {
            midnight(start).zip(midnight(end)).and_then(|(start, end)| times(daily.value, days_inclusive(start, end)))
        }
        (None, Some(daily), _) => Some(daily.value),
        _ => None,
    };
}

/// What the ticket would spend over its whole flight: the campaign's budget where it has one, otherwise the sum of its ad
/// groups'. A lifetime budget counts once, a daily one for each calendar day (UTC) of the flight, the first and the last
/// included. A flight without an end lasts as long as the campaign; where that has no end either, a day counts, as the least
/// that will be spent.
pub(super) fn planned(plan: &Plan<'_>) -> Option<Money> {
    let campaign = plan.brief.campaign;
    let bounds = |scope: &Scope<'_>| {
        let read = |field: &str| Some(time(scope, field)?.ok()?.value);
        let start = read("schedule_start_time").or_else(|| midnight(campaign.start_date?));
        let end = read("schedule_end_time").or_else(|| midnight(campaign.end_date?));
        (start, end)
    };
    if plan.campaign.get("budget").is_some() {
        let flights: Vec<_> = plan.groups.iter().map(|group| bounds(&group.scope)).collect();
        let flights = if flights.is_empty() { vec![bounds(&plan.campaign)] } else { flights };
        let start =
            flights.iter().map(|flight| flight.0).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().min());
        let end =
            flights.iter().map(|flight| flight.1).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
        return spend(&plan.campaign, plan.brief, (start, end));
    }
    let mut sum: Option<Money> = None;
    for group in plan.groups.iter().filter(|group| is_own(&group.scope)) {
        let one = spend(&group.scope, plan.brief, bounds(&group.scope))?;
        sum = Some(sum.map_or(Some(one), |sum| sum.checked_add(one))?);
    }
    sum
}

fn spend(scope: &Scope<'_>, brief: &Brief<'_>, flight: (Option<Timestamp>, Option<Timestamp>)) -> Option<Money> {
    let amount = read(scope, brief)?.value;
    if is_lifetime(scope) {
        return Some(amount);
    }
    // Without an end it spends a day's budget at the least.
    times(amount, flight.0.zip(flight.1).map_or(1, |(start, end)| days_inclusive(start, end)))
}

fn times(money: Money, days: i64) -> Option<Money> {
    money.micros.checked_mul(days).map(|micros| Money { micros, ..money })
}

fn note(scope: &Scope<'_>, brief: &Brief<'_>, facts: &mut AdFacts) {
    if let Some(amount) = read(scope, brief) {
        let list = if is_lifetime(scope) { &mut facts.lifetime_budgets } else { &mut facts.daily_budgets };
        list.push(amount);
    }
}

fn read(scope: &Scope<'_>, brief: &Brief<'_>) -> Option<Located<Money>> {
    let amount: Located<&Value> = scope.get("budget")?;
    let money = read_amount(&amount, brief.campaign.budget.currency).ok()?;
    Some(Located::at(amount.pointer, money))
}

fn is_lifetime(scope: &Scope<'_>) -> bool {
    scope.text("budget_mode") == Some("BUDGET_MODE_TOTAL")
}

/// Where a ticket has no ad groups, the budget at the top is the campaign's.
fn is_own(scope: &Scope<'_>) -> bool {
    scope.get("budget").is_some_and(|amount| amount.pointer.starts_with("/ad_groups/"))
}

fn midnight(day: Date) -> Option<Timestamp> {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()
}

//! Budgets, and what a ticket would spend over its whole flight.

use domain::{
    Money, Timestamp,
    qa::{AdFacts, Located},
};

use crate::{Brief, schema::Node};

use super::super::config::{AdSetView, View};

/// Notes the budgets of the campaign and of its ad sets, and their sum over the flight.
pub(super) fn gather(view: &View<'_>, facts: &mut AdFacts) {
    let mut micros = 0_i64;
    let mut any = false;
    let mut note = |daily: &Node<'_>, lifetime: &Node<'_>, days: i64| {
        if let Some(Ok(money)) = daily.amount(view.currency()) {
            facts.daily_budgets.push(Located::at(daily.pointer(), money));
            micros = micros.saturating_add(money.micros.saturating_mul(days));
            any = true;
        }
        if let Some(Ok(money)) = lifetime.amount(view.currency()) {
            facts.lifetime_budgets.push(Located::at(lifetime.pointer(), money));
            micros = micros.saturating_add(money.micros);
            any = true;
        }
    };
    let whole = whole_flight(view);
    note(&view.root.field("daily_budget"), &view.root.field("lifetime_budget"), days(whole, &view.brief));
    for each in &view.ad_sets {
        let days = days(each.flight(), &view.brief);
        note(&each.own_field("daily_budget"), &each.own_field("lifetime_budget"), days);
    }
    facts.planned = any.then(|| Money::of_micros(micros, view.currency()));
}

/// What an object would spend with its new budget; its flight is only known from the campaign.
pub(in crate::meta) fn of_change(facts: &AdFacts, brief: &Brief<'_>) -> Option<Money> {
    let daily = facts.daily_budgets.iter().map(|budget| budget.value.micros.saturating_mul(days(None, brief)));
    let lifetime = facts.lifetime_budgets.iter().map(|budget| budget.value.micros);
    let micros = daily.chain(lifetime).reduce(i64::saturating_add)?;
    Some(Money::of_micros(micros, brief.campaign.budget.currency))
}

/// From the first ad set's start to the last one's end; the campaign's own times where no ad set has any.
fn whole_flight(view: &View<'_>) -> Option<(Timestamp, Timestamp)> {
    let flights: Option<Vec<_>> = view.ad_sets.iter().map(AdSetView::flight).collect();
    let flights = flights.unwrap_or_default();
    let first = flights.iter().map(|flight| flight.0).min();
    let last = flights.iter().map(|flight| flight.1).max();
    first.zip(last).or_else(|| Some((view.root.field("start_time").time()?, view.root.field("stop_time").time()?)))
}

/// How many days a daily budget is spent: those of the flight, a part of a day counting whole; else those of the
/// campaign, first and last included; else one, the least that it can be.
fn days(flight: Option<(Timestamp, Timestamp)>, brief: &Brief<'_>) -> i64 {
    const SECONDS_A_DAY: i64 = 86_400;
    if let Some((start, end)) = flight {
        let seconds = end.as_second().saturating_sub(start.as_second());
        return (seconds.saturating_add(SECONDS_A_DAY - 1) / SECONDS_A_DAY).max(1);
    }
    let campaign = brief.campaign.start_date.zip(brief.campaign.end_date);
    campaign.map_or(1, |(start, end)| i64::from((end - start).get_days()).saturating_add(1).max(1))
}

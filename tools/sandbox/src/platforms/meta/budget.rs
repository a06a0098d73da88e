//! One owner for the budget: the campaign or its ad sets, never both (docs/platforms.md 1.4).

use jiff::{SignedDuration, Timestamp};

use super::enums::BID_STRATEGIES;
use super::error::{Refusal, Result};
use super::money::{Minimums, NO_CAP, dollar};
use super::params::Params;
use super::time;
use crate::Object;
use crate::settings::MetaSettings;

/// The error for budgets on both levels, or for both kinds of budget.
pub(super) const BOTH_BUDGETS: i64 = 1_885_621;

pub(super) fn both(field: &str) -> Refusal {
    Refusal::invalid(
        field,
        "Only one budget can be set",
        "Set either a daily or a lifetime budget, and set it on the campaign or on its ad sets, not on both.",
    )
    .subcode(BOTH_BUDGETS)
}

pub(super) fn too_low(field: &str, minimum: i64) -> Refusal {
    Refusal::invalid(field, "Your budget is too low", format!("The budget must be at least {minimum}."))
        .subcode(1_885_272)
}

pub(super) fn owns_budget(object: &Object) -> bool {
    object.has("daily_budget") || object.has("lifetime_budget")
}

/// The period in which an ad set runs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flight {
    pub(super) start: Timestamp,
    pub(super) end: Option<Timestamp>,
}

impl Flight {
    /// `start_time` defaults to now; `end_time` 0 means no end.
    pub(super) fn read(params: &Params, now: Timestamp) -> Result<Self> {
        let parse = |key: &str| -> Result<Option<Timestamp>> {
            match params.text(key) {
                None => Ok(None),
                Some(text) if text == "0" => Ok(None),
                Some(text) => time::parse(&text).map(Some).ok_or_else(|| Refusal::typed(key, "a valid time")),
            }
        };
        let start = parse("start_time")?.unwrap_or(now);
        let end = parse("end_time")?;
        if end.is_some_and(|end| end <= start || end <= now) {
            return Err(Refusal::invalid(
                "end_time",
                "End time must be later",
                "The end time must lie in the future and after the start time.",
            ));
        }
        Ok(Self { start, end })
    }

    fn length(self) -> Option<SignedDuration> {
        self.end.map(|end| end.duration_since(self.start))
    }
}

/// The budget of an ad set under this campaign.
pub(super) fn of_ad_set(
    params: &Params,
    campaign: &Object,
    flight: Flight,
    billing_event: &str,
    settings: &MetaSettings,
) -> Result<()> {
    let daily = params.amount("daily_budget")?;
    let lifetime = params.amount("lifetime_budget")?;
    let minimum = Minimums::of(&settings.currency).for_event(billing_event);
    let needs_end =
        || Refusal::invalid("end_time", "End time is required", "An ad set with a lifetime budget needs an end time.");
    if owns_budget(campaign) {
        if daily.is_some() || lifetime.is_some() {
            return Err(both(if daily.is_some() { "daily_budget" } else { "lifetime_budget" }));
        }
        if campaign.has("lifetime_budget") && flight.end.is_none() {
            return Err(needs_end());
        }
        return Ok(());
    }
    match (daily, lifetime) {
        (Some(_), Some(_)) => Err(both("daily_budget")),
        (None, None) => Err(Refusal::invalid(
            "daily_budget",
            "A budget is required",
            "The campaign has no budget, so the ad set needs a daily or a lifetime budget.",
        )),
        (Some(daily), None) => {
            if flight.length().is_some_and(|length| length <= SignedDuration::from_hours(24)) {
                return Err(Refusal::invalid(
                    "daily_budget",
                    "The schedule is too short",
                    "An ad set with a daily budget must run for more than 24 hours.",
                ));
            }
            if daily < minimum { Err(too_low("daily_budget", minimum)) } else { Ok(()) }
        }
        (None, Some(lifetime)) => {
            let Some(length) = flight.length() else {
                return Err(needs_end());
            };
            // A started day counts in full.
            let days = (length.as_hours() + 23).max(24) / 24;
            let minimum = minimum.saturating_mul(days);
            if lifetime < minimum { Err(too_low("lifetime_budget", minimum)) } else { Ok(()) }
        }
    }
}

/// Bid strategy, bid amount and bid constraints of an ad set.
pub(super) fn bid(params: &Params, campaign: &Object, billing_event: &str, settings: &MetaSettings) -> Result<()> {
    let own = params.one_of("bid_strategy", BID_STRATEGIES)?;
    let amount = params.amount("bid_amount")?;
    let inherited = campaign.text("bid_strategy").map(str::to_owned);
    if own.is_some() && owns_budget(campaign) && own != inherited {
        return Err(Refusal::invalid(
            "bid_strategy",
            "Bid strategy belongs to the campaign",
            "The campaign owns the budget, so its bid strategy holds for all of its ad sets.",
        ));
    }
    let strategy = match own.or(inherited) {
        Some(strategy) => strategy,
        None if amount.is_some() => "LOWEST_COST_WITH_BID_CAP".to_owned(),
        None if settings.require_bid_strategy => return Err(bid_required("a bid amount or a bid strategy")),
        None => "LOWEST_COST_WITHOUT_CAP".to_owned(),
    };
    match strategy.as_str() {
        "LOWEST_COST_WITH_BID_CAP" | "COST_CAP" => {
            let Some(amount) = amount else {
                return Err(bid_required("a bid amount"));
            };
            // About two US cents for a thousand impressions, one for anything else.
            let cents = if billing_event == "IMPRESSIONS" { 2 } else { 1 };
            let minimum = (dollar(&settings.currency) * cents / 100).max(1);
            if amount < minimum {
                return Err(Refusal::invalid(
                    "bid_amount",
                    "Your bid is too low",
                    format!("The bid must be at least {minimum}."),
                )
                .subcode(1_885_650));
            }
        }
        "LOWEST_COST_WITH_MIN_ROAS" => {
            let constraints = params.object("bid_constraints")?.unwrap_or_default();
            let floor = constraints.get("roas_average_floor").and_then(serde_json::Value::as_i64);
            if floor.is_none_or(|floor| floor <= 0) {
                return Err(Refusal::required("bid_constraints[roas_average_floor]"));
            }
        }
        _ if amount.is_some() => {
            return Err(Refusal::invalid(
                "bid_amount",
                "Bid amount is not allowed",
                "LOWEST_COST_WITHOUT_CAP takes no bid amount.",
            ));
        }
        _ => {}
    }
    Ok(())
}

fn bid_required(what: &str) -> Refusal {
    Refusal::invalid(
        "bid_amount",
        "Bid amount required",
        format!("Bid amount required: the bid strategy of this ad set needs {what}."),
    )
}

/// Spending limits of an ad set need a campaign budget of the same kind.
pub(super) fn spend_limits(params: &Params, campaign: &Object) -> Result<()> {
    for (keys, needs) in [
        (["daily_min_spend_target", "daily_spend_cap"], "daily_budget"),
        (["lifetime_min_spend_target", "lifetime_spend_cap"], "lifetime_budget"),
    ] {
        for key in keys {
            let removes = params.amount(key)?.is_none_or(|amount| amount == NO_CAP);
            if !removes && !campaign.has(needs) {
                return Err(Refusal::parameter(format!("{key} needs a campaign with a {needs}")).blame(key));
            }
        }
    }
    Ok(())
}

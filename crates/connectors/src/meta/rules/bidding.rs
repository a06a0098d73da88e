//! Each bid strategy wants its own bid. Meta Marketing API, bidding, bid-strategy; ad-account/adsets.

use super::{super::config::AdSetView, Report, View};

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    for each in &view.ad_sets {
        let strategy =
            if view.campaign_has_budget() { view.root.field("bid_strategy") } else { each.field("bid_strategy") };
        match strategy.text() {
            Some(caps @ ("LOWEST_COST_WITH_BID_CAP" | "COST_CAP")) => needs_amount(view, each, caps, report),
            Some("LOWEST_COST_WITH_MIN_ROAS") => needs_floor(view, each, report),
            // Without a strategy on the campaign Meta takes the lowest cost; on an ad set a lone bid is a bid cap.
            Some("LOWEST_COST_WITHOUT_CAP") => takes_no_amount(each, report),
            None if view.campaign_has_budget() => takes_no_amount(each, report),
            _ => {}
        }
        let floor = each.field("bid_constraints");
        if floor.exists() && strategy.text() != Some("LOWEST_COST_WITH_MIN_ROAS") {
            report.violation(
                floor
                    .violation("bid_constraints belong to the bid strategy LOWEST_COST_WITH_MIN_ROAS.")
                    .suggest("Set that strategy, or remove bid_constraints."),
            );
        }
    }
}

fn needs_amount(view: &View<'_>, each: &AdSetView<'_>, strategy: &str, report: &mut Report) {
    let amount = each.field("bid_amount");
    if !amount.exists() && view.is_tree() {
        report.violation(
            amount
                .violation(format!("{} needs a bid_amount: {strategy} bids no more than that.", each.label()))
                .suggest("Add \"bid_amount\", an amount in the campaign's currency."),
        );
    }
}

fn needs_floor(view: &View<'_>, each: &AdSetView<'_>, report: &mut Report) {
    let floor = each.field("bid_constraints");
    if !floor.exists() && view.is_tree() {
        report.violation(
            floor
                .violation(format!("{} needs the lowest return on ad spend that it bids for.", each.label()))
                .suggest("Add \"bid_constraints\": {\"roas_average_floor\": 10000} for a return of 1.0."),
        );
    }
    let amount = each.field("bid_amount");
    if amount.exists() {
        report.violation(
            amount
                .violation("LOWEST_COST_WITH_MIN_ROAS bids by its floor, not by an amount.")
                .suggest("Remove bid_amount."),
        );
    }
}

fn takes_no_amount(each: &AdSetView<'_>, report: &mut Report) {
    let amount = each.field("bid_amount");
    if amount.exists() {
        report.violation(
            amount
                .violation("LOWEST_COST_WITHOUT_CAP, Meta's default, has no cap, so it takes no bid_amount.")
                .suggest("Remove bid_amount, or set bid_strategy to \"LOWEST_COST_WITH_BID_CAP\" or \"COST_CAP\"."),
        );
    }
}

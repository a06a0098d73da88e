//! Ages, and what Advantage+ audience makes of them. Meta Marketing API, advantage-audience.

use super::{super::config::AdSetView, Report, View};

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    for each in &view.ad_sets {
        ages_are_in_order(each, report);
        advantage_leaves_ages_open(each, report);
    }
}

fn ages_are_in_order(each: &AdSetView<'_>, report: &mut Report) {
    let targeting = each.targeting();
    let (youngest, oldest) = (targeting.field("age_min"), targeting.field("age_max"));
    let from = youngest.integer().unwrap_or(18);
    if oldest.integer().is_some_and(|oldest| oldest < from) {
        report.violation(
            oldest
                .violation(format!("Nobody is between {from} and {} years old.", oldest.integer().unwrap_or_default()))
                .suggest(format!("Use {from} or more, or a lower age_min.")),
        );
    }
}

fn advantage_leaves_ages_open(each: &AdSetView<'_>, report: &mut Report) {
    let targeting = each.targeting();
    let chosen = targeting.at(&["targeting_automation", "advantage_audience"]).integer();
    let range = targeting.field("age_range");
    if chosen != Some(1) {
        if range.exists() {
            report.violation(
                range
                    .violation("age_range is a suggestion, which only advantage_audience 1 takes.")
                    .suggest("Use age_min and age_max, or set advantage_audience to 1."),
            );
        }
        return;
    }
    let youngest = targeting.field("age_min");
    if youngest.integer().is_some_and(|age| !(18..=25).contains(&age)) {
        report.violation(
            youngest
                .violation("With advantage_audience 1, age_min can only be 18 to 25.")
                .suggest("Put the ages that you would rather reach in \"age_range\", or set advantage_audience to 0."),
        );
    }
    let oldest = targeting.field("age_max");
    if oldest.integer().is_some_and(|age| age != 65) {
        report.violation(
            oldest
                .violation("With advantage_audience 1, age_max is always 65.")
                .suggest("Remove age_max and use \"age_range\", or set advantage_audience to 0."),
        );
    }
}

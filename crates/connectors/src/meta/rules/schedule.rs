//! Budgets and the time that they have. Meta Marketing API, ad-account/adsets; budgets.

use super::{super::config::AdSetView, Report, View};

const DAY_SECONDS: i64 = 86_400;

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    for each in &view.ad_sets {
        lifetime_has_an_end(view, each, report);
        daily_runs_more_than_a_day(view, each, report);
        hours_have_a_lifetime_budget(view, each, report);
    }
}

fn has_budget(view: &View<'_>, each: &AdSetView<'_>, kind: &str) -> bool {
    view.root.field(kind).exists() || each.own_field(kind).exists()
}

fn lifetime_has_an_end(view: &View<'_>, each: &AdSetView<'_>, report: &mut Report) {
    let end = each.end();
    if !view.is_tree() || end.exists() || !has_budget(view, each, "lifetime_budget") {
        return;
    }
    let example = view
        .brief
        .campaign
        .end_date
        .map_or_else(|| "2027-03-31T23:59:59Z".to_owned(), |last_day| format!("{last_day}T23:59:59Z"));
    report.violation(
        end.violation(format!("{} needs an end_time: a lifetime budget is spent by then.", each.label()))
            .suggest(format!("Add \"end_time\": \"{example}\".")),
    );
}

fn daily_runs_more_than_a_day(view: &View<'_>, each: &AdSetView<'_>, report: &mut Report) {
    if !has_budget(view, each, "daily_budget") {
        return;
    }
    if let Some((start, end)) = each.flight() {
        let seconds = end.as_second() - start.as_second();
        // An end before the start is QA's flight rule's to tell.
        if (0..=DAY_SECONDS).contains(&seconds) {
            report.violation(
                each.end()
                    .violation(format!(
                        "{} runs for 24 hours or less, which Meta allows only with a lifetime budget.",
                        each.label()
                    ))
                    .suggest("Use a lifetime_budget, or a later end_time."),
            );
        }
    }
}

fn hours_have_a_lifetime_budget(view: &View<'_>, each: &AdSetView<'_>, report: &mut Report) {
    let schedule = each.field("adset_schedule");
    if !schedule.exists() {
        return;
    }
    if view.is_tree() && !has_budget(view, each, "lifetime_budget") {
        report.violation(
            schedule
                .violation("adset_schedule works only with a lifetime budget.")
                .suggest("Use a lifetime_budget, or remove adset_schedule."),
        );
    }
    let pacing = each.field("pacing_type");
    if !pacing.holds("day_parting") {
        report.violation(
            pacing
                .violation("adset_schedule works only with day parting.")
                .suggest("Set \"pacing_type\" to [\"day_parting\"]."),
        );
    }
}

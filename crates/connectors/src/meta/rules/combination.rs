//! Objective, destination, goal and promoted object fit together. What Meta's table does not have, Meta decides.
//! Meta Marketing API, ad-campaign-group, outcome-driven objectives; ad-account/adsets.

use serde_json::Value;

use crate::schema::Node;

use super::{
    super::{config::AdSetView, schemas::COMBINATIONS},
    Report, View,
};

pub(super) fn check(view: &View<'_>, report: &mut Report) {
    let Some(objective) = view.root.field("objective").text() else {
        return;
    };
    for each in &view.ad_sets {
        goal(view, objective, each, report);
        frequency(each, report);
    }
    reservation(view, report);
}

fn goal(view: &View<'_>, objective: &str, each: &AdSetView<'_>, report: &mut Report) {
    let goal = each.field("optimization_goal");
    let Some(wanted) = goal.text() else { return };
    let rows: Vec<&Value> = rows().iter().filter(|row| row["objective"] == objective).collect();
    if rows.is_empty() {
        return;
    }
    let destination = each.field("destination_type");
    let fits = |row: &&Value| holds(&row["optimization_goals"], wanted) && leads_to(row, destination.text());
    let fitting: Vec<&Value> = rows.iter().copied().filter(fits).collect();
    if fitting.is_empty() {
        report.warn(unknown_combination(objective, wanted, &goal, &destination, &rows));
        return;
    }
    if view.is_tree() {
        promoted_object(objective, wanted, &each.field("promoted_object"), &fitting, report);
    }
}

fn unknown_combination(
    objective: &str,
    wanted: &str,
    goal: &Node<'_>,
    destination: &Node<'_>,
    rows: &[&Value],
) -> domain::Violation {
    let with_goal = rows.iter().filter(|row| holds(&row["optimization_goals"], wanted));
    let destinations: Vec<String> = words(with_goal.flat_map(|row| items(&row["destination_types"])));
    if destinations.is_empty() {
        let goals = words(rows.iter().flat_map(|row| items(&row["optimization_goals"])));
        return goal
            .violation(format!(
                "{wanted} is not among the usual goals of {objective}; Meta decides whether it takes it."
            ))
            .suggest(format!("The usual ones are {}.", goals.join(", ")));
    }
    let given = destination.text().map_or_else(|| "no destination_type".to_owned(), str::to_owned);
    destination
        .violation(format!(
            "{wanted} with {given} is not a usual combination for {objective}; Meta decides whether it takes it."
        ))
        .suggest(format!("The usual destination_type is {}.", destinations.join(", ")))
}

/// The promoted object has what one of the fitting rows names.
fn promoted_object(objective: &str, wanted: &str, promoted: &Node<'_>, fitting: &[&Value], report: &mut Report) {
    // A pixel's custom conversion stands for its event.
    let custom = promoted.field("custom_conversion_id").exists();
    if custom || fitting.iter().any(|row| missing(row, promoted).is_empty()) {
        return;
    }
    let alternatives: Vec<String> = fitting.iter().map(|row| missing(row, promoted).join(" and ")).collect();
    let alternatives = alternatives.join(", or ");
    let violation = promoted
        .violation(format!("{wanted} for {objective} promotes an object, which lacks {alternatives}."))
        .suggest(format!("Give \"promoted_object\" {alternatives}."));
    if fitting.iter().all(|row| holds(&row["needed_for"], wanted)) {
        report.violation(violation);
    } else {
        report.warn(violation);
    }
}

fn missing<'v>(row: &'v Value, promoted: &Node<'_>) -> Vec<&'v str> {
    items(&row["promoted_object"])
        .iter()
        .filter_map(Value::as_str)
        .filter(|name| !promoted.field(name).exists())
        .collect()
}

fn frequency(each: &AdSetView<'_>, report: &mut Report) {
    let specs = each.field("frequency_control_specs");
    let goal = each.field("optimization_goal");
    if specs.exists() && goal.text().is_some_and(|goal| !["REACH", "THRUPLAY"].contains(&goal)) {
        report.violation(
            specs
                .violation("frequency_control_specs work only with the goals REACH and THRUPLAY.")
                .suggest("Remove them, or use one of those goals."),
        );
    }
}

fn reservation(view: &View<'_>, report: &mut Report) {
    let reserved = view.root.field("buying_type").text() == Some("RESERVED");
    for each in &view.ad_sets {
        let prediction = each.field("rf_prediction_id");
        if reserved && !prediction.exists() && view.is_tree() {
            report.violation(
                prediction
                    .violation(format!("{} needs the reservation that buying_type RESERVED buys.", each.label()))
                    .suggest("Add \"rf_prediction_id\", or use buying_type \"AUCTION\"."),
            );
        }
        if !reserved && prediction.exists() {
            report.violation(
                prediction
                    .violation("rf_prediction_id works only with buying_type RESERVED.")
                    .suggest("Set buying_type to \"RESERVED\", or remove it."),
            );
        }
    }
}

fn rows() -> &'static [Value] {
    items(&COMBINATIONS["combinations"])
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn holds(list: &Value, word: &str) -> bool {
    items(list).iter().any(|item| item == word)
}

fn leads_to(row: &Value, destination: Option<&str>) -> bool {
    items(&row["destination_types"]).iter().any(|known| known.as_str() == destination)
}

fn words<'v>(values: impl Iterator<Item = &'v Value>) -> Vec<String> {
    let mut words: Vec<String> =
        values.map(|value| value.as_str().map_or_else(|| "none".to_owned(), str::to_owned)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

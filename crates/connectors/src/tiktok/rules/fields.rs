//! Fields that are missing, that belong to other objectives, whose values `TikTok` has given up, and conditions between
//! fields.

use domain::Violation;
use serde_json::{Map, Value};

use super::{
    super::{
        config::Scope,
        rulebook::{self, Rule, Rulebook, is_for, successor},
    },
    Plan, Report,
};

/// Notes what is wrong between fields, and returns what the schema says of each by itself.
pub(super) fn check(plan: &Plan<'_>, book: &Rulebook, report: &mut Report) -> Vec<Violation> {
    let config = Value::Object(without_strangers(plan, report));
    let by_schema = book.fields.check(&config);
    successors(plan, report);
    conditions(&plan.campaign, &config, &book.campaign, plan.is_tree(), report);
    for group in &plan.groups {
        let mut effective = group.effective.clone();
        effective.entry("objective_type").or_insert_with(|| plan.objective.into());
        let effective = Value::Object(effective);
        if plan.is_tree() {
            missing(plan, &group.scope, &effective, report);
        }
        conditions(&group.scope, &effective, &book.ad_group, plan.is_tree(), report);
        let mut effective = effective;
        for ad in &group.ads {
            // The ad group is lent to each of its ads: it can be large, and they can be many.
            let mut fields = ad.value.clone();
            fields.insert("ad_group".to_owned(), effective);
            let fields = Value::Object(fields);
            let scope = |field: &str| format!("{}/{field}", ad.pointer);
            for rule in &book.ad {
                if let Some(broken) = rule.check(&fields) {
                    let violation = Violation::at(scope(broken.field), broken.problem).suggest(broken.suggestion);
                    report.note(broken.weight, violation);
                }
            }
            effective = match fields {
                Value::Object(mut fields) => fields.remove("ad_group").unwrap_or_default(),
                _ => Value::Null,
            };
        }
    }
    by_schema
}

fn conditions(scope: &Scope<'_>, effective: &Value, rules: &[Rule], complete: bool, report: &mut Report) {
    for rule in rules.iter().filter(|rule| complete || !rule.is_about_completeness()) {
        if let Some(broken) = rule.check(effective) {
            report.note(broken.weight, scope.violation(broken.field, broken.problem).suggest(broken.suggestion));
        }
    }
}

/// What a whole tree needs of each ad group, at the ad group or as a default.
fn missing(plan: &Plan<'_>, scope: &Scope<'_>, effective: &Value, report: &mut Report) {
    let level = rulebook::ad_group();
    for field in level.required_for(plan.objective).filter(|field| effective.get(field).is_none()) {
        let about = level.properties.get(field).and_then(|field| field["description"].as_str()).unwrap_or_default();
        let mut violation = scope.violation(field, format!("{field} is missing. {about}"));
        if field == "schedule_start_time"
            && let Some(start) = plan.brief.campaign.start_date
        {
            violation = violation
                .suggest(format!("Add \"schedule_start_time\": \"{start} 00:00:00\", when the campaign starts."));
        } else if let Some(values) = level.properties.get(field).and_then(|field| field["enum"].as_array()) {
            let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            violation =
                violation.suggest(format!("Add \"{field}\", one of {}.", fitting(plan, field, &values).join(", ")));
        }
        report.violation(violation);
    }
}

/// The values of a field that fit the objective.
fn fitting<'a>(plan: &Plan<'_>, field: &str, values: &[&'a str]) -> Vec<&'a str> {
    let goals: Vec<_> = rulebook::goals(plan.objective).collect();
    let fits = |value: &str| match field {
        "optimization_goal" => goals.iter().any(|goal| goal.name == value),
        "billing_event" => goals.iter().any(|goal| goal.billing_events.iter().any(|event| event == value)),
        _ => true,
    };
    let fit: Vec<&str> = values.iter().copied().filter(|value| fits(value)).collect();
    if fit.is_empty() { values.to_vec() } else { fit }
}

/// The configuration without fields that exist, but not for this objective or flow: "unknown" would be the wrong word.
fn without_strangers(plan: &Plan<'_>, report: &mut Report) -> Map<String, Value> {
    let mut config = plan.config.clone();
    strangers(plan, &mut config, "", &[&rulebook::campaign().properties, &rulebook::ad_group().properties], report);
    let groups = config.get_mut("ad_groups").and_then(Value::as_array_mut).into_iter().flatten();
    for (index, group) in groups.enumerate() {
        if let Some(group) = group.as_object_mut() {
            strangers(plan, group, &format!("/ad_groups/{index}"), &[&rulebook::ad_group().properties], report);
        }
    }
    config
}

fn strangers(
    plan: &Plan<'_>,
    fields: &mut Map<String, Value>,
    at: &str,
    known: &[&Map<String, Value>],
    report: &mut Report,
) {
    fields.retain(|name, _| {
        let mut definitions = known.iter().filter_map(|properties| properties.get(name)).peekable();
        if definitions.peek().is_none() || definitions.clone().any(|field| is_for(field, plan.objective, plan.flow)) {
            return true;
        }
        let objectives: Vec<&str> = definitions
            .flat_map(|field| field["x-objectives"].as_array().into_iter().flatten())
            .filter_map(Value::as_str)
            .collect();
        let violation = Violation::at(
            format!("{at}/{name}"),
            format!("{name} is not for campaigns with the objective {}.", plan.objective),
        );
        report.violation(if objectives.is_empty() {
            Violation { problem: format!("{name} is for the Smart+ flow only."), ..violation }.suggest("Remove it.")
        } else {
            violation.suggest(format!("Remove it; it is for {}.", objectives.join(", ")))
        });
        false
    });
}

/// Values that `TikTok` has given up.
fn successors(plan: &Plan<'_>, report: &mut Report) {
    const FIELDS: [&str; 4] = ["app_promotion_type", "optimization_goal", "billing_event", "creative_material_mode"];
    for scope in std::iter::once(&plan.campaign).chain(plan.groups.iter().map(|group| &group.scope)) {
        for field in FIELDS {
            if let Some(value) = scope.text(field)
                && let Some(successor) = successor(field, value)
            {
                let violation = scope.violation(field, format!("TikTok takes {value} no more."));
                report.violation(violation.suggest(format!("Use {successor}.")));
            }
        }
        for placement in scope.entries("placements") {
            if let Some(value) = placement.value.as_str()
                && let Some(successor) = successor("placements", value)
            {
                let violation = Violation::at(placement.pointer, format!("TikTok takes {value} no more."));
                report.violation(violation.suggest(format!("Use {successor}.")));
            }
        }
    }
}

//! Fields that are missing, and conditions between fields.

use serde_json::Value;

use crate::rules::{Tier, check_conditions};

use super::{
    super::{config::Scope, schemas},
    Plan, Report,
};

/// The findings between fields: missing ones, and conditions.
pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    let (book, complete) = (plan.book, plan.is_tree());
    let at_campaign = |field: &str| plan.campaign.pointer(field);
    check_conditions(book.conditions(Tier::Campaign), &plan.known, complete, &at_campaign, report);
    for group in &plan.groups {
        let mut effective = group.effective.clone();
        effective.entry("objective_type").or_insert_with(|| plan.objective.into());
        let mut effective = Value::Object(effective);
        if complete {
            missing(plan, &group.scope, &effective, report);
        }
        let at_group = |field: &str| group.scope.pointer(field);
        check_conditions(book.conditions(Tier::AdGroup), &effective, complete, &at_group, report);
        for ad in &group.ads {
            // The ad group is lent to each of its ads: it can be large, and they can be many.
            let mut fields = ad.value.clone();
            fields.insert("ad_group".to_owned(), effective);
            let fields = Value::Object(fields);
            let at_ad = |field: &str| format!("{}/{field}", ad.pointer);
            check_conditions(book.conditions(Tier::Ad), &fields, true, &at_ad, report);
            effective = match fields {
                Value::Object(mut fields) => fields.remove("ad_group").unwrap_or_default(),
                _ => Value::Null,
            };
        }
    }
}

/// Notes the fields that a whole tree needs of each ad group, at the ad group or as a default.
fn missing(plan: &Plan<'_>, scope: &Scope<'_>, effective: &Value, report: &mut Report) {
    let level = schemas::ad_group();
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
    let goals: Vec<_> = schemas::goals(plan.objective).collect();
    let fits = |value: &str| match field {
        "optimization_goal" => goals.iter().any(|goal| goal.name == value),
        "billing_event" => goals.iter().any(|goal| goal.billing_events.iter().any(|event| event == value)),
        _ => true,
    };
    let fit: Vec<&str> = values.iter().copied().filter(|value| fits(value)).collect();
    if fit.is_empty() { values.to_vec() } else { fit }
}

//! Goal, objective and billing event must fit each other. The schema narrows the goals; this adds the billing event.

use super::{super::schemas, Plan, Report};

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
    for group in &plan.groups {
        let (scope, Some(goal)) = (&group.scope, group.scope.text("optimization_goal")) else {
            continue;
        };
        let mut rows = schemas::goals(plan.objective).peekable();
        if rows.peek().is_none() {
            let problem =
                format!("TikTok does not document which goals go with {}, so {goal} is not checked.", plan.objective);
            report.warn(scope.violation("optimization_goal", problem));
            continue;
        }
        let names: Vec<&str> = schemas::goals(plan.objective).map(|row| row.name.as_str()).collect();
        let Some(row) = rows.find(|row| row.name == goal) else {
            let violation = if ["AUTOMATIC_VALUE_OPTIMIZATION", "DESTINATION_VISIT"].contains(&goal) {
                let problem =
                    format!("TikTok does not document with which objectives {goal} goes, so it is not checked.");
                report.warn(scope.violation("optimization_goal", problem));
                continue;
            } else if schemas::successor("optimization_goal", goal).is_some() {
                continue;
            } else {
                scope.violation("optimization_goal", format!("{goal} is no goal of {} campaigns.", plan.objective))
            };
            report.violation(violation.suggest(format!("Use one of {}.", names.join(", "))));
            continue;
        };
        let Some(billing) = scope.text("billing_event") else {
            continue;
        };
        if !row.billing_events.iter().any(|event| event == billing) {
            let problem = format!("The goal {goal} is not billed by {billing}.");
            report.violation(
                scope
                    .violation("billing_event", problem)
                    .suggest(format!("Use one of {}.", row.billing_events.join(", "))),
            );
        } else if billing != row.usual_billing_event
            && let Some(note) = &row.note
        {
            let problem = format!("The goal {goal} is usually billed by {}. {note}", row.usual_billing_event);
            report.warn(scope.violation("billing_event", problem));
        }
    }
}

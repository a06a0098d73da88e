//! Values that `TikTok` has given up, each with its successor.

use domain::Violation;

use super::{super::schemas::successor, Plan, Report};

pub(super) fn check(plan: &Plan<'_>, report: &mut Report) {
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

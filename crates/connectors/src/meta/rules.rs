//! What no schema can say of a configuration: one rule a file, each telling what is wrong and what would be right.
//! A rule looks at the whole ticket and may be silent where the schema has spoken.

mod audience;
mod bidding;
mod budgets;
mod combination;
mod creative;
mod not_sent;
mod placements;
mod regional;
mod schedule;
mod special_category;

use std::collections::HashSet;

use domain::{Violation, qa::AdFacts, violation::ViolationList};

use crate::ConnectorSettings;

use super::translate::View;

/// What the rules found.
#[derive(Default)]
struct Report {
    violations: Vec<Violation>,
    warnings: Vec<Violation>,
}

impl Report {
    fn violation(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    fn warn(&mut self, warning: Violation) {
        self.warnings.push(warning);
    }
}

/// Runs all rules. What they say of a place that the schema faulted already is left out.
pub(super) fn check(view: &View<'_>, settings: &ConnectorSettings, facts: &mut AdFacts) {
    let mut report = Report::default();
    audience::check(view, &mut report);
    bidding::check(view, &mut report);
    budgets::check(view, &mut report);
    combination::check(view, &mut report);
    creative::check(view, &mut report);
    not_sent::check(view, &mut report);
    placements::check(view, &mut report);
    regional::check(view, settings, &mut report);
    schedule::check(view, &mut report);
    special_category::check(view, &mut report);
    let by_schema: HashSet<String> =
        facts.payload_violations.iter().map(|violation| violation.pointer.clone()).collect();
    let mut violations = ViolationList::default();
    let by_rules = report.violations.into_iter().filter(|violation| !by_schema.contains(&violation.pointer));
    for violation in std::mem::take(&mut facts.payload_violations).into_iter().chain(by_rules) {
        violations.push(violation);
    }
    facts.payload_violations = violations.into_vec();
    // A place that is wrong need not be called odd too. Ad sets share fields, so a rule may meet one place several times.
    let wrong: HashSet<&str> = facts.payload_violations.iter().map(|violation| violation.pointer.as_str()).collect();
    let mut warnings = ViolationList::default();
    for warning in report.warnings.into_iter().filter(|warning| !wrong.contains(warning.pointer.as_str())) {
        warnings.push(warning);
    }
    facts.payload_warnings.extend(warnings.into_vec());
}

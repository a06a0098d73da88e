//! The findings of rules, and their settlement with those of a schema.

use std::collections::HashSet;

use domain::{Violation, violation::ViolationList};

use super::Weight;

/// The findings about one ticket.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The findings that block.
    pub(crate) violations: Vec<Violation>,
    /// The findings that do not.
    pub(crate) warnings: Vec<Violation>,
}

/// The side that is heard where both a schema and a rule find a place wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Precedence {
    /// The schema: rules are silent at such a place, and so are warnings.
    Schema,
    /// The rules: their sentences are more exact than the schema's.
    Rules,
}

impl Report {
    /// Notes a finding that blocks.
    pub(crate) fn violation(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// Notes a finding that does not block.
    pub(crate) fn warn(&mut self, warning: Violation) {
        self.warnings.push(warning);
    }

    /// Notes a finding of this weight.
    pub(crate) fn note(&mut self, weight: Weight, violation: Violation) {
        match weight {
            Weight::Error => self.violation(violation),
            Weight::Warning => self.warn(violation),
        }
    }

    /// Adds what the schema says. Each finding is told once: ad sets share fields, so a rule may meet one place several times.
    pub(crate) fn settle(&mut self, by_schema: Vec<Violation>, precedence: Precedence) {
        let by_rules = std::mem::take(&mut self.violations);
        let (heard, other) = match precedence {
            Precedence::Schema => (by_schema, by_rules),
            Precedence::Rules => (by_rules, by_schema),
        };
        let known: HashSet<String> = heard.iter().map(|violation| violation.pointer.clone()).collect();
        let added = other.into_iter().filter(|violation| !known.contains(&violation.pointer));
        self.violations = once(heard.into_iter().chain(added));
        let mut warnings = std::mem::take(&mut self.warnings);
        if precedence == Precedence::Schema {
            let wrong: HashSet<&str> = self.violations.iter().map(|violation| violation.pointer.as_str()).collect();
            warnings.retain(|warning| !wrong.contains(warning.pointer.as_str()));
        }
        self.warnings = once(warnings);
    }
}

/// The list without repetitions, and not longer than a person reads.
fn once(violations: impl IntoIterator<Item = Violation>) -> Vec<Violation> {
    let mut list = ViolationList::default();
    for violation in violations {
        list.push(violation);
    }
    list.into_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(precedence: Precedence) -> (Vec<String>, Vec<String>) {
        let at = |pointer: &str, problem: &str| Violation::at(pointer, problem);
        let mut report = Report::default();
        report.note(Weight::Error, at("/a", "rule"));
        report.note(Weight::Error, at("/b", "rule"));
        report.note(Weight::Error, at("/b", "rule"));
        report.note(Weight::Warning, at("/a", "odd"));
        report.settle(vec![at("/a", "schema"), at("/c", "schema")], precedence);
        let told = |list: &[Violation]| list.iter().map(|one| format!("{} {}", one.pointer, one.problem)).collect();
        (told(&report.violations), told(&report.warnings))
    }

    #[test]
    fn a_place_is_faulted_by_one_side() {
        let (violations, warnings) = settled(Precedence::Schema);
        assert_eq!(violations, ["/a schema", "/c schema", "/b rule"]);
        assert!(warnings.is_empty());
        let (violations, warnings) = settled(Precedence::Rules);
        assert_eq!(violations, ["/a rule", "/b rule", "/c schema"]);
        assert_eq!(warnings, ["/a odd"]);
    }
}

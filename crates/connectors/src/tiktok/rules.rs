//! What is wrong with a ticket, besides what its JSON Schema says: one idea a file, all violations at once.

mod ads;
mod bids;
mod budgets;
mod countries;
mod currency;
mod fields;
mod flow;
mod goals;
mod names;
mod objective;
mod places;
mod schedule;

use std::collections::HashSet;

use domain::{RequestType, Violation, violation::ViolationList};
use serde_json::{Map, Value};

use crate::Brief;

use super::{
    config::{AdGroup, Canonical, Scope},
    options::{Flow, Options},
    rulebook::{Rulebook, Weight},
};

pub(super) use budgets::check_change as check_budget_change;
pub(super) use countries::country_of;
pub(super) use currency::read_amount;
pub(super) use names::Names;
pub(super) use objective::objective;
pub(super) use schedule::time;

/// A ticket that creates, as the rules see it.
pub(super) struct Plan<'a> {
    /// The ticket and what surrounds it.
    pub(super) brief: &'a Brief<'a>,
    /// Its configuration, in `TikTok`'s names.
    pub(super) config: &'a Map<String, Value>,
    /// The configuration as the campaign's fields.
    pub(super) campaign: Scope<'a>,
    /// The objective.
    pub(super) objective: &'a str,
    /// The ad groups.
    pub(super) groups: Vec<AdGroup<'a>>,
    /// The flow that creates it.
    pub(super) flow: Flow,
}

impl<'a> Plan<'a> {
    /// A ticket's plan.
    pub(super) fn new(brief: &'a Brief<'a>, canonical: &'a Canonical, objective: &'a str, options: &Options) -> Self {
        let config = &canonical.config;
        Self {
            brief,
            config,
            campaign: Scope::campaign(config),
            objective,
            groups: AdGroup::all(config),
            flow: options.flow_of(objective),
        }
    }

    /// Whether ad groups and ads are created too, and so must be complete.
    pub(super) fn is_tree(&self) -> bool {
        self.brief.ticket.request_type == RequestType::CreateCampaignTree
    }

    /// Whether the campaign's budget is spread over the ad groups.
    pub(super) fn shares_budget(&self) -> bool {
        self.campaign.is_on("budget_optimize_on")
    }
}

/// What was found; pointers from the configuration's root.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// What blocks.
    pub(super) violations: Vec<Violation>,
    /// What does not.
    pub(super) warnings: Vec<Violation>,
}

impl Report {
    /// Notes what blocks.
    pub(super) fn violation(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// Notes what is odd.
    pub(super) fn warn(&mut self, violation: Violation) {
        self.warnings.push(violation);
    }

    fn note(&mut self, weight: Weight, violation: Violation) {
        match weight {
            Weight::Error => self.violation(violation),
            Weight::Warning => self.warn(violation),
        }
    }

    /// The same thing said of several ad groups because of one default is said once; what a rule says of a field takes the
    /// place of what the schema says of it.
    pub(super) fn settle(&mut self, by_schema: Vec<Violation>) {
        let known: HashSet<String> = self.violations.iter().map(|violation| violation.pointer.clone()).collect();
        self.violations.extend(by_schema.into_iter().filter(|violation| !known.contains(&violation.pointer)));
        for list in [&mut self.violations, &mut self.warnings] {
            let mut once = ViolationList::default();
            for violation in std::mem::take(list) {
                once.push(violation);
            }
            *list = once.into_vec();
        }
    }
}

/// Everything that is wrong with a ticket that creates.
pub(super) fn check(plan: &Plan<'_>, book: &Rulebook, options: &Options, report: &mut Report) {
    let by_schema = fields::check(plan, book, report);
    flow::check(plan, options, report);
    goals::check(plan, report);
    budgets::check(plan, report);
    bids::check(plan, report);
    schedule::check(plan, report);
    places::check(plan, report);
    names::check(plan, report);
    ads::check(plan, report);
    report.settle(by_schema);
}

//! The rules that no schema can express: one a file, each with a sentence and a suggestion.
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

use crate::rules::{Precedence, Report, Rule, RuleSet};

use super::config::View;

/// Meta's rules.
pub(super) struct MetaRules;

impl RuleSet for MetaRules {
    type View<'a> = View<'a>;

    const RULES: &'static [Rule<Self>] = &[
        audience::check,
        bidding::check,
        budgets::check,
        combination::check,
        creative::check,
        not_sent::check,
        placements::check,
        regional::check,
        schedule::check,
        special_category::check,
    ];

    const PRECEDENCE: Precedence = Precedence::Schema;
}

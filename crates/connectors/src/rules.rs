//! The rules of a platform: what must hold between the fields of a configuration, beyond each field's own schema.
//!
//! A platform's folder brings the data (schemas, conditions) and the functions (rules). This module runs them in one way for
//! all platforms:
//!
//! - `book.rs` compiles a request type's schema and conditions when they are first asked for
//! - `condition.rs` checks conditions, which are data with a sentence each
//! - `report.rs` collects the findings, and settles what schema and rules say of one place

mod book;
mod condition;
mod report;

use domain::Violation;

pub(crate) use book::{Book, Books, Objective, SchemaSource, Tier};
pub(crate) use condition::{Condition, Weight, check_conditions};
pub(crate) use report::{Precedence, Report};

/// A rule: one idea of what is right, as a function over the whole ticket.
pub(crate) type Rule<S> = for<'v, 'a, 'r> fn(&'v <S as RuleSet>::View<'a>, &'r mut Report);

/// A platform's rules.
pub(crate) trait RuleSet: Sized + 'static {
    /// A ticket that creates, as the rules see it.
    type View<'a>;
    /// The rules, in the order in which their findings are told.
    const RULES: &'static [Rule<Self>];
    /// The side that is heard where the schema and a rule find the same place wrong.
    const PRECEDENCE: Precedence;
}

/// Runs every rule of a platform over a ticket, and settles their findings with those of the schema.
pub(crate) fn judge<S: RuleSet>(view: &S::View<'_>, by_schema: Vec<Violation>, report: &mut Report) {
    for rule in S::RULES {
        rule(view, report);
    }
    report.settle(by_schema, S::PRECEDENCE);
}

//! What QA judges, read from the configuration even where it is wrong elsewhere: all that is known is reported at once.

pub(super) mod budgets;
mod inventory;
mod places;
mod terms;

use std::collections::HashSet;

use domain::{
    Timestamp,
    qa::{AdFacts, Flight, Located, once},
};

use crate::schema::Node;

use super::config::View;

pub(super) use places::{PlaceKind, targeted};

/// Gathers the facts of a ticket that creates. What several ad sets share is reported once.
pub(super) fn gather(view: &View<'_>, facts: &mut AdFacts) {
    budgets::gather(view, facts);
    let mut seen = HashSet::new();
    flight(&view.root.field("start_time"), &view.root.field("stop_time"), &mut seen, facts);
    for each in &view.ad_sets {
        flight(&each.start(), &each.end(), &mut seen, facts);
        let targeting = each.targeting();
        places::gather(view, each, facts);
        inventory::gather(&targeting, facts);
        terms::gather(&targeting, facts);
    }
    once(&mut facts.countries);
    once(&mut facts.unknown_places);
    once(&mut facts.inventory_filters);
    once(&mut facts.terms);
}

fn flight(start: &Node<'_>, end: &Node<'_>, seen: &mut HashSet<(String, String)>, facts: &mut AdFacts) {
    let flight = Flight { start: at(start), end: at(end) };
    let anything = flight.start.is_some() || flight.end.is_some();
    if anything && seen.insert((start.pointer().to_owned(), end.pointer().to_owned())) {
        facts.flights.push(flight);
    }
}

fn at(node: &Node<'_>) -> Option<Located<Timestamp>> {
    node.time().map(|time| Located::at(node.pointer(), time))
}

//! A connector's facts for QA about a ticket's requests, in words that all platforms share.

use std::collections::HashMap;

use crate::{CountryCode, Money, Timestamp, Violation};

/// A value and its place in the ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// JSON pointer from the ticket's root, such as `/payload_config/ad_sets/0/daily_budget`.
    pub pointer: String,
    /// The value.
    pub value: T,
}

impl<T> Located<T> {
    /// A value at `pointer`.
    pub fn at(pointer: impl Into<String>, value: T) -> Self {
        Self { pointer: pointer.into(), value }
    }
}

/// Drops repeated entries: a value that several ad sets share is reported once.
pub fn once<T: PartialEq + Clone>(list: &mut Vec<Located<T>>) {
    let mut seen: HashMap<String, Vec<T>> = HashMap::new();
    // One place has few values, so only the place is looked up.
    list.retain(|one| match seen.get_mut(&one.pointer) {
        Some(values) if values.contains(&one.value) => false,
        Some(values) => {
            values.push(one.value.clone());
            true
        }
        None => {
            seen.insert(one.pointer.clone(), vec![one.value.clone()]);
            true
        }
    });
}

/// The facts about a ticket's requests that QA needs.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AdFacts {
    /// The account of the requests, digits without prefix; none if neither ticket nor settings name one.
    pub account_id: Option<String>,
    /// True if a token is configured.
    pub has_credentials: bool,
    /// The setting that would configure one.
    pub credentials_setting: Option<&'static str>,
    /// True if the sandbox is used instead of the platform.
    pub sandbox: bool,
    /// The configured daily budgets.
    pub daily_budgets: Vec<Located<Money>>,
    /// The configured budgets for a whole flight.
    pub lifetime_budgets: Vec<Located<Money>>,
    /// The budget of the ticket over its whole flight, if it is known.
    pub planned: Option<Money>,
    /// The configured flights.
    pub flights: Vec<Flight>,
    /// Targeted countries, including those of regions and cities.
    pub countries: Vec<Located<CountryCode>>,
    /// Places whose country is not known from the configuration.
    pub unknown_places: Vec<Located<String>>,
    /// Targeted interests, categories and keywords.
    pub terms: Vec<Located<Term>>,
    /// The inventory filter of each configured ad set.
    pub inventory_filters: Vec<Located<InventoryFilter>>,
    /// The violations of the platform's schema in `payload_config`; pointers from the ticket's root.
    pub payload_violations: Vec<Violation>,
    /// Warnings about the configuration.
    pub payload_warnings: Vec<Violation>,
}

/// The start and the end of a flight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flight {
    /// The start.
    pub start: Option<Located<Timestamp>>,
    /// The end.
    pub end: Option<Located<Timestamp>>,
}

/// A term that selects an audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The kind of term.
    pub kind: TermKind,
    /// The platform's id of it.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// The kind of a term that selects an audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// An interest or behaviour.
    Interest,
    /// A content or interest category.
    Category,
    /// A keyword or hashtag.
    Keyword,
}

/// The inventory filter of an ad set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InventoryFilter {
    /// It is on.
    On,
    /// It is off, or too loose.
    Off {
        /// The value to set, in the platform's words.
        remedy: String,
    },
}

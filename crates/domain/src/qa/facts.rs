//! What a connector tells QA about a ticket's requests, in words that all platforms share.

use std::collections::HashMap;

use crate::{CountryCode, Money, Timestamp, Violation};

/// A value and where in the ticket it stands.
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

/// Drops what stands in the list before: what several ad sets share is told once.
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

/// What QA needs to know of a ticket's requests.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AdFacts {
    /// The account that the requests go to, digits without prefix; none where neither ticket nor settings name one.
    pub account_id: Option<String>,
    /// Whether a token is configured.
    pub has_credentials: bool,
    /// Whether the platform is the sandbox.
    pub sandbox: bool,
    /// Budgets a day, as configured.
    pub daily_budgets: Vec<Located<Money>>,
    /// Budgets for a whole flight, as configured.
    pub lifetime_budgets: Vec<Located<Money>>,
    /// What the ticket would spend over its whole flight, where that can be said.
    pub planned: Option<Money>,
    /// Flights, as configured.
    pub flights: Vec<Flight>,
    /// Countries targeted, those of regions and cities included.
    pub countries: Vec<Located<CountryCode>>,
    /// Places whose country cannot be told from the configuration.
    pub unknown_places: Vec<Located<String>>,
    /// Interests, categories and keywords targeted.
    pub terms: Vec<Located<Term>>,
    /// The inventory filter of each ad set that is configured.
    pub inventory_filters: Vec<Located<InventoryFilter>>,
    /// What is wrong with `payload_config` by the platform's schema; pointers from the ticket's root.
    pub payload_violations: Vec<Violation>,
    /// What is odd, without being wrong.
    pub payload_warnings: Vec<Violation>,
}

/// When something starts and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flight {
    /// Where it starts.
    pub start: Option<Located<Timestamp>>,
    /// Where it ends.
    pub end: Option<Located<Timestamp>>,
}

/// Something that an audience is picked by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// The platform's id of it.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// What kind of thing an audience is picked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// An interest or behaviour.
    Interest,
    /// A content or interest category.
    Category,
    /// A keyword or hashtag.
    Keyword,
}

/// Whether an ad set keeps to suitable inventory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InventoryFilter {
    /// It is on.
    On,
    /// It is off, or too loose.
    Off {
        /// What to set, in the platform's words.
        remedy: String,
    },
}

//! The files of `schema/`, read once.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::rules::Condition;

use super::super::settings::Flow;

/// One level of the tree: campaign, ad group or ad.
#[derive(Debug, Default, Deserialize)]
pub(in crate::tiktok) struct Level {
    /// Its source.
    #[serde(rename = "x-source")]
    pub(in crate::tiktok) source: String,
    /// Fields that a whole tree needs at this level.
    required: Vec<String>,
    /// Fields that an objective needs besides.
    #[serde(default)]
    required_by_objective: BTreeMap<String, Vec<String>>,
    /// The ad group's budget, whose names at the top are the campaign's.
    #[serde(default)]
    pub(in crate::tiktok) budget_properties: Map<String, Value>,
    /// The fields, as JSON Schema.
    pub(in crate::tiktok) properties: Map<String, Value>,
    /// The rules between fields.
    pub(in crate::tiktok) conditions: Vec<Condition>,
}

impl Level {
    /// A field's schema, the ad group's budget included.
    pub(in crate::tiktok) fn field(&self, name: &str) -> Option<&Value> {
        self.properties.get(name).or_else(|| self.budget_properties.get(name))
    }

    /// The conditions that hold for an objective in a flow.
    pub(super) fn conditions_for<'a>(&'a self, objective: &str, flow: Flow) -> impl Iterator<Item = &'a Condition> {
        self.conditions.iter().filter(move |condition| condition.is_for(objective, flow.word()))
    }

    /// The fields that an objective needs at this level.
    pub(in crate::tiktok) fn required_for(&self, objective: &str) -> impl Iterator<Item = &str> {
        let besides = self.required_by_objective.get(objective).into_iter().flatten();
        self.required.iter().chain(besides).map(String::as_str)
    }
}

/// A row of the goal table.
#[derive(Debug, Deserialize)]
pub(in crate::tiktok) struct GoalRow {
    /// The goal.
    #[serde(rename = "optimization_goal")]
    pub(in crate::tiktok) name: String,
    /// The events that can be paid for.
    pub(in crate::tiktok) billing_events: Vec<String>,
    /// The usual one; the others have a footnote.
    pub(in crate::tiktok) usual_billing_event: String,
    /// The footnote.
    #[serde(default)]
    pub(in crate::tiktok) note: Option<String>,
    objectives: Vec<String>,
}

/// The goal table, and what became of names that `TikTok` has given up.
#[derive(Debug, Default, Deserialize)]
struct Combinations {
    goals: Vec<GoalRow>,
    goals_without_a_row: Values,
    objectives_without_goals: Values,
    successors: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Debug, Default, Deserialize)]
struct Values {
    values: Vec<String>,
}

/// The files are part of the program, and a test reads each: an unreadable one cannot get here.
fn read<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

static CAMPAIGN: LazyLock<Level> = LazyLock::new(|| read(include_str!("../schema/campaign.json")));
static AD_GROUP: LazyLock<Level> = LazyLock::new(|| read(include_str!("../schema/ad_group.json")));
static AD: LazyLock<Level> = LazyLock::new(|| read(include_str!("../schema/ad.json")));
static CHANGE: LazyLock<Map<String, Value>> = LazyLock::new(|| read(include_str!("../schema/change.json")));
static COMBINATIONS: LazyLock<Combinations> = LazyLock::new(|| read(include_str!("../schema/combinations.json")));

/// The campaign's fields.
pub(in crate::tiktok) fn campaign() -> &'static Level {
    &CAMPAIGN
}

/// The ad group's fields.
pub(in crate::tiktok) fn ad_group() -> &'static Level {
    &AD_GROUP
}

/// The ad's fields.
pub(in crate::tiktok) fn ad() -> &'static Level {
    &AD
}

/// The schema of a request type that changes.
pub(super) fn change(request: &str) -> Value {
    CHANGE.get(request).cloned().unwrap_or_default()
}

/// The combinations, as they are published.
pub(in crate::tiktok) fn combinations() -> Value {
    read(include_str!("../schema/combinations.json"))
}

/// The objectives that campaigns can be created for.
pub(in crate::tiktok) fn objectives() -> impl Iterator<Item = &'static str> {
    let values = CAMPAIGN.properties.get("objective_type").and_then(|field| field["enum"].as_array());
    values.into_iter().flatten().filter_map(Value::as_str)
}

/// The rows of the goal table that an objective has.
pub(in crate::tiktok) fn goals(objective: &str) -> impl Iterator<Item = &'static GoalRow> {
    COMBINATIONS.goals.iter().filter(move |goal| goal.objectives.iter().any(|one| one == objective))
}

/// Goals that exist without a row in the table.
pub(super) fn goals_without_a_row() -> &'static [String] {
    &COMBINATIONS.goals_without_a_row.values
}

/// Returns true if the table has no row of an objective, so that every goal must be accepted.
pub(super) fn has_no_goals(objective: &str) -> bool {
    COMBINATIONS.objectives_without_goals.values.iter().any(|one| one == objective)
}

/// The successor of a value that `TikTok` has given up, or that is another platform's.
pub(in crate::tiktok) fn successor(field: &str, value: &str) -> Option<&'static str> {
    COMBINATIONS.successors.get(field)?.get(value).map(String::as_str)
}

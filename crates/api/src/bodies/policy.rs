//! The rules of the house in the API's form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The rules of the house; a missing part has its default.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QaPolicy)]
pub(crate) struct PolicyBody {
    /// The severity of each rule, by its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) rules: Option<BTreeMap<String, ModeWord>>,
    /// Budgets above which a ticket is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) budget_limits: Option<BudgetLimitsBody>,
    /// The terms that family-friendly brands must not target, by the platform's key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(crate) blocklists: Option<BTreeMap<String, BlocklistBody>>,
}

/// The severity of a rule: it blocks, it warns, or it is off.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = QaMode)]
pub(crate) enum ModeWord {
    Error,
    Warning,
    Off,
}

/// Budgets above which a ticket is refused: exact decimals in the campaign's currency.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BudgetLimits)]
pub(crate) struct BudgetLimitsBody {
    /// A day's budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "100000.00")]
    pub(crate) daily: Option<String>,
    /// A whole flight's budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "1000000.00")]
    pub(crate) lifetime: Option<String>,
}

/// A platform's blocklist.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Blocklist)]
pub(crate) struct BlocklistBody {
    /// Interests and behaviours.
    #[serde(default)]
    pub(crate) interests: Vec<BlockedTermBody>,
    /// Content and interest categories.
    #[serde(default)]
    pub(crate) categories: Vec<BlockedTermBody>,
    /// Keywords and hashtags.
    #[serde(default)]
    pub(crate) keywords: Vec<BlockedTermBody>,
}

/// A blocked term: by the platform's id, by a part of its name, or by both.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BlockedTerm)]
pub(crate) struct BlockedTermBody {
    /// The platform's id of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
    /// A part of its name, in upper or lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "alcohol")]
    pub(crate) name: Option<String>,
}

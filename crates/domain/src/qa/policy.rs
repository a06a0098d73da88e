//! The house's settings of the rules: their severity, limits and lists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use strum::{IntoEnumIterator, VariantNames};

use super::{blocklist::Blocklist, rules::RULES};
use crate::{PlatformId, Violation, Violations, money::micros_of_decimal, nearest};

/// The rules of the house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The severity of each rule, by its code; `error` by default.
    pub rules: BTreeMap<String, Mode>,
    /// Budgets above which a ticket is refused, in the campaign's currency.
    pub budget_limits: BudgetLimits,
    /// The terms that family-friendly brands must not target, by the platform's key. A missing platform keeps the
    /// default list: an edit of Meta's must not silently empty `TikTok`'s.
    #[serde(deserialize_with = "over_usual_blocklists")]
    pub blocklists: BTreeMap<String, Blocklist>,
}

/// The severity of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// It blocks.
    Error,
    /// It warns.
    Warning,
    /// It is off.
    Off,
}

/// Budgets above which a ticket is refused: decimal amounts in the campaign's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BudgetLimits {
    /// A day's budget.
    pub daily: String,
    /// A whole flight's budget.
    pub lifetime: String,
}

impl Default for BudgetLimits {
    /// The product's limits.
    fn default() -> Self {
        Self { daily: "100000.00".to_owned(), lifetime: "1000000.00".to_owned() }
    }
}

impl Default for Policy {
    /// Every rule blocks, with the product's limits and the default blocklist for each platform.
    fn default() -> Self {
        Self {
            rules: RULES.iter().map(|rule| (rule.code.to_owned(), Mode::Error)).collect(),
            budget_limits: BudgetLimits::default(),
            blocklists: usual_blocklists(),
        }
    }
}

fn usual_blocklists() -> BTreeMap<String, Blocklist> {
    PlatformId::iter().map(|platform| (platform.key().to_owned(), Blocklist::usual())).collect()
}

fn over_usual_blocklists<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Blocklist>, D::Error> {
    let mut lists = usual_blocklists();
    lists.append(&mut BTreeMap::deserialize(deserializer)?);
    Ok(lists)
}

impl Policy {
    /// The severity of the rule with that code.
    pub fn mode_of(&self, code: &str) -> Mode {
        self.rules.get(code).copied().unwrap_or(Mode::Error)
    }

    /// The daily limit in micro-units. An unreadable limit allows nothing: [`Policy::check`] refuses such.
    pub fn daily_limit(&self) -> i64 {
        micros_of_decimal(&self.budget_limits.daily).unwrap_or(0)
    }

    /// The lifetime limit in micro-units. An unreadable limit allows nothing.
    pub fn lifetime_limit(&self) -> i64 {
        micros_of_decimal(&self.budget_limits.lifetime).unwrap_or(0)
    }

    /// The blocklist of a platform; empty if it has none.
    pub fn blocklist(&self, platform: PlatformId) -> Option<&Blocklist> {
        self.blocklists.get(platform.key())
    }

    /// The violations in rules that an admin entered.
    pub fn check(&self) -> Violations {
        let mut violations = Violations::default();
        for code in self.rules.keys() {
            if !RULES.iter().any(|rule| rule.code == code) {
                let known: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
                let near = nearest(code, known.iter().copied());
                violations.push(
                    Violation::at(
                        format!("/rules/{}", crate::violation::pointer_token(code)),
                        format!("There is no rule {code:?}."),
                    )
                    .suggest(near.map_or_else(
                        || format!("Rules are {}.", known.join(", ")),
                        |near| format!("Did you mean {near:?}?"),
                    )),
                );
            }
        }
        for (field, limit) in [("daily", &self.budget_limits.daily), ("lifetime", &self.budget_limits.lifetime)] {
            match micros_of_decimal(limit) {
                Ok(micros) if micros > 0 => {}
                Ok(_) => violations.push(Violation::at(format!("/budget_limits/{field}"), "A limit must be above 0.")),
                Err(violation) => violations.push(violation.below(&format!("/budget_limits/{field}"))),
            }
        }
        for (key, list) in &self.blocklists {
            if key.parse::<PlatformId>().is_err() {
                let known = PlatformId::VARIANTS.join(", ");
                violations.push(
                    Violation::at(
                        format!("/blocklists/{}", crate::violation::pointer_token(key)),
                        format!("There is no platform {key:?}."),
                    )
                    .suggest(format!("Platforms are {known}.")),
                );
            }
            for (field, terms) in
                [("interests", &list.interests), ("categories", &list.categories), ("keywords", &list.keywords)]
            {
                for (index, _) in terms.iter().enumerate().filter(|(_, term)| term.is_empty()) {
                    violations.push(
                        Violation::at(
                            format!("/blocklists/{key}/{field}/{index}"),
                            "A blocked term needs an id or a name.",
                        )
                        .suggest("Use {\"name\": \"alcohol\"} or {\"id\": \"6003107902433\"}."),
                    );
                }
            }
        }
        violations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_policy_is_valid_and_reads_back() {
        let policy = Policy::default();
        assert!(policy.check().0.is_empty());
        let text = serde_json::to_string(&policy).unwrap();
        assert_eq!(serde_json::from_str::<Policy>(&text).unwrap(), policy);
        assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), policy, "what is left out takes its default");
        assert!(serde_json::from_str::<Policy>("{\"rulez\": {}}").is_err());
    }

    #[test]
    fn editing_one_platforms_list_leaves_the_others_alone() {
        let policy: Policy = serde_json::from_str(r#"{"blocklists": {"meta": {}}}"#).unwrap();
        assert_eq!(policy.blocklist(PlatformId::Meta), Some(&Blocklist::default()));
        assert_eq!(policy.blocklist(PlatformId::Tiktok), Some(&Blocklist::usual()));
    }

    #[test]
    fn every_violation_of_a_policy_is_told() {
        let policy: Policy = serde_json::from_str(
            r#"{"rules": {"budget": "off", "flihgt": "warning"}, "budget_limits": {"daily": "lots", "lifetime": "0"},
                "blocklists": {"meta": {"interests": [{}]}, "myspace": {}}}"#,
        )
        .unwrap();
        let pointers: Vec<String> = policy.check().0.into_iter().map(|violation| violation.pointer).collect();
        assert_eq!(
            pointers,
            [
                "/rules/flihgt",
                "/budget_limits/daily",
                "/budget_limits/lifetime",
                "/blocklists/meta/interests/0",
                "/blocklists/myspace"
            ]
        );
    }
}

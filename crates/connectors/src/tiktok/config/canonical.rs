//! Other names become `TikTok`'s. Everything else looks at the result only; pointers are led back at the very end.

use std::collections::HashMap;

use domain::{Violation, violation::pointer_token};
use serde_json::{Map, Value};

/// A configuration in `TikTok`'s names.
#[derive(Debug, Default)]
pub(in crate::tiktok) struct Canonical {
    /// The fields.
    pub(in crate::tiktok) config: Map<String, Value>,
    /// What could not be renamed, or has no place; pointers from the configuration's root.
    pub(in crate::tiktok) violations: Vec<Violation>,
    /// Pointers of fields that were renamed, and the names that the planner wrote.
    renamed: HashMap<String, String>,
}

/// Other names of fields, at the level given.
const CAMPAIGN: &[(&str, &str)] = &[
    ("objective", "objective_type"),
    ("ad_sets", "ad_groups"),
    ("start_time", "schedule_start_time"),
    ("end_time", "schedule_end_time"),
];
const AD_GROUP: &[(&str, &str)] =
    &[("adgroup_name", "name"), ("start_time", "schedule_start_time"), ("end_time", "schedule_end_time")];
const AD: &[(&str, &str)] = &[("ad_name", "name")];

/// Amounts that say their mode as well.
const BUDGETS: [(&str, &str); 2] = [("daily_budget", "BUDGET_MODE_DAY"), ("lifetime_budget", "BUDGET_MODE_TOTAL")];

/// Fields of `TikTok` that the house decides.
const HOUSE: [(&str, &str); 6] = [
    ("campaign_name", "The ticket's generated name is the campaign's name."),
    ("operation_status", "Everything is created with DISABLE: a person turns spending on."),
    ("request_id", "It is made for each step, so that sending it twice creates one object."),
    ("campaign_id", "It is known once the campaign is created."),
    ("adgroup_id", "It is known once the ad group is created."),
    ("creatives", "Each ad is an entry of \"ads\"."),
];

/// Renames what has another name.
pub(in crate::tiktok) fn canonical(config: &Map<String, Value>) -> Canonical {
    let mut result = Canonical { config: config.clone(), ..Canonical::default() };
    let mut config = std::mem::take(&mut result.config);
    result.level(&mut config, "", CAMPAIGN);
    result.budget(&mut config, "");
    for (group_at, group) in objects(config.get_mut("ad_groups"), "/ad_groups") {
        result.level(group, &group_at, AD_GROUP);
        result.budget(group, &group_at);
        let ads_at = format!("{group_at}/ads");
        for (ad_at, ad) in objects(group.get_mut("ads"), &ads_at) {
            result.level(ad, &ad_at, AD);
        }
    }
    result.config = config;
    result
}

/// The objects of a list, each with its pointer.
fn objects<'a>(list: Option<&'a mut Value>, at: &str) -> Vec<(String, &'a mut Map<String, Value>)> {
    let items = list.and_then(Value::as_array_mut).into_iter().flatten().enumerate();
    items.filter_map(|(index, item)| Some((format!("{at}/{index}"), item.as_object_mut()?))).collect()
}

impl Canonical {
    /// The planner's pointer, from the ticket's root, to what is at a pointer of this configuration.
    pub(in crate::tiktok) fn as_written(&self, pointer: &str) -> String {
        let mut written = "/payload_config".to_owned();
        let mut end = 0;
        for token in pointer.split('/').skip(1) {
            end += 1 + token.len();
            written.push('/');
            let name = pointer.get(..end).and_then(|path| self.renamed.get(path));
            written.push_str(name.map_or(token, String::as_str));
        }
        written
    }

    fn level(&mut self, fields: &mut Map<String, Value>, at: &str, aliases: &[(&str, &str)]) {
        for (alias, name) in aliases {
            let Some(value) = fields.remove(*alias) else {
                continue;
            };
            if fields.contains_key(*name) {
                self.violations.push(
                    Violation::at(
                        format!("{at}/{alias}"),
                        format!("{alias} is another name of {name}, which is given too."),
                    )
                    .suggest(format!("Keep {name}.")),
                );
            } else {
                fields.insert((*name).to_owned(), value);
                self.renamed.insert(format!("{at}/{name}"), (*alias).to_owned());
            }
        }
        for (field, why) in HOUSE {
            if fields.remove(field).is_some() {
                let problem = format!("{field} cannot be set here. {why}");
                self.violations
                    .push(Violation::at(format!("{at}/{}", pointer_token(field)), problem).suggest("Remove it."));
            }
        }
    }

    /// `daily_budget` and `lifetime_budget` become an amount and its mode.
    fn budget(&mut self, fields: &mut Map<String, Value>, at: &str) {
        for (alias, mode) in BUDGETS {
            let Some(amount) = fields.remove(alias) else {
                continue;
            };
            let pointer = format!("{at}/{alias}");
            if fields.contains_key("budget") {
                self.violations.push(
                    Violation::at(pointer, "There are two budgets.")
                        .suggest("Keep one of budget, daily_budget and lifetime_budget."),
                );
                continue;
            }
            let given = fields.get("budget_mode").and_then(Value::as_str);
            match given {
                None => {
                    fields.insert("budget_mode".to_owned(), Value::from(mode));
                    self.renamed.insert(format!("{at}/budget_mode"), alias.to_owned());
                }
                Some(given) if agrees(given, mode) => {}
                Some(given) => self.violations.push(
                    Violation::at(pointer.clone(), format!("{alias} means {mode}, but budget_mode is {given}."))
                        .suggest("Remove budget_mode."),
                ),
            }
            fields.insert("budget".to_owned(), amount);
            self.renamed.insert(format!("{at}/budget"), alias.to_owned());
        }
    }
}

/// A dynamic daily budget is a daily one too.
fn agrees(given: &str, mode: &str) -> bool {
    given == mode || (given == "BUDGET_MODE_DYNAMIC_DAILY_BUDGET" && mode == "BUDGET_MODE_DAY")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(config: &Value) -> Canonical {
        canonical(config.as_object().unwrap())
    }

    #[test]
    fn other_names_become_tiktoks_and_pointers_lead_back() {
        let read = read(&json!({
            "objective": "TRAFFIC", "lifetime_budget": "900",
            "ad_sets": [{"daily_budget": 20, "start_time": "x", "ads": [{"ad_name": "A"}]}],
        }));
        assert_eq!(
            Value::Object(read.config.clone()),
            json!({
                "objective_type": "TRAFFIC", "budget": "900", "budget_mode": "BUDGET_MODE_TOTAL",
                "ad_groups": [{"budget": 20, "budget_mode": "BUDGET_MODE_DAY", "schedule_start_time": "x", "ads": [{"name": "A"}]}],
            })
        );
        assert_eq!(read.as_written("/objective_type"), "/payload_config/objective");
        assert_eq!(read.as_written("/budget_mode"), "/payload_config/lifetime_budget");
        assert_eq!(read.as_written("/ad_groups/0/budget"), "/payload_config/ad_sets/0/daily_budget");
        assert_eq!(read.as_written("/ad_groups/0/ads/0/name"), "/payload_config/ad_sets/0/ads/0/ad_name");
        assert_eq!(read.as_written("/ad_groups/0/pacing"), "/payload_config/ad_sets/0/pacing");
    }

    #[test]
    fn names_that_contradict_each_other_are_violations() {
        let two = read(&json!({"objective": "A", "objective_type": "B", "daily_budget": 1, "lifetime_budget": 2}));
        assert_eq!(
            two.violations.iter().map(|f| f.pointer.as_str()).collect::<Vec<_>>(),
            ["/objective", "/lifetime_budget"]
        );
        let mode = read(&json!({"daily_budget": 1, "budget_mode": "BUDGET_MODE_TOTAL"}));
        assert_eq!(
            mode.violations[0].problem,
            "daily_budget means BUDGET_MODE_DAY, but budget_mode is BUDGET_MODE_TOTAL."
        );
        assert!(
            read(&json!({"daily_budget": 1, "budget_mode": "BUDGET_MODE_DYNAMIC_DAILY_BUDGET"})).violations.is_empty()
        );
    }

    #[test]
    fn what_the_house_decides_cannot_be_set() {
        let violations = read(&json!({"operation_status": "ENABLE", "campaign_name": "x"})).violations;
        assert_eq!(violations.len(), 2);
        assert!(violations[1].problem.contains("DISABLE"));
    }
}

//! A view of one ad group with the defaults that it inherits.

use domain::{Violation, qa::Located};
use serde_json::{Map, Value};

use super::super::schemas;

/// The campaign's own budget; at the top these names are not defaults of ad groups.
const CAMPAIGN_ONLY: [&str; 2] = ["budget", "budget_mode"];

/// Fields, and where they stand.
#[derive(Debug, Clone)]
pub(in crate::tiktok) struct Scope<'a> {
    top: &'a Map<String, Value>,
    own: Option<(String, &'a Map<String, Value>)>,
}

impl<'a> Scope<'a> {
    /// The campaign's fields.
    pub(in crate::tiktok) fn campaign(config: &'a Map<String, Value>) -> Self {
        Self { top: config, own: None }
    }

    /// A field's value, and where it stands.
    pub(in crate::tiktok) fn get(&self, field: &str) -> Option<Located<&'a Value>> {
        if let Some((at, own)) = &self.own {
            if let Some(value) = own.get(field) {
                return Some(Located::at(format!("{at}/{field}"), value));
            }
            if CAMPAIGN_ONLY.contains(&field) {
                return None;
            }
        }
        self.top.get(field).map(|value| Located::at(format!("/{field}"), value))
    }

    /// A field's text.
    pub(in crate::tiktok) fn text(&self, field: &str) -> Option<&'a str> {
        self.get(field)?.value.as_str()
    }

    /// Whether a field is set to true.
    pub(in crate::tiktok) fn is_on(&self, field: &str) -> bool {
        self.get(field).is_some_and(|value| value.value == &Value::Bool(true))
    }

    /// The texts of a list.
    pub(in crate::tiktok) fn texts(&self, field: &str) -> Vec<&'a str> {
        let list = self.get(field).and_then(|list| list.value.as_array());
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The entries of a list, each with its pointer.
    pub(in crate::tiktok) fn entries(&self, field: &str) -> Vec<Located<&'a Value>> {
        let Some(list) = self.get(field) else {
            return Vec::new();
        };
        let items = list.value.as_array().into_iter().flatten().enumerate();
        items.map(|(index, item)| Located::at(format!("{}/{index}", list.pointer), item)).collect()
    }

    /// Where a field stands, or should stand.
    pub(in crate::tiktok) fn pointer(&self, field: &str) -> String {
        self.get(field).map_or_else(
            || self.own.as_ref().map_or_else(|| format!("/{field}"), |(at, _)| format!("{at}/{field}")),
            |value| value.pointer,
        )
    }

    /// A violation at a field.
    pub(in crate::tiktok) fn violation(&self, field: &str, problem: impl Into<String>) -> Violation {
        Violation::at(self.pointer(field), problem)
    }
}

/// An ad group, or where a ticket has none but says something of ad groups at the top, that.
#[derive(Debug, Clone)]
pub(in crate::tiktok) struct AdGroup<'a> {
    /// Its fields, the defaults included.
    pub(in crate::tiktok) scope: Scope<'a>,
    /// Its ads, each with its pointer.
    pub(in crate::tiktok) ads: Vec<Located<&'a Map<String, Value>>>,
    /// The fields as one object: the campaign's, the defaults, its own, and what we fill in.
    pub(in crate::tiktok) effective: Map<String, Value>,
}

impl<'a> AdGroup<'a> {
    /// The ad groups of a configuration.
    pub(in crate::tiktok) fn all(config: &'a Map<String, Value>) -> Vec<Self> {
        let listed: Vec<_> =
            config.get("ad_groups").and_then(Value::as_array).into_iter().flatten().enumerate().collect();
        if listed.is_empty() {
            return schemas::ad_group()
                .properties
                .keys()
                .any(|field| config.contains_key(field))
                .then(|| Self::new(config, None))
                .into_iter()
                .collect();
        }
        let groups =
            listed.into_iter().filter_map(|(index, group)| Some((format!("/ad_groups/{index}"), group.as_object()?)));
        groups.map(|own| Self::new(config, Some(own))).collect()
    }

    /// A field after our defaults.
    pub(in crate::tiktok) fn text(&self, field: &str) -> Option<&str> {
        self.effective.get(field)?.as_str()
    }

    fn new(config: &'a Map<String, Value>, own: Option<(String, &'a Map<String, Value>)>) -> Self {
        let mut effective = config.clone();
        effective.remove("ad_groups");
        for field in CAMPAIGN_ONLY {
            if let Some(value) = effective.remove(field) {
                effective.insert(format!("campaign_{field}"), value);
            }
        }
        let mut ads = Vec::new();
        if let Some((at, own)) = &own {
            effective.extend((*own).clone());
            let listed = effective.remove("ads").and(own.get("ads")).and_then(Value::as_array).into_iter().flatten();
            ads.extend(
                listed
                    .enumerate()
                    .filter_map(|(index, ad)| Some(Located::at(format!("{at}/ads/{index}"), ad.as_object()?))),
            );
        }
        fill_in(&mut effective);
        Self { scope: Scope { top: config, own }, ads, effective }
    }
}

/// What follows from the other fields: `TikTok` asks for it, a planner need not.
fn fill_in(fields: &mut Map<String, Value>) {
    let set = |fields: &Map<String, Value>, names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
    let schedule = match (set(fields, &["schedule_start_time"]), set(fields, &["schedule_end_time"])) {
        (_, true) => Some("SCHEDULE_START_END"),
        (true, false) => Some("SCHEDULE_FROM_NOW"),
        (false, false) => None,
    };
    let capped = set(fields, &["bid_price", "conversion_bid_price", "roas_bid"]);
    let bid = if capped { "BID_TYPE_CUSTOM" } else { "BID_TYPE_NO_BID" };
    let defaults = [
        ("schedule_type", schedule),
        ("bid_type", Some(bid)),
        ("pacing", Some("PACING_MODE_SMOOTH")),
        ("placement_type", Some("PLACEMENT_TYPE_NORMAL")),
    ];
    for (field, value) in defaults {
        if let Some(value) = value
            && !fields.contains_key(field)
        {
            fields.insert(field.to_owned(), Value::from(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_ad_group_inherits_what_it_does_not_say() {
        let config = json!({
            "budget": "900", "gender": "GENDER_MALE", "languages": ["en"],
            "ad_groups": [{"gender": "GENDER_FEMALE", "ads": [{"ad_format": "SINGLE_VIDEO"}]}, {"budget": "20"}],
        });
        let groups = AdGroup::all(config.as_object().unwrap());
        let [first, second] = groups.as_slice() else { panic!("two ad groups") };
        assert_eq!(first.scope.pointer("gender"), "/ad_groups/0/gender");
        assert_eq!(first.scope.pointer("languages"), "/languages");
        assert_eq!(first.scope.pointer("pixel_id"), "/ad_groups/0/pixel_id");
        assert!(first.scope.get("budget").is_none(), "the campaign's budget is no default");
        assert_eq!(first.effective["campaign_budget"], "900");
        assert_eq!(first.text("bid_type"), Some("BID_TYPE_NO_BID"));
        assert_eq!(first.ads[0].pointer, "/ad_groups/0/ads/0");
        assert_eq!(second.effective["budget"], "20");
        assert_eq!(second.text("gender"), Some("GENDER_MALE"));
    }

    #[test]
    fn without_ad_groups_the_defaults_stand_for_one() {
        let none = json!({"objective_type": "REACH"});
        assert!(AdGroup::all(none.as_object().unwrap()).is_empty());
        let some = json!({"objective_type": "REACH", "location_ids": ["6252001"]});
        assert_eq!(AdGroup::all(some.as_object().unwrap())[0].scope.pointer("location_ids"), "/location_ids");
    }
}

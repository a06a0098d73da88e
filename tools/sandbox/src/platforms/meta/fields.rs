//! The parameters that an object keeps, their form in answers, and the fields that a caller may ask for.

use serde_json::{Map, Value, json};

use super::error::{Refusal, Result};
use super::params::Params;
use super::time;
use crate::store::Store;
use crate::{Kind, Object};

const COMMON: &[&str] = &[
    "id",
    "name",
    "account_id",
    "status",
    "configured_status",
    "effective_status",
    "created_time",
    "updated_time",
    "adlabels",
    "issues_info",
    "recommendations",
];

const CAMPAIGN: &[&str] = &[
    "objective",
    "special_ad_categories",
    "special_ad_category",
    "special_ad_category_country",
    "buying_type",
    "daily_budget",
    "lifetime_budget",
    "budget_remaining",
    "bid_strategy",
    "is_adset_budget_sharing_enabled",
    "spend_cap",
    "promoted_object",
    "start_time",
    "stop_time",
    "source_campaign_id",
    "pacing_type",
    "budget_schedule_specs",
    "is_budget_schedule_enabled",
    "is_skadnetwork_attribution",
    "smart_promotion_type",
    "frequency_control_specs",
    "topline_id",
];

const AD_SET: &[&str] = &[
    "campaign_id",
    "targeting",
    "billing_event",
    "optimization_goal",
    "daily_budget",
    "lifetime_budget",
    "budget_remaining",
    "start_time",
    "end_time",
    "bid_amount",
    "bid_strategy",
    "bid_constraints",
    "promoted_object",
    "destination_type",
    "attribution_spec",
    "frequency_control_specs",
    "adset_schedule",
    "pacing_type",
    "daily_min_spend_target",
    "daily_spend_cap",
    "lifetime_min_spend_target",
    "lifetime_spend_cap",
    "dsa_beneficiary",
    "dsa_payor",
    "regional_regulated_categories",
    "regional_regulation_identities",
    "is_dynamic_creative",
    "is_sac_cfca_terms_certified",
    "source_adset_id",
    "rf_prediction_id",
    "value_rule_set_id",
    "tune_for_category",
    "optimization_sub_event",
    "multi_optimization_goal_weight",
    "existing_customer_budget_percentage",
    "is_incremental_attribution_enabled",
];

const CREATIVE: &[&str] = &[
    "object_story_spec",
    "object_story_id",
    "asset_feed_spec",
    "url_tags",
    "degrees_of_freedom_spec",
    "contextual_multi_ads",
    "authorization_category",
    "applink_treatment",
    "object_type",
    "thumbnail_url",
    "image_hash",
    "title",
    "body",
    "call_to_action_type",
];

const AD: &[&str] = &[
    "creative",
    "adset_id",
    "campaign_id",
    "tracking_specs",
    "conversion_domain",
    "ad_schedule_start_time",
    "ad_schedule_end_time",
    "bid_amount",
    "creative_audience_pairing_persona",
    "creative_automation_spec",
    "dataset_split_specs",
];

/// Amounts are returned as text (docs/platforms.md 1.4).
const MONEY: &[&str] = &[
    "daily_budget",
    "lifetime_budget",
    "spend_cap",
    "daily_min_spend_target",
    "daily_spend_cap",
    "lifetime_min_spend_target",
    "lifetime_spend_cap",
];

fn params_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Campaign => CAMPAIGN,
        Kind::AdSet => AD_SET,
        Kind::AdCreative => CREATIVE,
        Kind::Ad | Kind::AdGroup => AD,
    }
}

/// Meta's name of the node in its messages.
fn node(kind: Kind) -> &'static str {
    match kind {
        Kind::Campaign => "AdCampaignGroup",
        Kind::AdSet => "AdCampaign",
        Kind::AdCreative => "AdCreative",
        Kind::Ad | Kind::AdGroup => "Adgroup",
    }
}

/// The parameters that an object keeps. Unknown ones are ignored silently, as at Meta.
pub(super) fn kept(params: &Params, kind: Kind) -> Map<String, Value> {
    let mut kept = Map::new();
    for key in params_of(kind).iter().chain(&["adlabels"]) {
        if let Some(value) = params.decoded(key) {
            kept.insert((*key).to_owned(), normal(key, value));
        }
    }
    kept
}

fn normal(key: &str, value: Value) -> Value {
    match value {
        Value::Number(number) if MONEY.contains(&key) => Value::String(number.to_string()),
        Value::String(text) if text == "true" => Value::Bool(true),
        Value::String(text) if text == "false" => Value::Bool(false),
        Value::String(text) if key == "bid_amount" => text.parse::<i64>().map_or(Value::String(text), Value::from),
        other => match other.as_str().filter(|_| key.ends_with("_time")).and_then(time::parse) {
            Some(parsed) => Value::String(time::display(parsed)),
            None => other,
        },
    }
}

/// The fields that a caller asks for: `id,name,creative{id}`.
#[derive(Debug)]
pub(super) struct Selection(Vec<String>);

impl Selection {
    pub(super) fn read(params: &Params, kind: Kind) -> Result<Self> {
        let mut names = vec!["id".to_owned()];
        for name in split(&params.text("fields").unwrap_or_default()) {
            let known = COMMON.contains(&name.as_str())
                || params_of(kind).contains(&name.as_str())
                || matches!(name.as_str(), "campaign" | "adset");
            if !known {
                let node = node(kind);
                return Err(Refusal::parameter(format!(
                    "Tried accessing nonexisting field ({name}) on node type ({node})"
                )));
            }
            names.push(name);
        }
        Ok(Self(names))
    }

    /// The chosen fields of an object; absent ones are left out.
    pub(super) fn apply(&self, store: &Store, object: &Object) -> Value {
        let found = self.0.iter().filter_map(|name| Some((name.clone(), field(store, object, name)?)));
        Value::Object(found.collect())
    }
}

/// Splits at commas outside of braces and drops the text inside of them.
fn split(fields: &str) -> Vec<String> {
    let (mut names, mut name, mut depth) = (Vec::new(), String::new(), 0_u32);
    for letter in fields.chars() {
        match letter {
            '{' | '(' => depth = depth.saturating_add(1),
            '}' | ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => names.push(std::mem::take(&mut name)),
            _ if depth == 0 && !letter.is_whitespace() => name.push(letter),
            _ => {}
        }
    }
    names.push(name);
    names.retain(|name| !name.is_empty());
    names
}

pub(super) fn field(store: &Store, object: &Object, name: &str) -> Option<Value> {
    let campaign = || object.campaign_id.as_deref();
    Some(match name {
        "id" => json!(object.id),
        "name" => json!(object.name),
        "account_id" => json!(object.account),
        "status" | "configured_status" => json!(object.status),
        "effective_status" => json!(effective_status(store, object)),
        "created_time" => json!(time::display(object.created_at)),
        "updated_time" => json!(time::display(object.updated_at)),
        "campaign_id" => json!(campaign()?),
        "campaign" => json!({ "id": campaign()? }),
        "adset_id" if object.kind == Kind::Ad => json!(object.parent_id.as_deref()?),
        "adset" if object.kind == Kind::Ad => json!({ "id": object.parent_id.as_deref()? }),
        "budget_remaining" => {
            object.fields.get("daily_budget").or_else(|| object.fields.get("lifetime_budget"))?.clone()
        }
        other => object.fields.get(other)?.clone(),
    })
}

/// A paused parent shows in the child's effective status; its own status stays (docs/platforms.md 1.9).
pub(super) fn effective_status(store: &Store, object: &Object) -> String {
    if object.status != "ACTIVE" {
        return object.status.clone();
    }
    let paused = |id: Option<&str>| id.and_then(|id| store.get(id)).is_some_and(|parent| parent.status == "PAUSED");
    if matches!(object.kind, Kind::AdSet | Kind::Ad) && paused(object.campaign_id.as_deref()) {
        return "CAMPAIGN_PAUSED".to_owned();
    }
    if object.kind == Kind::Ad && paused(object.parent_id.as_deref()) {
        return "ADSET_PAUSED".to_owned();
    }
    object.status.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_selections_do_not_split_their_parent() {
        assert_eq!(split("id, name,creative{id,name},adset{campaign{id}}"), ["id", "name", "creative", "adset"]);
        assert_eq!(split(",,{,"), Vec::<String>::new());
    }
}

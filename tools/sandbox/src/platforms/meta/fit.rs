//! The goals that fit each objective (docs/platforms.md 1.6). The table there is the common subset, so combinations
//! outside of it are accepted: "the platform decides".

use serde_json::{Map, Value};

use super::error::{Refusal, Result};

/// Objective, destinations (empty: none given), goals.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const TABLE: &[Row] = &[
    ("OUTCOME_AWARENESS", &[], &["REACH", "IMPRESSIONS", "AD_RECALL_LIFT", "THRUPLAY"]),
    (
        "OUTCOME_TRAFFIC",
        &["", "WEBSITE"],
        &["LINK_CLICKS", "LANDING_PAGE_VIEWS", "REACH", "IMPRESSIONS", "QUALITY_CALL"],
    ),
    ("OUTCOME_TRAFFIC", &["APP"], &["LINK_CLICKS"]),
    ("OUTCOME_TRAFFIC", &["MESSENGER", "WHATSAPP"], &["LINK_CLICKS", "REACH", "IMPRESSIONS"]),
    ("OUTCOME_ENGAGEMENT", &["ON_POST"], &["POST_ENGAGEMENT", "REACH"]),
    ("OUTCOME_ENGAGEMENT", &["ON_PAGE"], &["PAGE_LIKES"]),
    ("OUTCOME_ENGAGEMENT", &["ON_EVENT"], &["EVENT_RESPONSES"]),
    ("OUTCOME_ENGAGEMENT", &["ON_VIDEO"], &["THRUPLAY"]),
    ("OUTCOME_ENGAGEMENT", &["MESSENGER", "WHATSAPP", "INSTAGRAM_DIRECT"], &["CONVERSATIONS", "LINK_CLICKS"]),
    ("OUTCOME_ENGAGEMENT", &["WEBSITE"], &["OFFSITE_CONVERSIONS"]),
    ("OUTCOME_LEADS", &["ON_AD"], &["LEAD_GENERATION", "QUALITY_LEAD"]),
    ("OUTCOME_LEADS", &["WEBSITE"], &["OFFSITE_CONVERSIONS", "LANDING_PAGE_VIEWS", "LINK_CLICKS"]),
    ("OUTCOME_LEADS", &["MESSENGER", "WHATSAPP"], &["LEAD_GENERATION"]),
    ("OUTCOME_APP_PROMOTION", &["APP"], &["APP_INSTALLS", "LINK_CLICKS", "OFFSITE_CONVERSIONS", "VALUE"]),
    ("OUTCOME_SALES", &["WEBSITE"], &["OFFSITE_CONVERSIONS", "VALUE", "LANDING_PAGE_VIEWS", "LINK_CLICKS"]),
    (
        "OUTCOME_SALES",
        &["MESSENGER", "WHATSAPP"],
        &["CONVERSATIONS", "OFFSITE_CONVERSIONS", "MESSAGING_PURCHASE_CONVERSION"],
    ),
];

/// Refuses a goal that the table gives to other objectives or destinations but not to these.
pub(super) fn goal(objective: &str, destination: Option<&str>, goal: &str) -> Result<()> {
    let destination = destination.unwrap_or_default();
    if !TABLE.iter().any(|(_, _, goals)| goals.contains(&goal)) {
        return Ok(());
    }
    let rows: Vec<&Row> = TABLE.iter().filter(|(owner, _, _)| *owner == objective).collect();
    let here: Vec<&Row> =
        rows.iter().copied().filter(|(_, destinations, _)| destinations.contains(&destination)).collect();
    let judged = if here.is_empty() { rows } else { here };
    if judged.is_empty() || judged.iter().any(|(_, _, goals)| goals.contains(&goal)) {
        return Ok(());
    }
    let place = if destination.is_empty() { String::new() } else { format!(" with destination {destination}") };
    Err(Refusal::invalid(
        "optimization_goal",
        "Performance goal isn't available",
        format!("The goal {goal} cannot be used with objective {objective}{place}."),
    ))
}

/// Goals that optimise for something need a promoted object. Goals that deliver without one (clicks, reach) do not need
/// it, even if the table names one: 1.4 says "most conversion goals".
pub(super) fn promoted_object(goal: &str, promoted: &Map<String, Value>) -> Result<()> {
    let has = |key: &str| promoted.get(key).is_some_and(|value| !value.is_null());
    let missing = match goal {
        "OFFSITE_CONVERSIONS" | "VALUE" => {
            let event = has("pixel_id") && has("custom_event_type");
            (!event && !has("product_set_id") && !has("application_id")).then_some("pixel_id and custom_event_type")
        }
        "APP_INSTALLS" => {
            (!has("application_id") || !has("object_store_url")).then_some("application_id and object_store_url")
        }
        "LEAD_GENERATION" | "QUALITY_LEAD" | "PAGE_LIKES" | "CONVERSATIONS" | "QUALITY_CALL" => {
            (!has("page_id")).then_some("page_id")
        }
        "EVENT_RESPONSES" => (!has("event_id")).then_some("event_id"),
        _ => None,
    };
    match missing {
        None => Ok(()),
        Some(keys) => Err(Refusal::invalid(
            "promoted_object",
            "Promoted object is missing",
            format!("The goal {goal} needs a promoted_object with {keys}."),
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_table_decides_where_it_speaks() {
        for (objective, destination, word, fits) in [
            ("OUTCOME_AWARENESS", None, "REACH", true),
            ("OUTCOME_AWARENESS", None, "LINK_CLICKS", false),
            ("OUTCOME_TRAFFIC", None, "LINK_CLICKS", true),
            ("OUTCOME_TRAFFIC", Some("WEBSITE"), "OFFSITE_CONVERSIONS", false),
            ("OUTCOME_TRAFFIC", Some("APP"), "REACH", false),
            ("OUTCOME_TRAFFIC", None, "PROFILE_VISIT", true),
            ("OUTCOME_ENGAGEMENT", Some("ON_PAGE"), "THRUPLAY", false),
            ("OUTCOME_ENGAGEMENT", None, "THRUPLAY", true),
            ("OUTCOME_LEADS", Some("ON_AD"), "LEAD_GENERATION", true),
            ("OUTCOME_SALES", Some("WEBSITE"), "REACH", false),
            ("OUTCOME_SALES", Some("SHOP_AUTOMATIC"), "VALUE", true),
            ("", None, "REACH", true),
        ] {
            assert_eq!(goal(objective, destination, word).is_ok(), fits, "{objective} {destination:?} {word}");
        }
    }

    #[test]
    fn conversion_goals_name_what_they_convert_to() {
        for (word, promoted, good) in [
            ("OFFSITE_CONVERSIONS", json!({"pixel_id": "1"}), false),
            ("OFFSITE_CONVERSIONS", json!({"pixel_id": "1", "custom_event_type": "PURCHASE"}), true),
            ("VALUE", json!({"product_set_id": "1"}), true),
            ("APP_INSTALLS", json!({"application_id": "1"}), false),
            ("APP_INSTALLS", json!({"application_id": "1", "object_store_url": "u"}), true),
            ("LEAD_GENERATION", json!({}), false),
            ("EVENT_RESPONSES", json!({"event_id": "1"}), true),
            ("LINK_CLICKS", json!({}), true),
        ] {
            assert_eq!(promoted_object(word, promoted.as_object().unwrap()).is_ok(), good, "{word} {promoted}");
        }
    }
}

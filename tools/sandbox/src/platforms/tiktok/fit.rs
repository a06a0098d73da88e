//! The objectives and billing events that fit each goal (docs/platforms.md 2.4). Goals outside of the table are
//! accepted.

use super::error::{Refusal, Result};

/// Goal, objectives, billing events.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

const TABLE: &[Row] = &[
    ("REACH", &["REACH"], &["CPM"]),
    ("SHOW", &["REACH", "VIDEO_VIEWS"], &["CPM"]),
    ("CLICK", &["TRAFFIC", "PRODUCT_SALES"], &["CPC", "CPM", "OCPM"]),
    ("TRAFFIC_LANDING_PAGE_VIEW", &["TRAFFIC"], &["OCPM"]),
    ("ENGAGED_VIEW", &["VIDEO_VIEWS"], &["OCPM", "CPV"]),
    ("ENGAGED_VIEW_FIFTEEN", &["VIDEO_VIEWS"], &["OCPM", "CPV"]),
    ("FOLLOWERS", &["ENGAGEMENT"], &["OCPM"]),
    ("PAGE_VISIT", &["ENGAGEMENT"], &["OCPM"]),
    ("LEAD_GENERATION", &["LEAD_GENERATION"], &["OCPM", "CPC"]),
    ("PREFERRED_LEAD", &["LEAD_GENERATION"], &["OCPM"]),
    ("CONVERSATION", &["LEAD_GENERATION"], &["OCPM"]),
    ("INSTALL", &["APP_PROMOTION"], &["OCPM"]),
    ("IN_APP_EVENT", &["APP_PROMOTION"], &["OCPM"]),
    ("CONVERT", &["WEB_CONVERSIONS", "PRODUCT_SALES", "LEAD_GENERATION"], &["OCPM"]),
    ("VALUE", &["WEB_CONVERSIONS", "APP_PROMOTION", "PRODUCT_SALES"], &["OCPM"]),
    ("MT_LIVE_ROOM", &["PRODUCT_SALES"], &["OCPM"]),
    ("PRODUCT_CLICK_IN_LIVE", &["PRODUCT_SALES"], &["OCPM"]),
];

pub(super) fn check(objective: &str, goal: &str, billing: &str) -> Result<()> {
    let Some((_, objectives, events)) = TABLE.iter().find(|(word, _, _)| *word == goal) else {
        return Ok(());
    };
    if !objectives.contains(&objective) {
        return Err(Refusal::invalid(format!("optimization_goal: {goal} is not supported for objective {objective}.")));
    }
    if !events.contains(&billing) {
        return Err(Refusal::invalid(format!(
            "billing_event: {billing} is not supported for optimization goal {goal}."
        )));
    }
    Ok(())
}

/// Upgraded Smart+: clicks are billed per click, all else by optimised impressions (2.6).
pub(super) fn smart_plus(goal: &str, billing: &str) -> Result<()> {
    let expected = if goal == "CLICK" { "CPC" } else { "OCPM" };
    if billing == expected {
        return Ok(());
    }
    Err(Refusal::invalid(format!("billing_event: Must be {expected} for optimization goal {goal}.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_decides_where_it_speaks() {
        for (objective, goal, billing, good) in [
            ("REACH", "REACH", "CPM", true),
            ("REACH", "REACH", "OCPM", false),
            ("TRAFFIC", "CLICK", "CPC", true),
            ("REACH", "CLICK", "CPC", false),
            ("WEB_CONVERSIONS", "CONVERT", "OCPM", true),
            ("WEB_CONVERSIONS", "CONVERT", "CPC", false),
            ("TRAFFIC", "DESTINATION_VISIT", "CPC", true),
        ] {
            assert_eq!(check(objective, goal, billing).is_ok(), good, "{objective} {goal} {billing}");
        }
        assert!(smart_plus("CLICK", "OCPM").is_err());
        assert!(smart_plus("CONVERT", "OCPM").is_ok());
    }
}

//! The settings that only `TikTok` has.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Which endpoints create campaigns. `TikTok` ends the manual ones on 2026-12-31 (reference page 1853452461203458); their
/// successor needs an allow-listed account, so an operator decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Flow {
    /// `/campaign/create/`.
    #[default]
    Manual,
    /// `/smart_plus/campaign/create/`, for the objectives that it takes; the others stay manual.
    SmartPlus,
}

impl Flow {
    /// Its word in settings and conditions.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::SmartPlus => "smart_plus",
        }
    }

    /// The flow of the request with this path: objects are found, read and changed where they were made.
    pub(super) fn that_made(path: &str) -> Self {
        if path.starts_with("/smart_plus/") { Self::SmartPlus } else { Self::Manual }
    }

    /// The flow that creates campaigns of an objective where `configured` is set.
    pub(super) fn of(configured: Self, objective: &str) -> Self {
        if SMART_PLUS_OBJECTIVES.contains(&objective) { configured } else { Self::Manual }
    }
}

/// The objectives that Smart+ takes.
const SMART_PLUS_OBJECTIVES: [&str; 3] = ["APP_PROMOTION", "WEB_CONVERSIONS", "LEAD_GENERATION"];

/// The objectives whose manual flow ends by the narrower reading of the announcement; `TikTok`'s own text names no exception.
const ENDING: [&str; 4] = ["PRODUCT_SALES", "WEB_CONVERSIONS", "APP_PROMOTION", "LEAD_GENERATION"];

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Options {
    /// `campaign_flow`: `manual` or `smart_plus`.
    pub(super) flow: Flow,
    /// `manual_flow_ends`: objectives, separated by commas or spaces.
    pub(super) manual_flow_ends: Vec<String>,
}

impl Options {
    /// Reads them by their names in `config/default.toml`. An unknown flow is the manual one: it works on every account.
    pub(super) fn read(options: &BTreeMap<String, String>) -> Self {
        let flow = match options.get("campaign_flow").map(|flow| flow.trim().to_ascii_lowercase()).as_deref() {
            Some("smart_plus") => Flow::SmartPlus,
            _ => Flow::Manual,
        };
        let manual_flow_ends = options.get("manual_flow_ends").map_or_else(
            || ENDING.map(str::to_owned).to_vec(),
            |list| {
                list.split([',', ' ', '[', ']', '"'])
                    .filter(|word| !word.is_empty())
                    .map(str::to_ascii_uppercase)
                    .collect()
            },
        );
        Self { flow, manual_flow_ends }
    }

    /// The flow that creates campaigns of an objective.
    pub(super) fn flow_of(&self, objective: &str) -> Flow {
        Flow::of(self.flow, objective)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_have_defaults_and_are_read() {
        let options = Options::read(&BTreeMap::new());
        assert_eq!(options.flow_of("WEB_CONVERSIONS"), Flow::Manual);
        assert!(options.manual_flow_ends.contains(&"PRODUCT_SALES".to_owned()));

        let given = BTreeMap::from([
            ("campaign_flow".to_owned(), "smart_plus".to_owned()),
            ("manual_flow_ends".to_owned(), "[\"traffic\", REACH]".to_owned()),
        ]);
        let options = Options::read(&given);
        assert_eq!(options.flow_of("WEB_CONVERSIONS"), Flow::SmartPlus);
        assert_eq!(options.flow_of("REACH"), Flow::Manual, "Smart+ does not take it");
        assert_eq!(options.manual_flow_ends, ["TRAFFIC", "REACH"]);
    }
}

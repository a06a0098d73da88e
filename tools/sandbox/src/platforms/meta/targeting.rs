//! The rules for `targeting` (docs/platforms.md 1.7 and 1.13).

use serde_json::{Map, Value, json};

use super::enums::{DEVICE_PLATFORMS, EU, EU_GROUPS, GEO_KEYS, PUBLISHER_PLATFORMS};
use super::error::{Refusal, Result};

#[derive(Clone, Copy, Debug)]
pub(super) struct Targeting<'a>(&'a Map<String, Value>);

impl<'a> Targeting<'a> {
    pub(super) fn new(fields: &'a Map<String, Value>) -> Self {
        Self(fields)
    }

    pub(super) fn check(self) -> Result<()> {
        self.geography()?;
        self.people()?;
        self.placements()?;
        self.advantage_audience()
    }

    fn geography(self) -> Result<()> {
        let Some(geo) = self.geo() else {
            return Err(Refusal::required("targeting[geo_locations]"));
        };
        if geo.contains_key("location_types") {
            return Err(Refusal::invalid(
                "targeting.geo_locations.location_types",
                "Location types can no longer be chosen",
                "Remove location_types: everybody in the location is reached.",
            )
            .subcode(1_870_199));
        }
        let filled = |value: &Value| value.as_array().is_some_and(|list| !list.is_empty());
        if !GEO_KEYS.iter().any(|key| geo.get(*key).is_some_and(filled)) {
            return Err(Refusal::invalid(
                "targeting.geo_locations",
                "Select a location",
                "Your ad set needs at least one location, such as a country.",
            ));
        }
        let countries = geo.get("countries").map(words).unwrap_or_default();
        let count = geo.get("countries").and_then(Value::as_array).map_or(0, Vec::len);
        let alpha2 = |code: &&str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if count != countries.len() || !countries.iter().all(alpha2) {
            return Err(Refusal::typed(
                "targeting.geo_locations.countries",
                "a list of ISO 3166-1 alpha-2 country codes",
            ));
        }
        Ok(())
    }

    fn people(self) -> Result<()> {
        let age = |key: &str| -> Result<Option<i64>> {
            match self.0.get(key) {
                None => Ok(None),
                Some(value) => match value.as_i64() {
                    Some(age) if (13..=65).contains(&age) => Ok(Some(age)),
                    _ => Err(Refusal::typed(&format!("targeting.{key}"), "an age from 13 to 65")),
                },
            }
        };
        if age("age_min")?.unwrap_or(18) > age("age_max")?.unwrap_or(65) {
            return Err(Refusal::invalid("targeting.age_min", "Invalid age", "age_min must not be above age_max."));
        }
        if let Some(genders) = self.0.get("genders") {
            let good =
                genders.as_array().is_some_and(|list| list.iter().all(|one| matches!(one.as_i64(), Some(1 | 2))));
            if !good {
                return Err(Refusal::typed("targeting.genders", "a list of 1 and 2"));
            }
        }
        Ok(())
    }

    fn placements(self) -> Result<()> {
        for (key, allowed) in [("publisher_platforms", PUBLISHER_PLATFORMS), ("device_platforms", DEVICE_PLATFORMS)] {
            let Some(value) = self.0.get(key) else { continue };
            let words = words(value);
            if words.len() != value.as_array().map_or(usize::MAX, Vec::len)
                || !words.iter().all(|word| allowed.contains(word))
            {
                return Err(Refusal::not_one_of(&format!("targeting.{key}"), allowed));
            }
        }
        let explore = self.0.get("instagram_positions").map(words).unwrap_or_default().contains(&"explore");
        if explore {
            return Err(Refusal::invalid(
                "targeting.instagram_positions",
                "Placement is not available",
                "The Instagram Explore placement can no longer be chosen.",
            ));
        }
        Ok(())
    }

    /// A narrowed audience must state 0 or 1; with 1, the age is only a suggestion.
    fn advantage_audience(self) -> Result<()> {
        const FIELD: &str = "targeting.targeting_automation.advantage_audience";
        let automation = self.0.get("targeting_automation").and_then(Value::as_object);
        let flag = match automation.and_then(|fields| fields.get("advantage_audience")) {
            None => None,
            Some(value) => match value.as_i64() {
                Some(flag @ (0 | 1)) => Some(flag),
                _ => return Err(Refusal::typed(FIELD, "0 or 1")),
            },
        };
        let narrowed = ["age_min", "age_max", "genders", "custom_audiences", "excluded_custom_audiences"]
            .iter()
            .chain(&["flexible_spec", "interests", "behaviors", "exclusions"])
            .any(|key| self.0.contains_key(*key));
        match flag {
            None if narrowed => Err(Refusal::invalid(
                FIELD,
                "Advantage audience flag required",
                "Set advantage_audience to 0 or 1 in targeting_automation when the audience is narrowed.",
            )),
            Some(1) => {
                let age = |key: &str| self.0.get(key).and_then(Value::as_i64);
                if age("age_min").is_some_and(|age| !(18..=25).contains(&age))
                    || age("age_max").is_some_and(|age| age != 65)
                {
                    return Err(Refusal::invalid(
                        "targeting.age_min",
                        "Age cannot be narrowed",
                        "With advantage audience, age_min must lie between 18 and 25 and age_max must be 65. Use age_range.",
                    ));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Housing, employment and financial ads reach every age, every gender, and no single postcode (1.13).
    pub(super) fn check_special_category(self) -> Result<()> {
        let age = |key: &str, only: i64| self.0.get(key).is_some_and(|value| value.as_i64() != Some(only));
        let zips = self.geo().is_some_and(|geo| geo.contains_key("zips"));
        let excluded = self.0.contains_key("excluded_geo_locations");
        let field = if age("age_min", 18) {
            "age_min"
        } else if age("age_max", 65) {
            "age_max"
        } else if self.0.get("genders").is_some_and(|value| value.as_array().is_none_or(|list| list.len() == 1)) {
            "genders"
        } else if zips {
            "geo_locations"
        } else if excluded {
            "excluded_geo_locations"
        } else {
            return Ok(());
        };
        Err(Refusal::invalid(
            &format!("targeting.{field}"),
            "Targeting is limited for this ad category",
            format!("{field} cannot be narrowed in a campaign of a special ad category."),
        ))
    }

    pub(super) fn reaches_eu(self) -> bool {
        let Some(geo) = self.geo() else { return false };
        let list = |key: &str| geo.get(key).map(words).unwrap_or_default();
        let country_of = |key: &str| {
            let places = geo.get(key).and_then(Value::as_array);
            places.into_iter().flatten().filter_map(|place| place.get("country").and_then(Value::as_str)).collect()
        };
        let by_place: [Vec<&str>; 3] = [country_of("regions"), country_of("cities"), country_of("custom_locations")];
        list("countries").iter().any(|code| EU.contains(code))
            || list("country_groups").iter().any(|group| EU_GROUPS.contains(group))
            || by_place.iter().flatten().any(|code| EU.contains(code))
    }

    fn geo(self) -> Option<&'a Map<String, Value>> {
        self.0.get("geo_locations").and_then(Value::as_object)
    }
}

/// New ad sets have it on by default (since v23).
pub(super) fn default_advantage_audience(adset: &mut Map<String, Value>) {
    if let Some(Value::Object(targeting)) = adset.get_mut("targeting") {
        targeting.entry("targeting_automation").or_insert_with(|| json!({ "advantage_audience": 1 }));
    }
}

fn words(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

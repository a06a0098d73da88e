//! Fields that exist, but not for this objective or flow: "unknown" would be the wrong word for them.

use domain::Violation;
use serde_json::{Map, Value};

use crate::rules::Report;

use super::super::{
    schemas::{self, is_for},
    settings::Flow,
};

/// The configuration without such fields, which are noted.
pub(super) fn without_strangers(
    config: &Map<String, Value>,
    objective: &str,
    flow: Flow,
    report: &mut Report,
) -> Map<String, Value> {
    let mut config = config.clone();
    let mut strangers = |fields: &mut Map<String, Value>, at: &str, known: &[&Map<String, Value>]| {
        strangers(fields, at, known, objective, flow, report);
    };
    strangers(&mut config, "", &[&schemas::campaign().properties, &schemas::ad_group().properties]);
    let groups = config.get_mut("ad_groups").and_then(Value::as_array_mut).into_iter().flatten();
    for (index, group) in groups.enumerate() {
        if let Some(group) = group.as_object_mut() {
            strangers(group, &format!("/ad_groups/{index}"), &[&schemas::ad_group().properties]);
        }
    }
    config
}

fn strangers(
    fields: &mut Map<String, Value>,
    at: &str,
    known: &[&Map<String, Value>],
    objective: &str,
    flow: Flow,
    report: &mut Report,
) {
    fields.retain(|name, _| {
        let mut definitions = known.iter().filter_map(|properties| properties.get(name)).peekable();
        if definitions.peek().is_none() || definitions.clone().any(|field| is_for(field, objective, flow)) {
            return true;
        }
        let objectives: Vec<&str> = definitions
            .flat_map(|field| field["x-objectives"].as_array().into_iter().flatten())
            .filter_map(Value::as_str)
            .collect();
        let violation = Violation::at(
            format!("{at}/{name}"),
            format!("{name} is not for campaigns with the objective {objective}."),
        );
        report.violation(if objectives.is_empty() {
            Violation { problem: format!("{name} is for the Smart+ flow only."), ..violation }.suggest("Remove it.")
        } else {
            violation.suggest(format!("Remove it; it is for {}.", objectives.join(", ")))
        });
        false
    });
}

//! What every translator's requests must hold.

use domain::deployment::{Place, PlannedStep};
use serde_json::Value;

/// Each reference stands where a marker is, and each value that is not known yet has a reference.
#[track_caller]
pub(crate) fn assert_whole(steps: &[PlannedStep]) {
    for step in steps {
        for reference in &step.request.references {
            let Place::Body(pointer) = &reference.place else { continue };
            let marker = format!("{{{{{}}}}}", reference.source.word());
            assert_eq!(step.request.body.pointer(pointer), Some(&Value::String(marker)), "{} {pointer}", step.key);
        }
        assert!(!has_null(&step.request.body), "a value of {} has no reference: {}", step.key, step.request.body);
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

//! Values as `TikTok` writes them: exact numbers, UTC times, plain ids.

use domain::{Violation, money::micros_of_decimal};
use serde_json::{Map, Value};

use crate::{
    amounts::{decimal_text, json_number},
    times::{utc_text, utc_time},
};

use super::super::schemas::Level;

/// The fields that a level knows, with their values as `TikTok` writes them. `pointer` says where a field stands.
pub(super) fn on_the_wire(
    fields: &Map<String, Value>,
    level: &Level,
    pointer: &dyn Fn(&str) -> String,
) -> Result<Map<String, Value>, Violation> {
    let mut wire = Map::new();
    for (name, value) in fields {
        let Some(definition) = level.field(name) else {
            continue;
        };
        let kind = definition["x-kind"].as_str().unwrap_or_default();
        let written = convert(kind, value).map_err(|violation| Violation { pointer: pointer(name), ..violation })?;
        wire.insert(name.clone(), written);
    }
    Ok(wire)
}

fn convert(kind: &str, value: &Value) -> Result<Value, Violation> {
    Ok(match kind {
        "amount" => number(value)?,
        "time" => Value::String(utc_text(utc_time(value.as_str().unwrap_or_default())?)),
        "numeric_id" => integer(value)?,
        "terms" => ids(value),
        "actions" => each(value, "action_category_ids", |categories| Ok(ids(categories)))?,
        "keywords" => each(value, "keyword_bid", number)?,
        _ => value.clone(),
    })
}

/// An exact amount as a JSON number.
pub(super) fn number(value: &Value) -> Result<Value, Violation> {
    let text = decimal_text(value).unwrap_or_default();
    let micros = micros_of_decimal(&text)?;
    json_number(micros).map(Value::Number).ok_or_else(|| {
        Violation::at("", format!("{text} cannot be written exactly as a JSON number.")).suggest("Use fewer digits.")
    })
}

fn integer(value: &Value) -> Result<Value, Violation> {
    let text = decimal_text(value).unwrap_or_default();
    text.parse::<u64>()
        .map(Value::from)
        .map_err(|_| Violation::at("", format!("{text:?} is no id.")).suggest("Use digits only."))
}

/// The ids of terms that may carry their names.
fn ids(terms: &Value) -> Value {
    let list = terms.as_array().into_iter().flatten();
    list.map(|term| term.get("id").unwrap_or(term).clone()).collect()
}

/// Objects of a list, with one of their fields converted.
fn each(list: &Value, field: &str, convert: impl Fn(&Value) -> Result<Value, Violation>) -> Result<Value, Violation> {
    let objects = list.as_array().into_iter().flatten().map(|object| {
        let mut object = object.clone();
        if let Some(value) = object.get_mut(field) {
            *value = convert(value)?;
        }
        Ok(object)
    });
    objects.collect::<Result<Vec<_>, Violation>>().map(Value::Array)
}

//! Meta's own messages. Graph API, handling-errors.

use serde::Deserialize;
use serde_json::Value;

use super::super::wire::answer::GraphError;

/// The place of the violation: `[["targeting", "geo_locations"]]`.
#[derive(Deserialize)]
struct ErrorData {
    #[serde(default)]
    blame_field_specs: Vec<Vec<Value>>,
}

/// `100/4834011`, or `190`.
pub(super) fn code(error: &GraphError) -> String {
    error.error_subcode.map_or_else(|| error.code.to_string(), |subcode| format!("{}/{subcode}", error.code))
}

/// Meta's message for its users, with the fields that it blames; otherwise its message for developers.
pub(super) fn message(error: &GraphError) -> String {
    let present = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let words = match (present(&error.error_user_title), present(&error.error_user_msg)) {
        (Some(title), Some(text)) => format!("{}: {text}", title.trim_end_matches(['.', ':'])),
        (None, Some(text)) => text,
        (Some(title), None) if error.message.is_empty() => title,
        (Some(title), None) => format!("{}: {}", title.trim_end_matches(['.', ':']), error.message),
        (None, None) if error.message.is_empty() => "It gave no reason.".to_owned(),
        (None, None) => error.message.clone(),
    };
    let blamed = blamed(error.error_data.as_ref());
    if blamed.is_empty() { words } else { format!("{words} (field: {})", blamed.join(", ")) }
}

fn blamed(data: Option<&Value>) -> Vec<String> {
    // An object, or its JSON in a string.
    let data: Option<ErrorData> = match data {
        Some(Value::String(text)) => serde_json::from_str(text).ok(),
        Some(value) => serde_json::from_value(value.clone()).ok(),
        None => None,
    };
    let fields = data.map(|data| data.blame_field_specs).unwrap_or_default();
    let path = |field: &Vec<Value>| {
        let parts: Vec<String> =
            field.iter().map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned)).collect();
        parts.join(".")
    };
    fields.iter().map(path).filter(|path| !path.is_empty()).collect()
}

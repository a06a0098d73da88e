//! Double braces that are the planner's: Meta fills in `{{campaign.name}}` and the like in links by itself, so our own
//! filling in of placeholders must not take them for its own.

use serde_json::Value;

/// A brace that is followed by a character without width, so that no two stand together.
const PROTECTED: &str = "{\u{2060}";

/// `value` with no two opening braces together in any text.
pub(super) fn protect(value: &Value) -> Value {
    replaced(value, "{", PROTECTED)
}

/// What was protected, as it was.
pub(super) fn restore(value: &Value) -> Value {
    replaced(value, PROTECTED, "{")
}

fn replaced(value: &Value, from: &str, to: &str) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace(from, to)),
        Value::Array(items) => items.iter().map(|item| replaced(item, from, to)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, field)| (name.clone(), replaced(field, from, to))).collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use domain::deployment::RequestTemplate;
    use serde_json::json;

    use super::*;

    #[test]
    fn metas_own_macros_survive_the_filling_in_of_ids() {
        let given =
            json!({"url_tags": "utm_campaign={{campaign.name}}&x={{{ad}}}", "list": [{"deep": "{{campaign}}"}]});
        let mut body = protect(&given);
        body["campaign_id"] = json!("{{campaign}}");
        let template = RequestTemplate { method: "POST".into(), path: "/x".into(), body };
        let filled = template.fill(&|key| (key == "campaign").then(|| "77".to_owned())).unwrap();
        let mut sent = restore(&filled.body);
        assert_eq!(sent["campaign_id"].take(), json!("77"));
        sent.as_object_mut().unwrap().remove("campaign_id");
        assert_eq!(sent, given);
    }
}

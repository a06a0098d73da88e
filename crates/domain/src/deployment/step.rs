//! Steps: the objects that a ticket becomes, in the order in which the platform wants them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{DeploymentId, StepId, Timestamp, ticket::lifecycle::ExternalId};

use super::InFlight;

/// What kind of object a step makes or changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// A campaign.
    Campaign,
    /// An ad set (Meta) or ad group (`TikTok`, Google).
    AdSet,
    /// An ad creative (Meta).
    Creative,
    /// An ad.
    Ad,
    /// A change of an object that exists: saying it twice is harmless.
    Update,
}

impl ObjectKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Campaign, Self::AdSet, Self::Creative, Self::Ad, Self::Update];

    /// The word in the API and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::AdSet => "ad_set",
            Self::Creative => "creative",
            Self::Ad => "ad",
            Self::Update => "update",
        }
    }

    /// The kind of that word.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A request to a platform, before the ids of earlier steps are known.
///
/// Any string of `path` or `body` may hold placeholders: `{{campaign}}` stands for the id that the step with the key
/// `campaign` will get, `{{idempotency_key}}` for the step's own key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestTemplate {
    /// `POST` or `GET`.
    pub method: String,
    /// Path and query below the connector's base URL and version, such as `/act_123/campaigns`.
    pub path: String,
    /// The JSON body; null for none.
    pub body: Value,
}

/// How to find a step's object again by its exact name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// What to look for.
    pub kind: ObjectKind,
    /// The account's id without prefix.
    pub account_id: String,
    /// The exact name.
    pub name: String,
    /// The parent that the object lies in, where that narrows the search; may be a placeholder.
    pub parent: Option<String>,
}

/// A step as a connector plans it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// Unique within the ticket: `campaign`, `ad_set_1`, `creative_1_2`, `ad_1_2`.
    pub key: String,
    /// What it makes.
    pub kind: ObjectKind,
    /// The object's unique name on the platform.
    pub name: String,
    /// What will be sent.
    pub request: RequestTemplate,
    /// How to find the object again; none for a change that may be repeated.
    pub lookup: Option<Lookup>,
}

/// Where a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepState {
    /// Nothing was sent, or what was sent was surely not accepted.
    Planned,
    /// The intent is written: it may have been sent, and its outcome is not known.
    Sent {
        /// When.
        at: Timestamp,
        /// Whether the platform may still be at it.
        in_flight: InFlight,
        /// How many look-ups in a row found nothing.
        misses: i32,
    },
    /// The object exists.
    Done {
        /// Its id.
        external_id: ExternalId,
    },
    /// The platform refused it.
    Refused {
        /// The platform's words.
        reason: String,
    },
}

impl StepState {
    /// The word in the API and the database.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Planned => "PLANNED",
            Self::Sent { .. } => "SENT",
            Self::Done { .. } => "DONE",
            Self::Refused { .. } => "REFUSED",
        }
    }
}

/// A field of an object that is not on the platform as it was meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// Its path in the request's body: `daily_budget`, `targeting/geo_locations/countries`.
    pub field: String,
    /// What was sent.
    pub meant: Value,
    /// What the platform has; null where it shows nothing.
    pub found: Value,
}

/// What came of reading an object back after it was created.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadBack {
    /// These fields differ from what was meant; none when all is well.
    Compared(Vec<Difference>),
    /// It could not be read yet, and is tried once more before the deployment ends; says why.
    Later(String),
    /// It could not be read; says why.
    Unread(String),
}

impl ReadBack {
    /// The word in the timeline of attempts.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Compared(differences) if differences.is_empty() => "agrees",
            Self::Compared(_) => "differs",
            Self::Later(_) | Self::Unread(_) => "unread",
        }
    }
}

/// A step of a deployment.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Identity.
    pub id: StepId,
    /// The deployment.
    pub deployment_id: DeploymentId,
    /// Its place in the order, from 0.
    pub position: i32,
    /// What was planned.
    pub plan: PlannedStep,
    /// A 63-bit number as text, the same however often the step is sent.
    pub idempotency_key: String,
    /// Where it is.
    pub state: StepState,
    /// What came of reading its object back; none before, and for changes.
    pub read_back: Option<ReadBack>,
}

impl Step {
    /// Whether its object is, or may be, on the platform.
    pub fn may_exist(&self) -> bool {
        matches!(self.state, StepState::Sent { .. } | StepState::Done { .. })
    }

    /// Whether saying it twice is harmless, so that an unknown outcome needs no look-up.
    pub fn is_repeatable(&self) -> bool {
        self.plan.lookup.is_none()
    }
}

/// The placeholder of a step's own idempotency key.
pub const IDEMPOTENCY_KEY: &str = "{{idempotency_key}}";

/// The placeholder of the id that step `key` will get.
pub fn id_of(key: &str) -> String {
    format!("{{{{{key}}}}}")
}

impl RequestTemplate {
    /// The request with its placeholders filled in by `value_of`; the key of the first that has no value yet otherwise.
    pub fn fill(&self, value_of: &dyn Fn(&str) -> Option<String>) -> Result<Self, String> {
        Ok(Self {
            method: self.method.clone(),
            path: fill_text(&self.path, value_of)?,
            body: fill_value(&self.body, value_of)?,
        })
    }
}

/// `text` with its placeholders filled in.
pub fn fill_text(text: &str, value_of: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let Some(length) = rest[start..].find("}}") else {
            break;
        };
        let key = &rest[start + 2..start + length];
        filled.push_str(&rest[..start]);
        filled.push_str(&value_of(key).ok_or_else(|| key.to_owned())?);
        rest = &rest[start + length + 2..];
    }
    filled.push_str(rest);
    Ok(filled)
}

fn fill_value(value: &Value, value_of: &dyn Fn(&str) -> Option<String>) -> Result<Value, String> {
    Ok(match value {
        Value::String(text) => Value::String(fill_text(text, value_of)?),
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| fill_value(item, value_of)).collect::<Result<_, _>>()?)
        }
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(key, field)| fill_value(field, value_of).map(|filled| (key.clone(), filled)))
                .collect::<Result<_, _>>()?,
        ),
        other => other.clone(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn placeholders_are_filled_in_everywhere() {
        let template = RequestTemplate {
            method: "POST".into(),
            path: "/{{campaign}}/copies".into(),
            body: json!({"campaign_id": id_of("campaign"), "list": [IDEMPOTENCY_KEY, 1], "plain": "{{ not one"}),
        };
        let known = |key: &str| match key {
            "campaign" => Some("77".to_owned()),
            "idempotency_key" => Some("123".to_owned()),
            _ => None,
        };
        let filled = template.fill(&known).unwrap();
        assert_eq!(filled.path, "/77/copies");
        assert_eq!(filled.body, json!({"campaign_id": "77", "list": ["123", 1], "plain": "{{ not one"}));
        assert_eq!(template.fill(&|_| None), Err("campaign".to_owned()));
    }
}

//! The event log's entries: who changed what, when, from what to what.

use serde_json::Value;

use crate::{EventId, Timestamp};

/// Who caused a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor(pub String);

impl Actor {
    /// A person or program at the HTTP API or the command line.
    pub fn user(name: &str) -> Self {
        Self(format!("user:{name}"))
    }

    /// The deployment engine.
    pub fn worker() -> Self {
        Self("system:worker".to_owned())
    }

    /// The QA engine, when a rule's change sends tickets back.
    pub fn qa() -> Self {
        Self("system:qa".to_owned())
    }
}

/// One state change; appended in the transaction that makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Identity; the `CloudEvents` id.
    pub id: EventId,
    /// What happened, such as `ticket.status_changed`.
    pub kind: &'static str,
    /// The entity, such as `tickets/<id>`.
    pub subject: String,
    /// The person or process that caused it.
    pub actor: Actor,
    /// The time of the event.
    pub time: Timestamp,
    /// Before and after, and further data for readers.
    pub data: Value,
}

//! Events, as `CloudEvents` 1.0.

use app::events::LoggedEvent;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::rfc3339;

/// An event in the form of `CloudEvents` 1.0 JSON.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Event)]
pub(crate) struct EventBody {
    /// Always `1.0`.
    #[schema(example = "1.0")]
    pub(crate) specversion: &'static str,
    /// Identity.
    pub(crate) id: Uuid,
    /// Always `/omnitraffick`.
    #[schema(example = "/omnitraffick")]
    pub(crate) source: &'static str,
    /// The type of event.
    #[serde(rename = "type")]
    #[schema(example = "ticket.status_changed")]
    pub(crate) kind: String,
    /// The entity.
    #[schema(example = "tickets/0195e9a0-0000-7000-8000-000000000000")]
    pub(crate) subject: String,
    /// The time of the event (RFC 3339, UTC).
    #[schema(format = DateTime)]
    pub(crate) time: String,
    /// Always `application/json`.
    #[schema(example = "application/json")]
    pub(crate) datacontenttype: &'static str,
    /// Its position in the log; resume the feed with `?after=`.
    pub(crate) seq: i64,
    /// The person or process that caused it.
    #[schema(example = "user:api")]
    pub(crate) actor: String,
    /// Before and after, and further data for readers. Lists and the feed omit large parts, and then `"omitted": true`
    /// is set: the event itself has them.
    pub(crate) data: Value,
}

impl From<LoggedEvent> for EventBody {
    fn from(event: LoggedEvent) -> Self {
        Self {
            specversion: "1.0",
            id: event.id.0,
            source: "/omnitraffick",
            kind: event.kind,
            subject: event.subject,
            time: rfc3339(event.time),
            datacontenttype: "application/json",
            seq: event.seq,
            actor: event.actor.0,
            data: event.data,
        }
    }
}

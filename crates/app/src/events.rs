//! The event log as an audit trail and as a feed.

use domain::{EventId, Timestamp, event::Actor, list::EventFilter};
use serde_json::Value;
use store::events::Recorded;

use crate::{App, AppError, Result};

/// An event of the log, as its readers see it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggedEvent {
    /// Its place in the log; grows, with gaps.
    pub seq: i64,
    /// Identity.
    pub id: EventId,
    /// The kind of event, such as `ticket.status_changed`.
    pub kind: String,
    /// The entity, such as `tickets/<id>`.
    pub subject: String,
    /// The person or program that caused it.
    pub actor: Actor,
    /// The moment at which it happened.
    pub time: Timestamp,
    /// Before and after, and what else a reader needs. Lists and the feed leave large parts out, and say so by `omitted`.
    pub data: Value,
}

impl From<Recorded> for LoggedEvent {
    fn from(Recorded { seq, id, kind, subject, actor, time, data }: Recorded) -> Self {
        Self { seq, id, kind, subject, actor, time, data }
    }
}

pub(crate) fn logged(events: Vec<Recorded>) -> Vec<LoggedEvent> {
    events.into_iter().map(LoggedEvent::from).collect()
}

impl App {
    /// The newest events that pass the filter, newest first.
    pub async fn newest_events(&self, filter: &EventFilter, limit: u64) -> Result<Vec<LoggedEvent>> {
        Ok(logged(store::events::newest(self.store().reader(), filter, limit).await?))
    }

    /// One event, with all of its data.
    pub async fn event_at(&self, seq: i64) -> Result<LoggedEvent> {
        let event = store::events::at(self.store().reader(), seq).await?;
        event.map(LoggedEvent::from).ok_or_else(|| AppError::NotFound(format!("There is no event with the seq {seq}.")))
    }

    /// The number of events that pass the filter, before and after its `before`; above 10,000 as of some seconds ago.
    pub async fn count_events(&self, filter: &EventFilter) -> Result<u64> {
        Ok(store::events::total(self.store(), filter).await?)
    }

    /// Events after `after`, in order, up to the feed's final position.
    pub async fn events_after(&self, after: i64, up_to: i64, limit: u64) -> Result<Vec<LoggedEvent>> {
        Ok(logged(store::events::between(self.store().reader(), after, up_to, limit).await?))
    }

    /// The highest `seq` of the log; events with lower ones may still be committed.
    pub async fn last_event(&self) -> Result<i64> {
        Ok(store::events::last(self.store().reader()).await?)
    }
}

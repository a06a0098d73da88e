//! The event log as an audit trail.

use store::events::{EventFilter, Recorded};

use crate::{App, AppError, Result};

impl App {
    /// The newest events that match the filter, before `before` if it is given.
    pub async fn newest_events(&self, filter: &EventFilter, before: Option<i64>, limit: u64) -> Result<Vec<Recorded>> {
        Ok(store::events::newest(self.store().reader(), filter, before, limit).await?)
    }

    /// One event, with all of its data.
    pub async fn event_at(&self, seq: i64) -> Result<Recorded> {
        let event = store::events::at(self.store().reader(), seq).await?;
        event.ok_or_else(|| AppError::NotFound(format!("There is no event with the seq {seq}.")))
    }

    /// The number of events that match the filter; above 10,000 it may be some seconds old.
    pub async fn count_events(&self, filter: &EventFilter) -> Result<u64> {
        Ok(store::events::total(self.store(), filter).await?)
    }

    /// Events after `after`, in order, up to the feed's final position.
    pub async fn events_after(&self, after: i64, up_to: i64, limit: u64) -> Result<Vec<Recorded>> {
        Ok(store::events::between(self.store().reader(), after, up_to, limit).await?)
    }

    /// The highest `seq` of the log; events with lower ones may still be committed.
    pub async fn last_event(&self) -> Result<i64> {
        Ok(store::events::last(self.store().reader()).await?)
    }
}

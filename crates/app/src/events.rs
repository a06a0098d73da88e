//! The event log as an audit trail.

use store::events::{EventFilter, Recorded};

use crate::{App, AppError, Result};

impl App {
    /// The newest events that the filter lets through, before `before` where it is given.
    pub async fn newest_events(&self, filter: &EventFilter, before: Option<i64>, limit: u64) -> Result<Vec<Recorded>> {
        Ok(store::events::newest(self.store().reader(), filter, before, limit).await?)
    }

    /// One event, whole.
    pub async fn event_at(&self, seq: i64) -> Result<Recorded> {
        let event = store::events::at(self.store().reader(), seq).await?;
        event.ok_or_else(|| AppError::NotFound(format!("There is no event with the seq {seq}.")))
    }

    /// How many events the filter lets through; above 10,000 as of some seconds ago.
    pub async fn count_events(&self, filter: &EventFilter) -> Result<u64> {
        Ok(store::events::total(self.store(), filter).await?)
    }

    /// Events behind `after`, in order, up to what the feed has found final.
    pub async fn events_after(&self, after: i64, up_to: i64, limit: u64) -> Result<Vec<Recorded>> {
        Ok(store::events::between(self.store().reader(), after, up_to, limit).await?)
    }

    /// The highest `seq` of the log; events with lower ones may still be on their way.
    pub async fn last_event(&self) -> Result<i64> {
        Ok(store::events::last(self.store().reader()).await?)
    }
}

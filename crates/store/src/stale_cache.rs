//! Counts that take long: kept for a while, and refreshed in the background.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use parking_lot::{Mutex, MutexGuard};

use tracing::warn;

use crate::Result;

/// The lifetime of a count, and the number of kept ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    /// Younger ones are used directly.
    pub(crate) fresh: Duration,
    /// Older ones are not used. Those in between are used, and refreshed for the next request.
    pub(crate) usable: Duration,
    /// With more, the oldest is dropped.
    pub(crate) most: usize,
}

/// Counts by their key. Cheap to clone; clones share their counts.
#[derive(Debug)]
pub(crate) struct StaleCache<V>(Arc<Inner<V>>);

#[derive(Debug)]
struct Inner<V> {
    terms: Terms,
    known: Mutex<HashMap<String, Known<V>>>,
    /// One count at a time: they read much, and several callers share the result of one.
    counting: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Known<V> {
    value: V,
    since: Instant,
    /// A refresh is under way.
    renewing: bool,
}

impl<V> Clone for StaleCache<V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<V: Clone + Send + 'static> StaleCache<V> {
    pub(crate) fn new(terms: Terms) -> Self {
        Self(Arc::new(Inner { terms, known: Mutex::default(), counting: tokio::sync::Mutex::default() }))
    }

    /// The known count, unless it is too old. If it is not fresh, `count` refreshes it in the background.
    pub(crate) fn known<F>(&self, key: &str, count: impl FnOnce() -> F + Send + 'static) -> Option<V>
    where
        F: Future<Output = Result<V>> + Send,
    {
        let mut known = self.lock();
        let entry = known.get_mut(key).filter(|entry| entry.since.elapsed() < self.0.terms.usable)?;
        if entry.since.elapsed() >= self.0.terms.fresh && !std::mem::replace(&mut entry.renewing, true) {
            let (all, key) = (self.clone(), key.to_owned());
            tokio::spawn(async move {
                let _one_at_a_time = all.0.counting.lock().await;
                match count().await {
                    Ok(value) => all.keep(&key, value),
                    Err(error) => {
                        warn!(%error, "a count could not be refreshed: {error}");
                        if let Some(entry) = all.lock().get_mut(&key) {
                            entry.renewing = false;
                        }
                    }
                }
            });
        }
        Some(entry.value.clone())
    }

    /// The result of `count`, now or a moment ago for another caller.
    pub(crate) async fn count<F>(&self, key: &str, count: impl FnOnce() -> F) -> Result<V>
    where
        F: Future<Output = Result<V>> + Send,
    {
        let _one_at_a_time = self.0.counting.lock().await;
        let fresh = |entry: &&Known<V>| entry.since.elapsed() < self.0.terms.fresh;
        if let Some(value) = self.lock().get(key).filter(fresh).map(|entry| entry.value.clone()) {
            return Ok(value);
        }
        let value = count().await?;
        self.keep(key, value.clone());
        Ok(value)
    }

    fn keep(&self, key: &str, value: V) {
        let mut known = self.lock();
        known.insert(key.to_owned(), Known { value, since: Instant::now(), renewing: false });
        while known.len() > self.0.terms.most {
            let oldest = known.iter().min_by_key(|(_, entry)| entry.since).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { return };
            known.remove(&oldest);
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Known<V>>> {
        self.0.known.lock()
    }
}

#[cfg(test)]
mod tests;

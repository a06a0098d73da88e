//! A queue of simulated moments. Things at the same moment happen in the order in which they were planned.

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
    time::Duration,
};

use domain::Timestamp;

/// A thing that will happen.
struct Entry<T> {
    at: Timestamp,
    number: u64,
    thing: T,
}

impl<T> Entry<T> {
    fn place(&self) -> (Timestamp, u64) {
        (self.at, self.number)
    }
}

impl<T> PartialEq for Entry<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place() == other.place()
    }
}

impl<T> Eq for Entry<T> {}

impl<T> PartialOrd for Entry<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Entry<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

/// The things that will happen, and the present moment.
pub(crate) struct Agenda<T> {
    pub(crate) now: Timestamp,
    entries: BinaryHeap<Reverse<Entry<T>>>,
    planned: u64,
}

impl<T> Agenda<T> {
    pub(crate) fn beginning_at(now: Timestamp) -> Self {
        Self { now, entries: BinaryHeap::new(), planned: 0 }
    }

    /// Plans a thing.
    pub(crate) fn after(&mut self, delay: Duration, thing: T) {
        self.planned += 1;
        let at = self.now.saturating_add(delay).unwrap_or(Timestamp::MAX);
        self.entries.push(Reverse(Entry { at, number: self.planned, thing }));
    }

    /// The next thing; time moves on to it.
    pub(crate) fn next(&mut self) -> Option<T> {
        let Reverse(entry) = self.entries.pop()?;
        self.now = self.now.max(entry.at);
        Some(entry.thing)
    }
}

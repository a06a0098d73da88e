//! Only a few large bodies are read and processed at a time: each can take a hundred times its size in memory.

use std::{
    num::NonZeroUsize,
    sync::{Arc, OnceLock},
    thread,
};

use tokio::{
    runtime::{Handle, RuntimeFlavor},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::block_in_place,
};

/// The least number of large bodies at a time; with more cores, one per core.
const LEAST: usize = 2;

/// The places of a server.
#[derive(Debug, Clone)]
pub(crate) struct LargePlaces(Arc<Semaphore>);

impl Default for LargePlaces {
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(LEAST, NonZeroUsize::get);
        Self(Arc::new(Semaphore::new(cores.max(LEAST))))
    }
}

impl LargePlaces {
    /// The handle with which a request takes its place.
    pub(crate) fn for_request(&self) -> Large {
        Large { places: self.0.clone(), place: Arc::default() }
    }
}

/// A request's place, in its extensions. It is released once the request is answered and this is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Large {
    places: Arc<Semaphore>,
    place: Arc<OnceLock<OwnedSemaphorePermit>>,
}

impl Large {
    /// Waits for a place, at most until the request's time-out.
    pub(crate) async fn enter(&self) {
        // The places are never closed, and a request has one body.
        if let Ok(place) = self.places.clone().acquire_owned().await {
            let _ = self.place.set(place);
        }
    }
}

/// Runs work on a large body, while the runtime's thread hands over its other tasks.
pub(crate) fn aside<T>(long: bool, work: impl FnOnce() -> T) -> T {
    if long && Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread { block_in_place(work) } else { work() }
}

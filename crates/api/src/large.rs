//! Few large bodies are read and worked on at a time: each can take a hundred times its size in memory.

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

/// So many large bodies at a time, or as many as there are cores.
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
    /// What a request takes its place with.
    pub(crate) fn for_request(&self) -> Large {
        Large { places: self.0.clone(), place: Arc::default() }
    }
}

/// A request's place; stands in its extensions, and is given back once the request is answered and this is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Large {
    places: Arc<Semaphore>,
    place: Arc<OnceLock<OwnedSemaphorePermit>>,
}

impl Large {
    /// Waits for a place. The request's time-out ends the wait.
    pub(crate) async fn enter(&self) {
        // The places are never closed, and a request has one body.
        if let Ok(place) = self.places.clone().acquire_owned().await {
            let _ = self.place.set(place);
        }
    }
}

/// Runs work on a large body, while the runtime's thread passes its other tasks on.
pub(crate) fn aside<T>(long: bool, work: impl FnOnce() -> T) -> T {
    if long && Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread { block_in_place(work) } else { work() }
}

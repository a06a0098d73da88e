//! Few large bodies are read and worked on at a time: each can take a hundred times its size in memory.

use std::sync::{Arc, OnceLock};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many large bodies at a time.
const MOST: usize = 4;

/// The places of a server.
#[derive(Debug, Clone)]
pub(crate) struct LargePlaces(Arc<Semaphore>);

impl Default for LargePlaces {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
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

//! The phase of a connection, and so its time-out.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use parking_lot::{Mutex, MutexGuard};

use axum::body::{Body, Bytes};
use http_body::{Frame, SizeHint};
use tokio::time::Instant;

/// The phase of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Nothing was sent since the last answer.
    Idle {
        /// The start of the phase.
        since: Instant,
    },
    /// A head is awaited, or has begun.
    Head {
        /// The start of the phase.
        since: Instant,
    },
    /// A request is being answered, and has its own time-out.
    Busy,
    /// A WebSocket, which has its own time-outs.
    Upgraded,
}

/// The phase, shared by the connection's stream and its requests.
#[derive(Debug, Clone)]
pub(super) struct Shared(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    phase: Phase,
    /// The reader, which has to check the time again when the phase changes.
    reader: Option<Waker>,
}

impl Shared {
    /// A new connection: its first head is awaited.
    pub(super) fn new() -> Self {
        Self(Arc::new(Mutex::new(State { phase: Phase::Head { since: Instant::now() }, reader: None })))
    }

    pub(super) fn get(&self) -> Phase {
        self.state().phase
    }

    /// Wakes `reader` at the end of the request.
    pub(super) fn wake_later(&self, reader: &Waker) {
        self.state().reader = Some(reader.clone());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock()
    }

    pub(super) fn set(&self, phase: Phase) {
        let mut state = self.state();
        // A WebSocket never becomes anything else.
        if state.phase != Phase::Upgraded {
            state.phase = phase;
        }
        if phase != Phase::Busy
            && let Some(reader) = state.reader.take()
        {
            reader.wake();
        }
    }
}

/// A response's body, whose end is the end of its request.
pub(super) struct Answer {
    body: Body,
    phase: Shared,
}

impl Answer {
    pub(super) fn new(body: Body, phase: Shared) -> Self {
        Self { body, phase }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.phase.set(Phase::Idle { since: Instant::now() });
    }
}

impl http_body::Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

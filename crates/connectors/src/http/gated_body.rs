//! A request body that leaves only while its gate is open.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::SendGate;

/// A body in one piece behind a gate. The length is announced first, so a platform never mistakes a request without its
/// body for a complete one.
pub(super) struct GatedBody {
    bytes: Option<Bytes>,
    gate: SendGate,
}

/// The gate was closed when the body was about to leave.
#[derive(Debug, thiserror::Error)]
#[error("the gate is closed")]
pub(super) struct GateClosed;

impl GatedBody {
    pub(super) fn new(bytes: Vec<u8>, gate: SendGate) -> Self {
        Self { bytes: Some(bytes.into()), gate }
    }
}

impl Body for GatedBody {
    type Data = Bytes;
    type Error = GateClosed;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, GateClosed>>> {
        Poll::Ready(match self.bytes.take() {
            None => None,
            Some(_) if !self.gate.is_open() => Some(Err(GateClosed)),
            Some(bytes) => Some(Ok(Frame::data(bytes))),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}

/// Returns true if `error` comes from a closed gate.
pub(super) fn closed(error: &(dyn std::error::Error + 'static)) -> bool {
    std::iter::successors(Some(error), |error| error.source()).any(<dyn std::error::Error + 'static>::is::<GateClosed>)
}

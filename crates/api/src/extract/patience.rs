//! The time that a request may work on its own job before it answers.

use std::{convert::Infallible, time::Duration};

use axum::{extract::FromRequestParts, http::request::Parts};

/// The time that a request works on the job that it has just started. Well below the request's time-out, because the
/// answer has to be read and sent, too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience(pub(crate) Duration);

impl Patience {
    /// People wait this long without wondering.
    const MOST: Duration = Duration::from_secs(2);

    /// A quarter of the request's time-out.
    pub(crate) fn within(timeout: Duration) -> Self {
        Self((timeout / 4).min(Self::MOST))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Patience {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().copied().unwrap_or(Self(Self::MOST)))
    }
}

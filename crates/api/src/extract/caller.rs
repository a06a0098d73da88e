//! The caller. Until there is access control, everybody on this machine is one person.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};
use domain::event::Actor;

/// The caller.
pub(crate) struct Caller(pub(crate) Actor);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Actor::user("local")))
    }
}

//! The reasons why a use case was not carried out, by meaning. Each message is a sentence for a person.

use domain::{Violation, Violations, ticket::IllegalMove};
use store::StoreError;

/// The reason why a use case was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The requested entity does not exist.
    #[error("{0}")]
    NotFound(String),
    /// The input is invalid; with all violations.
    #[error("{0}")]
    Invalid(Violations),
    /// A name, code or identifier is taken.
    #[error("{}", .0.problem)]
    Taken(Violation),
    /// The ticket is not in the state that a deployment starts from.
    #[error("{0}")]
    NotReady(String),
    /// It is not possible in the current state.
    #[error("{0}")]
    Conflict(String),
    /// It changed since it was read.
    #[error("{0}")]
    Stale(String),
    /// The database failed; the cause is for the log, not for the caller.
    #[error("the database did not answer as it should")]
    Store(#[source] StoreError),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale("Somebody else changed it at the same moment; read it again.".to_owned()),
            other => Self::Store(other),
        }
    }
}

impl From<Violations> for AppError {
    fn from(violations: Violations) -> Self {
        Self::Invalid(violations)
    }
}

impl From<Violation> for AppError {
    fn from(violation: Violation) -> Self {
        Self::Invalid(violation.into())
    }
}

impl From<IllegalMove> for AppError {
    fn from(refusal: IllegalMove) -> Self {
        Self::Conflict(refusal.to_string())
    }
}

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

/// The meaning of a failure of the database for the caller of a use case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseFailure {
    /// The cursor of a page is not one that a list gave out.
    UnknownCursor,
    /// The database cannot be reached, or failed, and nothing was changed; says why in a person's words.
    Unavailable(&'static str),
    /// The database failed while it wrote, and it is not known whether it did; says why in a person's words.
    InDoubt(&'static str),
    /// Nothing that trying again would help against.
    Unexpected,
}

impl AppError {
    /// The meaning of the failure, where the database failed. The cause itself is the error's source.
    pub fn database_failure(&self) -> Option<DatabaseFailure> {
        let Self::Store(cause) = self else { return None };
        Some(match cause {
            StoreError::Cursor => DatabaseFailure::UnknownCursor,
            StoreError::Unavailable(_) | StoreError::FileGone(_) => DatabaseFailure::Unavailable(cause.plainly()),
            StoreError::InDoubt(_) => DatabaseFailure::InDoubt(cause.plainly()),
            _ => DatabaseFailure::Unexpected,
        })
    }
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

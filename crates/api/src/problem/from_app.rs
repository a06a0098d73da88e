//! The refusals of use cases as problems. Unexpected errors are logged here, once.

use std::error::Error as _;

use app::{AppError, DatabaseFailure};
use axum::http::StatusCode;
use tracing::error;

use super::{Problem, ProblemItem};

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        match error {
            AppError::NotFound(detail) => Self::not_found(detail),
            AppError::Invalid(violations) => Self::invalid(violations),
            AppError::Taken(violation) => {
                let mut problem =
                    Self::new(StatusCode::BAD_REQUEST, "taken", "It exists already", violation.problem.clone());
                problem.errors = vec![ProblemItem::from(violation)];
                problem
            }
            AppError::NotReady(detail) => {
                Self::new(StatusCode::BAD_REQUEST, "not-ready", "The ticket is not ready to be deployed", detail)
            }
            AppError::Conflict(detail) => {
                Self::new(StatusCode::CONFLICT, "conflict", "It is not possible in the current state", detail)
            }
            AppError::Stale(detail) => {
                Self::new(StatusCode::PRECONDITION_FAILED, "stale", "It has changed since you read it", detail)
            }
            AppError::Store(_) => Self::of_database(&error),
        }
    }
}

impl Problem {
    /// The database failed; the cause, which may name hosts, users and paths, is for the log.
    fn of_database(failed: &AppError) -> Self {
        let cause = failed.source().map(ToString::to_string).unwrap_or_default();
        match failed.database_failure().unwrap_or(DatabaseFailure::Unexpected) {
            DatabaseFailure::UnknownCursor => Self::parameter(
                "cursor",
                "The cursor is not one of ours.",
                Some("Follow the Link header, or start without a cursor.".to_owned()),
            ),
            DatabaseFailure::Unavailable(why) => {
                error!(error = %cause, "the database failed: {cause}");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Try again in a moment",
                    format!(
                        "The database does not work at the moment ({why}); nothing was changed. Try again in a few seconds."
                    ),
                )
            }
            DatabaseFailure::InDoubt(why) => {
                error!(error = %cause, "a write is in doubt: {cause}");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "in-doubt",
                    "It is not known whether this was done",
                    format!(
                        "The database failed at the last moment ({why}), so it is not known whether this was done. Read it again \
                         before you repeat it; a name that exists by then is refused, not made twice."
                    ),
                )
            }
            DatabaseFailure::Unexpected => {
                error!(error = %cause, "a use case failed: {cause}");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal",
                    "Something went wrong on our side",
                    "Something went wrong on our side. The log has the cause under this request's id. Read what the request concerns before you repeat it.",
                )
            }
        }
    }
}

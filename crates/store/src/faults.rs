//! The seam for tests that let the database fail: before any statement, or after it so that only its answer is lost. It
//! is unused outside of tests.

use std::{fmt, sync::Arc};

use sea_orm::{DbErr, RuntimeErr};

/// A point at which a database can fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment<'a> {
    /// A transaction that writes begins.
    Begin,
    /// A statement runs.
    Statement(&'a str),
    /// A transaction commits.
    Commit,
}

/// The kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementFault {
    /// Nothing is done, and an error is returned: the connection is refused, or broke before.
    NotDone,
    /// It is done, and an error is returned: the connection broke before the answer.
    AnswerLost,
    /// The database itself ends the transaction, as SQLite does on a full disk and PostgreSQL with any failed statement.
    Aborted,
    /// The database refuses the statement for its content, as it would each time.
    Rejected,
}

/// Decides which points fail.
pub trait StatementFaults: Send + Sync + fmt::Debug {
    /// The failure at this point, if any.
    fn at(&self, moment: Moment<'_>) -> Option<StatementFault>;
}

/// The faults of a test, or none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults(Option<Arc<dyn StatementFaults>>);

impl Faults {
    pub(crate) fn of(faults: Arc<dyn StatementFaults>) -> Self {
        Self(Some(faults))
    }

    pub(crate) fn at(&self, moment: Moment<'_>) -> Option<StatementFault> {
        self.0.as_ref().and_then(|faults| faults.at(moment))
    }
}

/// The error of a fault.
pub(crate) fn injected() -> DbErr {
    DbErr::Conn(RuntimeErr::Internal("a fault that a test injected".to_owned()))
}

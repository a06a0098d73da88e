//! The database's refusals, by meaning.

use std::fmt::Display;

use sea_orm::{DbErr, RuntimeErr, SqlErr, SqlxError, sqlx::sqlite::SqliteError};

/// The reason why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row.
    #[error("there is no such row")]
    Missing,
    /// A unique value is taken; names the table and column, such as `campaigns.name`.
    #[error("{0} is taken")]
    Taken(String),
    /// Other rows refer to the row, or it refers to one that does not exist.
    #[error("other rows refer to the row, or it refers to a missing one")]
    Referenced,
    /// The row is not in the state, or version, that the change expects.
    #[error("the row has changed meanwhile")]
    Stale,
    /// The cursor of a page is not one that a list gave out.
    #[error("the cursor is not one of ours")]
    Cursor,
    /// A stored row is invalid.
    #[error("a stored row is invalid: {0}")]
    Corrupt(String),
    /// The database will never accept such a value: a repeat fails again.
    #[error("the database refused a value: {0}")]
    Rejected(DbErr),
    /// The database cannot be reached, or failed; nothing was written.
    #[error("the database failed: {0}")]
    Unavailable(DbErr),
    /// A newer version of OmniTraffick has changed the schema.
    #[error(
        "it was written by a newer version of OmniTraffick than this one; run that version or a later one, or restore the \
         backup from before its upgrade ({0})"
    )]
    Newer(String),
    /// The file of a SQLite database is not the opened one any more; with the cause.
    #[error("{0}")]
    FileGone(String),
    /// The database failed while it wrote: the outcome is unknown.
    #[error("the database failed at the end, and it is not known whether it wrote: {0}")]
    InDoubt(DbErr),
}

impl StoreError {
    /// Returns true if the cause is in the data itself, so that every repeat fails.
    pub fn is_lasting(&self) -> bool {
        matches!(self, Self::Corrupt(_) | Self::Rejected(_) | Self::Taken(_) | Self::Referenced | Self::Missing)
    }
}

impl StoreError {
    /// The work was cut off before its result was known.
    pub fn cut_off() -> Self {
        Self::InDoubt(DbErr::Custom("the work was cut off before its result was known".to_owned()))
    }

    /// The same failure, for another caller that it befell at the same moment.
    #[must_use]
    pub fn again(&self) -> Self {
        let told = || DbErr::Custom(self.to_string());
        match self {
            lasting if lasting.is_lasting() => Self::Corrupt(lasting.to_string()),
            Self::InDoubt(_) => Self::InDoubt(told()),
            Self::FileGone(why) => Self::FileGone(why.clone()),
            _ => Self::Unavailable(told()),
        }
    }

    /// The cause in plain words, without host, user or path.
    pub fn plainly(&self) -> &'static str {
        let error = match self {
            Self::FileGone(_) => return "its file was deleted, replaced or emptied",
            Self::Unavailable(error) | Self::InDoubt(error) => error,
            _ => return "it has invalid data",
        };
        match (is_sqlite(error), code_of(error).as_deref()) {
            (true, Some("13")) | (false, Some("53100")) => "its disk is full",
            (false, Some("25006")) => "it is read-only",
            (false, Some("53300")) => "it accepts no more connections",
            (true, Some(code)) => match code.parse::<i32>().unwrap_or_default() & 0xff {
                8 => "it is read-only",
                10 => "its disk fails",
                5 | 6 => "somebody else keeps it busy",
                11 | 26 => "its file is damaged",
                _ => "it failed",
            },
            (false, Some(_)) => "it failed",
            (_, None) if matches!(error, DbErr::ConnectionAcquire(_)) => {
                "every connection to it is in use, or it is out of reach"
            }
            (_, None) => "it is out of reach",
        }
    }
}

/// The meaning of a database error.
pub(crate) fn explain(error: DbErr) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text)) => StoreError::Taken(taken(&text)),
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => StoreError::Referenced,
        _ => match error {
            DbErr::RecordNotFound(_) => StoreError::Missing,
            DbErr::RecordNotUpdated => StoreError::Stale,
            DbErr::Type(_) | DbErr::Json(_) | DbErr::TryIntoErr { .. } => StoreError::Corrupt(error.to_string()),
            other => match fault_of(&other) {
                Some(Failing::Value) => StoreError::Rejected(other),
                _ => StoreError::Unavailable(other),
            },
        },
    }
}

/// The meaning of an error at a commit, or in a statement that is a transaction of its own. If the database itself
/// refuses, nothing was written; if the answer is missing, the outcome is unknown.
pub(crate) fn in_doubt(error: DbErr) -> StoreError {
    match fault_of(&error) {
        Some(Failing::Value | Failing::Statement) => explain(error),
        // It was never sent.
        None if matches!(error, DbErr::ConnectionAcquire(_)) => StoreError::Unavailable(error),
        Some(Failing::Server) | None => StoreError::InDoubt(error),
    }
}

/// The error of an unreachable database, with the cause, without user and password.
pub(crate) fn unreachable(why: &impl Display) -> StoreError {
    StoreError::Unavailable(DbErr::Conn(RuntimeErr::Internal(why.to_string())))
}

/// Returns true if somebody else locks what the statement waited for.
pub(crate) fn is_busy(error: &DbErr) -> bool {
    let Some(code) = code_of(error) else { return false };
    // SQLite: BUSY and LOCKED, and their extended codes; PostgreSQL: lock_not_available.
    code == "55P03" || code.parse::<i32>().is_ok_and(|number| matches!(number & 0xff, 5 | 6)) && is_sqlite(error)
}

/// Returns true if the database cannot write in its current state: its disk is full or fails, it is read-only, or its
/// file is damaged.
pub(crate) fn cannot_write(error: &DbErr) -> bool {
    let Some(code) = code_of(error) else { return false };
    if is_sqlite(error) {
        return matches!(code.parse::<i32>().unwrap_or_default() & 0xff, 8 | 10 | 11 | 13 | 26);
    }
    matches!(code.as_str(), "53100" | "25006") || code.starts_with("58")
}

/// The subject of a database's own error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failing {
    /// The value, or the statement's text: a repeat fails too.
    Value,
    /// This statement, this time: a lock, a limit, a full disk. It had no effect.
    Statement,
    /// The server as a whole, during the statement.
    Server,
}

/// None if the error is not the database's own answer.
fn fault_of(error: &DbErr) -> Option<Failing> {
    let code = code_of(error)?;
    if is_sqlite(error) {
        let primary = code.parse::<i32>().unwrap_or_default() & 0xff;
        return Some(match primary {
            // ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE.
            1 | 18 | 19 | 20 | 25 => Failing::Value,
            // IOERR: written data may appear after a crash. CORRUPT, NOTADB: anything may.
            10 | 11 | 26 => Failing::Server,
            _ => Failing::Statement,
        });
    }
    // PostgreSQL's classes of SQLSTATE.
    Some(match code.get(..2).unwrap_or_default() {
        "21" | "22" | "23" | "42" | "54" => Failing::Value,
        // Connection, transaction resolution unknown (40003), operator's shutdown, system error, internal error.
        "08" | "57" | "58" | "XX" if code != "57014" => Failing::Server,
        _ if code == "40003" => Failing::Server,
        _ => Failing::Statement,
    })
}

fn code_of(error: &DbErr) -> Option<String> {
    match sqlx_error(error)? {
        SqlxError::Database(error) => Some(error.code().unwrap_or_default().into_owned()),
        _ => None,
    }
}

fn is_sqlite(error: &DbErr) -> bool {
    matches!(sqlx_error(error), Some(SqlxError::Database(error)) if error.try_downcast_ref::<SqliteError>().is_some())
}

fn sqlx_error(error: &DbErr) -> Option<&SqlxError> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}

/// SQLite names `table.column`, PostgreSQL the constraint, which we name `table_column_key`.
fn taken(text: &str) -> String {
    const KNOWN: [(&str, &str); 6] = [
        ("markets", "code"),
        ("brands", "internal_code"),
        ("channels", "api_identifier"),
        ("campaigns", "name"),
        ("tickets", "name"),
        ("deployments", "ticket_id"),
    ];
    KNOWN
        .iter()
        .find(|(table, column)| {
            text.contains(&format!("{table}.{column}")) || text.contains(&format!("{table}_{column}_key"))
        })
        .map_or_else(|| text.to_owned(), |(table, column)| format!("{table}.{column}"))
}

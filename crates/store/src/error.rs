//! What the database refused, by meaning.

use sea_orm::{DbErr, SqlErr};

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No such row.
    #[error("there is no such row")]
    Missing,
    /// A unique value is taken; names the table and column, such as `campaigns.name`.
    #[error("{0} is taken")]
    Taken(String),
    /// Other rows refer to the row, or it refers to one that is not there.
    #[error("a reference stands in the way")]
    Referenced,
    /// The row is not in the state, or version, that the change expects.
    #[error("the row has changed meanwhile")]
    Stale,
    /// The cursor of a page is not one that a list gave out.
    #[error("the cursor is not one of ours")]
    Cursor,
    /// A stored row makes no sense.
    #[error("a stored row makes no sense: {0}")]
    Corrupt(String),
    /// The database cannot be reached, or failed.
    #[error("the database failed: {0}")]
    Unavailable(DbErr),
}

/// The meaning of a database error.
pub(crate) fn explain(error: DbErr) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(text)) => StoreError::Taken(taken(&text)),
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => StoreError::Referenced,
        _ => match error {
            DbErr::RecordNotFound(_) => StoreError::Missing,
            DbErr::RecordNotUpdated => StoreError::Stale,
            other => StoreError::Unavailable(other),
        },
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

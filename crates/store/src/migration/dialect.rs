//! The few differences between the schemas of the two databases.

use sea_orm::DbBackend;

/// `sql` with `{uuid}`, `{json}`, `{bool}` and `{serial}` in the words of `backend`.
pub(super) fn in_words_of(backend: DbBackend, sql: &str) -> String {
    let (uuid, json, boolean, serial) = match backend {
        DbBackend::Postgres => ("uuid", "jsonb", "boolean", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
        // Declared types only guide SQLite. AUTOINCREMENT: a sequence number is never reused.
        _ => ("blob", "json_text", "boolean", "integer PRIMARY KEY AUTOINCREMENT"),
    };
    sql.replace("{uuid}", uuid).replace("{json}", json).replace("{bool}", boolean).replace("{serial}", serial)
}

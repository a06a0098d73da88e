//! A channel's platform as a column, and a second copy of texts in the form for searches.

use domain::{channel::Platform, text::fold};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use sea_orm_migration::prelude::*;
use uuid::Uuid;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    text: String,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(include_str!("m0006_texts.sql")).await?;
        for row in rows(connection, "SELECT id, platform_name AS text FROM channels").await? {
            // Until now only the name contained it.
            if let Some(platform) = Platform::from_name(&row.text) {
                set(connection, "channels", "platform", platform.key(), row.id).await?;
            }
        }
        // The statements above folded ASCII texts. The database does not know the other case of the rest.
        let bytes = match connection.get_database_backend() {
            DbBackend::Postgres => "octet_length(folded)",
            _ => "length(CAST(folded AS blob))",
        };
        for table in ["brands", "markets", "channels"] {
            let sql = format!("SELECT id, folded AS text FROM {table} WHERE {bytes} <> length(folded)");
            for row in rows(connection, &sql).await? {
                set(connection, table, "folded", &fold(&row.text), row.id).await?;
            }
        }
        Ok(())
    }
}

async fn rows(connection: &impl ConnectionTrait, sql: &str) -> Result<Vec<Row>, DbErr> {
    let statement = Statement::from_string(connection.get_database_backend(), sql.to_owned());
    Row::find_by_statement(statement).all(connection).await
}

async fn set(connection: &impl ConnectionTrait, table: &str, column: &str, value: &str, id: Uuid) -> Result<(), DbErr> {
    let sql = format!("UPDATE {table} SET {column} = $1 WHERE id = $2");
    let values = [value.into(), id.into()];
    connection
        .execute_raw(Statement::from_sql_and_values(connection.get_database_backend(), sql, values))
        .await
        .map(|_| ())
}

//! Indexes for lists of a million rows: one for each filter in each order, and one for parts of names.

use sea_orm::DbBackend;
use sea_orm_migration::prelude::*;

use super::dialect::in_words_of;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = connection.get_database_backend();
        let own = match backend {
            DbBackend::Postgres => include_str!("m0003_lists_postgres.sql"),
            _ => include_str!("m0003_lists_sqlite.sql"),
        };
        for sql in [include_str!("m0003_lists.sql"), own] {
            connection.execute_unprepared(&in_words_of(backend, sql)).await?;
        }
        Ok(())
    }
}

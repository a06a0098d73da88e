//! The first schema. The database itself keeps names unique, references valid and states consistent.

use sea_orm_migration::prelude::*;

use super::dialect::in_words_of;

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let sql = in_words_of(connection.get_database_backend(), include_str!("m0001_initial.sql"));
        connection.execute_unprepared(&sql).await.map(|_| ())
    }
}

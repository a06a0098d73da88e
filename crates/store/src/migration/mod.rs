//! Migrations, in order. Each is SQL for both databases; `Dialect` fills in the differences.

mod dialect;
mod m0001_initial;
mod m0002_operations;
mod m0003_lists;
mod m0005_jobs;
mod m0006_texts;
mod m0007_repairs;
mod m0008_engine;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

use crate::{Result, StoreError};

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_initial::Migration),
            Box::new(m0002_operations::Migration),
            Box::new(m0003_lists::Migration),
            Box::new(m0005_jobs::Migration),
            Box::new(m0006_texts::Migration),
            Box::new(m0007_repairs::Migration),
            Box::new(m0008_engine::Migration),
        ]
    }
}

/// A number of our own among PostgreSQL's advisory locks.
const LOCK: i64 = 0x006f_6d6e_6974_7261;

/// Applies the missing migrations, all or nothing. Servers that start at the same time queue here: the first one
/// migrates, the others have nothing left to do. `transaction` must be one that writes.
pub(crate) async fn run(transaction: &DatabaseTransaction) -> Result<()> {
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Migrator::up(transaction, None).await.map_err(|error| match error {
        // The library's message for a migration that only the database has.
        DbErr::Custom(text) if text.contains("this migration has been applied") => StoreError::Newer(text),
        other => other.into(),
    })
}

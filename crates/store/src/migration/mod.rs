//! Migrations, in order. Each is SQL that both databases read, but for the words that `Dialect` fills in.

mod dialect;
mod m0001_initial;

use sea_orm::DatabaseConnection;
use sea_orm_migration::{MigrationTrait, MigratorTrait, async_trait};

use crate::Result;

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m0001_initial::Migration)]
    }
}

/// Applies what is missing.
pub(crate) async fn run(connection: &DatabaseConnection) -> Result<()> {
    Ok(Migrator::up(connection, None).await?)
}

//! A database for one test.

use std::sync::atomic::{AtomicU32, Ordering};

use store::{Options, Store};

/// An empty, migrated database, which is removed after the test (PostgreSQL's with its cluster).
#[derive(Debug)]
pub struct TestDatabase {
    /// Its address.
    pub url: String,
    /// The store on it. Leases and due times use the caller's clock, so that tests can move it.
    pub store: Store,
    _directory: Option<tempfile::TempDir>,
}

impl TestDatabase {
    /// A SQLite file in a directory of its own.
    pub async fn sqlite() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", directory.path().join("test.db").display());
        Self::open(url, Some(directory)).await
    }

    /// A database in the cluster that `TEST_POSTGRES_URL` names.
    pub async fn postgres() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let cluster = std::env::var("TEST_POSTGRES_URL")
            .expect("TEST_POSTGRES_URL must name a PostgreSQL cluster for tests: `make test` starts one");
        // Process ids are reused, and a cluster may outlive many runs.
        let since = std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos();
        let name = format!("test_{since}_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let mut options = Options::new(&cluster);
        options.max_connections = 1;
        let admin = Store::open(&options).await.expect("the PostgreSQL cluster of TEST_POSTGRES_URL answers");
        admin.execute_for_tests(&format!("CREATE DATABASE {name}")).await.unwrap();
        admin.close().await.unwrap();
        let (server, _) = cluster.rsplit_once('/').expect("TEST_POSTGRES_URL ends with a database's name");
        Self::open(format!("{server}/{name}"), None).await
    }

    /// Another empty database of the same kind.
    pub async fn another(&self) -> Self {
        if self.store.is_sqlite() { Self::sqlite().await } else { Self::postgres().await }
    }

    async fn open(url: String, directory: Option<tempfile::TempDir>) -> Self {
        let mut options = Options::new(&url);
        options.database_clock = false;
        options.max_connections = 8;
        let store = Store::open(&options).await.unwrap();
        store.migrate().await.unwrap();
        Self { url, store, _directory: directory }
    }
}

//! The tools that the tests share: databases, a clock that is moved by hand, an application on a real sandbox. A
//! dev-dependency only. Begin with `test_app.rs`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "in tests, a panic is the report"
)]

mod clock;
mod database;
mod examples;
mod fixtures;
mod http;
mod stub;
mod test_app;

/// For tests of crates that may not depend on the store, and yet change what it holds.
pub use store;

pub use clock::{FixedRng, MockClock};
pub use database::TestDatabase;
pub use examples::{ExampleAnswer, example_answers, folder, smallest_config, tree_config};
pub use fixtures::{Catalog, tester};
pub use http::{Answer, TestClient};
pub use stub::{StubAnswer, StubPlatform, StubRequest};
pub use test_app::{TOKEN, TestApp};

/// Runs each test twice: on SQLite and on PostgreSQL.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* async fn $name:ident($database:ident) $body:block)+) => {$(
        mod $name {
            #[expect(unused_imports, reason = "a test may need nothing of its file")]
            use super::*;

            $(#[$attribute])*
            async fn run($database: $crate::TestDatabase) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                run($crate::TestDatabase::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                run($crate::TestDatabase::postgres().await).await;
            }
        }
    )+};
}

//! The chaos suite in short, with each broker: the same code as `make chaos`, with less of everything.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use chaos::{Broker, Settings, run};
use serde_json::Value;

/// The product's binary, which cargo builds too for a test of the workspace. Cargo decides its folder; the profile is
/// that of this test, whose own program is in the profile's `deps`.
fn binary() -> PathBuf {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let test = env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).and_then(Path::file_name).unwrap();
    let program = Path::new(metadata["target_directory"].as_str().unwrap()).join(profile).join("omnitraffick");
    assert!(program.is_file(), "{} is not there; build it: cargo build --package omnitraffick", program.display());
    program
}

async fn short(broker: Broker, seed: u64) {
    let settings = Settings {
        seed,
        tickets: 60,
        workers: 2,
        servers: 2,
        broker,
        kills: 8,
        wipes: 1,
        limit: Duration::from_mins(3),
        gap: Duration::from_millis(500),
        accounts: 4,
        binary: binary(),
        keep: false,
        say: |_| {},
    };
    let report = run(&settings).await.unwrap();
    assert!(report.passed(), "\n{report}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_made_twice_or_lost_with_redis() {
    short(Broker::Redis, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_made_twice_or_lost_with_postgres() {
    short(Broker::Postgres, 2).await;
}

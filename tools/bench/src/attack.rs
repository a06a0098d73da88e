//! The effect of one client on all others: each attack runs against a server of its own, while a probe asks `/health`
//! all the time. Begin with `run`; `attack/scenes.rs` has the attacks.

mod probe;
mod scenes;

use std::time::{Duration, Instant};

use crate::server::Server;

use probe::Probe;

/// The result of an attack.
pub(crate) struct Outcome {
    /// The answers that the attacker got.
    answer: String,
    /// The time that the attack took.
    took: Duration,
}

/// The targets: the peak of the process's memory, and the slowest answer of `/health`.
const MOST_MB: f64 = 300.0;
const MOST_MS: f64 = 100.0;

/// Runs every attack, or those whose names contain `only`.
pub(crate) async fn run(binary: &str, only: Option<&str>) {
    println!(
        "| attack | answer | time | peak memory | slowest `/health` of how many |\n| --- | --- | --- | --- | --- |"
    );
    let mut missed = Vec::new();
    for scene in scenes::all() {
        if only.is_some_and(|only| !scene.name.contains(only)) {
            continue;
        }
        let directory = tempfile::tempdir().unwrap();
        let server = Server::launch(binary, directory.path(), &[]).await;
        let attack = (scene.prepare)(server.address).await;
        let probe = Probe::start(server.address);
        let began = Instant::now();
        let answer = attack.0.await;
        let outcome = Outcome { answer, took: began.elapsed() };
        let (count, slowest) = probe.stop().await;
        let (memory, slowest) = (server.peak_mb(), slowest.as_secs_f64() * 1e3);
        server.stop().await;
        println!(
            "| {} | {} | {:.0} ms | {memory:.0} MB | {slowest:.0} ms of {count} |",
            scene.name,
            outcome.answer,
            outcome.took.as_secs_f64() * 1e3
        );
        if memory > MOST_MB || slowest > MOST_MS {
            missed.push(scene.name);
        }
    }
    if !missed.is_empty() {
        eprintln!("beyond {MOST_MB:.0} MB or {MOST_MS:.0} ms: {}", missed.join("; "));
        std::process::exit(1);
    }
}

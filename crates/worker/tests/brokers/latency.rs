//! How long a hint travels on an idle machine. Not a test of a promise: it prints figures.
//! `cargo test --release -p worker --test brokers -- --ignored --nocapture latency`

#![expect(clippy::print_stderr, reason = "its figures are its result")]

use std::time::{Duration, Instant};

use crate::stage::{Stage, new_id};

async fn measure(name: &str, stage: Stage) {
    const TIMES: usize = 2_000;
    let (publisher, worker) = (stage.publisher(), stage.worker());
    worker.hears(&*publisher).await;
    let mut taken = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let id = new_id();
        let began = Instant::now();
        publisher.publish(&[id]).await;
        let delivery = worker.queue.next().await;
        taken.push(began.elapsed());
        assert_eq!(delivery.id(), id);
        delivery.over();
        worker.settle().await;
        // An idle system: the next hint finds everybody asleep.
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    taken.sort();
    eprintln!("{name}: median {:?}, 99 % within {:?}", taken[TIMES / 2], taken[TIMES * 99 / 100]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "prints figures"]
async fn latency() {
    measure("in the process", Stage::in_process()).await;
    measure("PostgreSQL", Stage::postgres()).await;
    measure("Redis", Stage::redis()).await;
}

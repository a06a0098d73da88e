//! A hundred runs with everything that goes wrong, the seeds that failed once, and a proof that a run can fail.
#![expect(clippy::unwrap_used, reason = "in tests, a panic is the report")]

use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use domain::deployment::RetryPolicy;
use simulate::{Broken, Plan, World};

const DEPLOYMENTS: usize = 10_000;

/// Runs seeds on all processors. Returns those that failed.
fn failures(seeds: &[u64], run: impl Fn(u64) -> Result<(), Broken> + Sync) -> Vec<String> {
    let next = AtomicU64::new(0);
    let work = || {
        let mut failed = Vec::new();
        while let Some(seed) = seeds.get(usize::try_from(next.fetch_add(1, Ordering::Relaxed)).unwrap()) {
            if let Err(broken) = run(*seed) {
                failed.push(format!("seed {seed}: {broken}"));
            }
        }
        failed
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

fn run(seed: u64) -> Result<(), Broken> {
    World::of(seed, Plan::of(seed, DEPLOYMENTS)).run().map(|_| ())
}

#[test]
fn a_hundred_seeds_keep_every_promise() {
    let failed = failures(&(1..=100).collect::<Vec<_>>(), run);
    assert!(
        failed.is_empty(),
        "repeat one with `make simulate SIMULATE=\"--first SEED --seeds 1\"`:\n{}",
        failed.join("\n")
    );
}

/// Each line of `seeds.txt` is a seed that once broke a promise.
#[test]
fn seeds_that_failed_once_keep_every_promise() {
    let seeds: Vec<u64> = include_str!("seeds.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split_whitespace().next().unwrap().parse().unwrap())
        .collect();
    assert!(!seeds.is_empty());
    let failed = failures(&seeds, run);
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_seed_repeats_its_run() {
    let run = || World::of(7, Plan::of(7, 1_000)).run().unwrap();
    assert_eq!(format!("{:?}", run()), format!("{:?}", run()));
}

/// An engine that does not wait until a platform is done with a request creates objects twice, and the runs show it.
#[test]
fn an_engine_without_patience_is_caught() {
    let hasty = RetryPolicy {
        settle: Duration::from_millis(1),
        dropped_horizon: Duration::ZERO,
        unheard_horizon: Duration::ZERO,
        ..RetryPolicy::default()
    };
    let failed = failures(&(100..=139).collect::<Vec<_>>(), |seed| {
        World::of(seed, Plan::of(seed, 2_000)).with_policy(hasty.clone()).run().map(|_| ())
    });
    let twice = failed.iter().filter(|failure| failure.contains("each object is created once at most")).count();
    assert!(twice > 5, "{twice} of {failed:?}");
}

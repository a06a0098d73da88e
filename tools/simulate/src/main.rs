//! Runs the simulation for many seeds: `simulate --seeds 1000`, `simulate --first 4711 --seeds 1`.

#![expect(clippy::print_stdout, reason = "its lines are its result")]

use std::{
    process::ExitCode,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Instant,
};

use clap::Parser;
use simulate::{Plan, Report, World};

/// Simulates the deployment engine with everything that goes wrong, and checks its promises after each step.
#[derive(Debug, Parser)]
struct Options {
    /// The first seed
    #[arg(long, default_value_t = 1)]
    first: u64,
    /// The number of seeds
    #[arg(long, default_value_t = 1_000)]
    seeds: u64,
    /// Deployments of each run
    #[arg(long, default_value_t = 10_000)]
    deployments: usize,
    /// Tells the story of the deployment of this number
    #[arg(long)]
    trace: Option<usize>,
}

fn main() -> ExitCode {
    let options = Options::parse();
    let (began, next) = (Instant::now(), AtomicU64::new(options.first));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let failed: usize = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| work(&options, &next))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or(1)).sum()
    });
    let seconds = began.elapsed().as_secs();
    println!("simulate: {} seeds in {seconds} s, {failed} failed", options.seeds);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs seeds until none is left. Returns how many failed.
fn work(options: &Options, next: &AtomicU64) -> usize {
    let mut failed = 0;
    loop {
        let seed = next.fetch_add(1, Ordering::Relaxed);
        if seed >= options.first + options.seeds {
            return failed;
        }
        let plan = Plan::of(seed, options.deployments);
        match World::of(seed, plan).tracing(options.trace).run() {
            Ok(Report { writes, guards_failed, sent, searches, deaths, succeeded, seconds }) => println!(
                "seed {seed}: {succeeded} of {} live after {seconds} s; {sent} sent, {searches} searches, {writes} writes, \
                 {guards_failed} guards failed, {deaths} deaths",
                options.deployments
            ),
            Err(broken) => {
                failed += 1;
                println!(
                    "seed {seed}: FAILED: {broken}\n{plan:?}\nrepeat it: simulate --first {seed} --seeds 1 --deployments {}",
                    options.deployments
                );
            }
        }
    }
}

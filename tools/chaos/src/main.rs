//! The chaos suite: `make chaos`. What it does is said in `lib.rs`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints what it does and found")]

use std::{path::PathBuf, process::ExitCode, time::Duration};

use chaos::{Broker, Plan, Settings};
use clap::Parser;

/// Breaks a running `OmniTraffick` on purpose, and counts what it made twice and what it lost.
#[derive(Debug, Parser)]
#[command(name = "chaos")]
struct Arguments {
    /// The same seed is the same plan, the same tickets and the same faults of the platforms.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many tickets are deployed.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..))]
    tickets: u32,
    /// How many workers run.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=64))]
    workers: u32,
    /// How many servers of the API run.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=16))]
    servers: u32,
    /// Who tells workers that something is due.
    #[arg(long, value_enum, default_value = "redis")]
    broker: Broker,
    /// How many workers and servers are killed at the least.
    #[arg(long, default_value_t = 50)]
    kills: u32,
    /// How often the broker's data is wiped at the least.
    #[arg(long, default_value_t = 5)]
    wipes: u32,
    /// How many minutes it may take at most.
    #[arg(long, default_value_t = 20)]
    minutes: u64,
    /// The mean pause between two actions, in milliseconds.
    #[arg(long, default_value_t = 1200)]
    gap_ms: u64,
    /// The program under test.
    #[arg(long, default_value = "target/release/omnitraffick")]
    binary: PathBuf,
    /// Keep the folder with all logs after a pass, too.
    #[arg(long)]
    keep: bool,
    /// Only print the plan: what would be broken when.
    #[arg(long)]
    plan: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let settings = Settings {
        seed: arguments.seed,
        tickets: count(arguments.tickets),
        workers: count(arguments.workers),
        servers: count(arguments.servers),
        broker: arguments.broker,
        kills: count(arguments.kills),
        wipes: count(arguments.wipes),
        limit: Duration::from_secs(60 * arguments.minutes),
        gap: Duration::from_millis(arguments.gap_ms),
        accounts: 20,
        binary: std::path::absolute(&arguments.binary).unwrap_or(arguments.binary),
        keep: arguments.keep,
        say: |what| println!("{what}"),
    };
    if arguments.plan {
        let plan = Plan::new(&settings);
        let quota = plan.quota;
        for (number, (pause, action)) in plan.take(quota).enumerate() {
            println!("{:>4} {pause:>8.3?} later: {action}", number + 1);
        }
        return ExitCode::SUCCESS;
    }
    let ended = tokio::select! {
        ended = chaos::run(&settings) => ended,
        _ = tokio::signal::ctrl_c() => Err("interrupted".into()),
    };
    match ended {
        Ok(report) => {
            println!("{report}");
            if report.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            println!("chaos: FAILED");
            ExitCode::FAILURE
        }
    }
}

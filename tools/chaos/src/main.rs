//! The chaos suite: `make chaos`. `lib.rs` describes it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints what it does and found")]

use std::{path::PathBuf, process::ExitCode, time::Duration};

use chaos::{Broker, Plan, Settings};
use clap::Parser;

/// Breaks a running `OmniTraffick` on purpose, and counts duplicates and losses.
#[derive(Debug, Parser)]
#[command(name = "chaos")]
struct Arguments {
    /// The seed. It decides the plan, the tickets and the platforms' faults.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of tickets to deploy.
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..))]
    tickets: u32,
    /// The number of workers.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=64))]
    workers: u32,
    /// The number of API servers.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=16))]
    servers: u32,
    /// The broker that tells workers about due deployments.
    #[arg(long, value_enum, default_value = "redis")]
    broker: Broker,
    /// The least number of workers and servers to kill.
    #[arg(long, default_value_t = 50)]
    kills: u32,
    /// The least number of wipes of the broker's data.
    #[arg(long, default_value_t = 5)]
    wipes: u32,
    /// The longest time of the run, in minutes.
    #[arg(long, default_value_t = 20)]
    minutes: u64,
    /// The mean pause between two actions, in milliseconds.
    #[arg(long, default_value_t = 1200)]
    gap_ms: u64,
    /// The program under test.
    #[arg(long, default_value = "target/release/omnitraffick")]
    binary: PathBuf,
    /// Keep the folder with all logs even after a pass.
    #[arg(long)]
    keep: bool,
    /// Only print the plan.
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

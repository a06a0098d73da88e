//! The binary `omnitraffick`: configuration, wiring, commands. It decides nothing about campaigns; it reads the
//! settings, puts the crates together and runs them. Begin with `cli.rs` (commands and flags) and `config.rs`
//! (settings), then `commands/`.

mod brokers;
mod cli;
mod commands;
mod config;
mod console;
mod database;
mod failpoint;
mod listen;
mod lock;
mod logging;
mod open_files;
mod parts;
mod running;
mod signals;
mod system;

use std::process::ExitCode;

use clap::Parser;

use cli::Cli;
use commands::Ended;
use config::{Settings, Sources};

fn main() -> ExitCode {
    run(Cli::parse()).unwrap_or_else(|error| {
        console::complain(&format!("omnitraffick: {error}"));
        ExitCode::FAILURE
    })
}

fn run(cli: Cli) -> Ended {
    let sources = Sources::of_process(cli.config.as_deref(), cli.command.flags())?;
    let settings = Settings::load(&sources)?;
    logging::start(&settings.log);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(commands::run(cli.command, settings))
}

//! The commands, one function each: they put the parts together and run them.

mod demo;
mod serve;
mod taxonomy;
mod up;

use std::{error::Error, process::ExitCode};

use crate::{
    cli::{Command, ListenSetting, SandboxArgs},
    config::Settings,
    console, database, listen, running,
};

/// The end of a command: an exit code of its own, or an error as a sentence.
pub(crate) type Ended = Result<ExitCode, Box<dyn Error + Send + Sync>>;

/// Runs a command.
pub(crate) async fn run(command: Command, settings: Settings) -> Ended {
    match command {
        Command::Up(args) => up::run(&settings, args.demo).await,
        Command::Serve(_) => serve::serve(&settings).await,
        Command::Worker => serve::worker(&settings).await,
        Command::Sandbox(args) => sandbox(&settings, args).await,
        Command::Migrate => migrate(&settings).await,
        Command::Taxonomy(command) => taxonomy::run(&settings, command).await,
        Command::Openapi => openapi(),
    }
}

async fn sandbox(settings: &Settings, args: SandboxArgs) -> Ended {
    let listener = listen::bind(settings.sandbox_listen, ListenSetting::Sandbox)?;
    let options = sandbox::Settings { seed: args.seed, journal: args.journal, ..sandbox::Settings::default() };
    let sandbox = sandbox::Sandbox::open(options)?;
    console::say(&format!("The sandbox imitates the ad platforms at http://{}", listener.local_addr()?));
    let stops = running::stop_when_asked();
    running::sandbox(sandbox, listener, stops).await?;
    Ok(ExitCode::SUCCESS)
}

async fn migrate(settings: &Settings) -> Ended {
    database::open(settings).await?;
    console::say(&format!("The schema of {} is up to date.", settings.database.url));
    Ok(ExitCode::SUCCESS)
}

fn openapi() -> Ended {
    console::say(&api::openapi().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}

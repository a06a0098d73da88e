//! The command line: commands and flags.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::config::Flag;

/// The control plane between media planners and advertising platforms.
#[derive(Debug, Parser)]
#[command(name = "omnitraffick", version, arg_required_else_help = true)]
#[command(
    after_help = "Settings: flags win over the environment, the environment over the file, the file over the defaults.\n\
                        Begin with `omnitraffick up`."
)]
pub(crate) struct Cli {
    /// The file of settings [default: omnitraffick.toml in the working directory, if it exists]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The command.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run everything in one process: API, web app, worker and sandbox, on an SQLite file
    Up(UpArgs),
    /// Run the HTTP API and the web app only
    Serve(ServeArgs),
    /// Run a worker only: it drives the deployments that are due
    Worker,
    /// Run the sandbox only: a local imitation of the ad platforms
    Sandbox(SandboxArgs),
    /// Migrate the database's schema to this version
    Migrate,
    /// Make and check campaign names
    #[command(subcommand)]
    Taxonomy(TaxonomyCommand),
    /// Print the OpenAPI document
    Openapi,
}

/// The flags of `up`.
#[derive(Debug, Default, Args)]
pub(crate) struct UpArgs {
    /// The address of the API and the web app [default: 127.0.0.1:8000]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    /// The address of the sandbox [default: 127.0.0.1:9000]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) sandbox_listen: Option<String>,
    /// The folder of the database file [default: ./data]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data_dir: Option<String>,
    /// Load a small realistic data set into an empty database
    #[arg(long)]
    pub(crate) demo: bool,
}

/// The flags of `serve`.
#[derive(Debug, Default, Args)]
pub(crate) struct ServeArgs {
    /// The address of the API and the web app [default: 127.0.0.1:8000]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
}

/// The flags of `sandbox`.
#[derive(Debug, Default, Args)]
pub(crate) struct SandboxArgs {
    /// The address of the sandbox [default: 127.0.0.1:9000]
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    /// The seed of the faults' dice: the same seed and the same requests give the same answers
    #[arg(long, default_value_t = 0)]
    pub(crate) seed: u64,
    /// The file that keeps the objects; without it they are lost at a restart
    #[arg(long, value_name = "FILE")]
    pub(crate) journal: Option<PathBuf>,
}

/// The commands for names.
#[derive(Debug, Subcommand)]
pub(crate) enum TaxonomyCommand {
    /// Print the name that these parts give
    Preview(PreviewArgs),
    /// Check names, and print the wrong part of each invalid one; exits with 1 if a name is invalid
    Validate(ValidateArgs),
}

/// The flags of `taxonomy preview`.
#[derive(Debug, Args)]
pub(crate) struct PreviewArgs {
    /// The brand's code
    #[arg(long, value_name = "CODE")]
    pub(crate) brand: String,
    /// The market's code
    #[arg(long, value_name = "CODE")]
    pub(crate) market: String,
    /// The channel's platform; without it, the name of a campaign that spans channels
    #[arg(long, value_name = "PLATFORM")]
    pub(crate) channel: Option<String>,
    /// The year [default: the current one, UTC]
    #[arg(long, value_parser = clap::value_parser!(i16).range(1000..=9999))]
    pub(crate) year: Option<i16>,
    /// The variant, which distinguishes two tickets of one campaign on one channel
    #[arg(long, value_name = "WORD")]
    pub(crate) variant: Option<String>,
    /// The campaign's name as a planner types it: "Moana Launch!"
    pub(crate) name: String,
}

/// The flags of `taxonomy validate`.
#[derive(Debug, Args)]
pub(crate) struct ValidateArgs {
    /// The names; without any, and without --file, one per line from the standard input
    #[arg(conflicts_with = "file")]
    pub(crate) names: Vec<String>,
    /// A file with one name per line
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Print one JSON object per line instead of sentences
    #[arg(long)]
    pub(crate) json: bool,
}

impl Command {
    /// The settings among the command's flags.
    pub(crate) fn flags(&self) -> Vec<Flag> {
        let given = |key, name, value: &Option<String>| value.clone().map(|value| Flag { key, name, value });
        let flags = match self {
            Self::Up(up) => vec![
                given("server.listen", "--listen", &up.listen),
                given("sandbox.listen", "--sandbox-listen", &up.sandbox_listen),
                given("data_dir", "--data-dir", &up.data_dir),
            ],
            Self::Serve(serve) => vec![given("server.listen", "--listen", &serve.listen)],
            Self::Sandbox(sandbox) => vec![given("sandbox.listen", "--listen", &sandbox.listen)],
            Self::Worker | Self::Migrate | Self::Taxonomy(_) | Self::Openapi => Vec::new(),
        };
        flags.into_iter().flatten().collect()
    }
}

/// The ways to set an address, for messages: `--listen, LISTEN or server.listen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ListenSetting {
    /// The API's and web app's.
    Server,
    /// The sandbox's, as a flag of `up`.
    SandboxOfUp,
    /// The sandbox's, as a flag of `sandbox`.
    Sandbox,
}

impl ListenSetting {
    /// The ways to set it.
    pub(crate) fn ways(self) -> &'static str {
        match self {
            Self::Server => "--listen, LISTEN or server.listen",
            Self::SandboxOfUp => "--sandbox-listen, SANDBOX_LISTEN or sandbox.listen",
            Self::Sandbox => "--listen, SANDBOX_LISTEN or sandbox.listen",
        }
    }

    /// The listener, at the beginning of a sentence.
    pub(crate) fn who(self) -> &'static str {
        match self {
            Self::Server => "OmniTraffick",
            Self::SandboxOfUp | Self::Sandbox => "The sandbox",
        }
    }

    /// A free address for a message's suggestion.
    pub(crate) fn example(self) -> SocketAddr {
        let port = if self == Self::Server { 8001 } else { 9001 };
        SocketAddr::from(([127, 0, 0, 1], port))
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn parse(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(line.split(' '))
    }

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn flags_are_settings() {
        let cli = parse("omnitraffick up --listen [::1]:1 --data-dir /srv --demo --config x.toml").unwrap();
        let flags: Vec<_> = cli.command.flags().into_iter().map(|flag| (flag.key, flag.value)).collect();
        assert_eq!(flags, [("server.listen", "[::1]:1".to_owned()), ("data_dir", "/srv".to_owned())]);
        assert_eq!(cli.config, Some("x.toml".into()));
        let sandbox = parse("omnitraffick sandbox --listen 127.0.0.1:7 --seed 42").unwrap();
        assert_eq!(sandbox.command.flags()[0].key, "sandbox.listen");
    }

    #[test]
    fn every_flag_is_the_setting_of_a_default_that_its_help_names() {
        for line in ["omnitraffick up --listen x --sandbox-listen x --data-dir x", "omnitraffick serve --listen x"] {
            for flag in parse(line).unwrap().command.flags() {
                let default = crate::config::default_text(flag.key).unwrap();
                let mut command = Cli::command();
                let command = command.find_subcommand_mut(line.split(' ').nth(1).unwrap()).unwrap();
                let help = command.render_help().to_string();
                assert!(help.contains(&format!("[default: {default}]")), "{}: {default} in {help}", flag.name);
            }
        }
    }

    #[test]
    fn names_come_from_one_place_only() {
        assert!(parse("omnitraffick taxonomy validate A B --json").is_ok());
        assert!(parse("omnitraffick taxonomy validate A --file x").is_err());
        assert!(parse("omnitraffick taxonomy preview --brand DIS --market US --year 26 Launch").is_err());
        assert!(parse("omnitraffick taxonomy preview --brand DIS --market US Launch").is_ok());
        assert!(parse("omnitraffick").is_err());
    }
}

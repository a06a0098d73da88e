//! The size of a run.

use std::{path::PathBuf, time::Duration};

/// The seconds that a platform may take to answer.
pub(crate) const HTTP_TIMEOUT_S: u64 = 2;
/// The seconds that a claim lasts: the shortest lease that the product accepts with this time-out.
pub(crate) const LEASE_S: u64 = HTTP_TIMEOUT_S + 6;

/// The broker that tells workers about due deployments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Broker {
    /// Redis, without persistence.
    Redis,
    /// The database's own notifications.
    Postgres,
}

/// The size of a run, and the program that it tests.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The seed of the plan, the tickets, and the sandbox's faults.
    pub seed: u64,
    /// The number of tickets to deploy.
    pub tickets: usize,
    /// The number of `omnitraffick worker` processes.
    pub workers: usize,
    /// The number of `omnitraffick serve` processes.
    pub servers: usize,
    /// The broker that tells workers about due deployments.
    pub broker: Broker,
    /// The least number of workers and servers to kill.
    pub kills: usize,
    /// The least number of wipes of the broker's data.
    pub wipes: usize,
    /// The longest time of the run.
    pub limit: Duration,
    /// The mean pause between two actions.
    pub gap: Duration,
    /// The number of ad accounts of each platform.
    pub accounts: u64,
    /// The program `omnitraffick`.
    pub binary: PathBuf,
    /// Keeps the folder with the logs even after a pass.
    pub keep: bool,
    /// Prints each action when it happens.
    pub say: fn(&str),
}

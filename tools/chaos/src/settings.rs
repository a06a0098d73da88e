//! How large a run is.

use std::{path::PathBuf, time::Duration};

/// How many seconds a platform may take to answer.
pub(crate) const HTTP_TIMEOUT_S: u64 = 2;
/// How many seconds a claim holds: the shortest that the product takes with this time-out.
pub(crate) const LEASE_S: u64 = HTTP_TIMEOUT_S + 6;

/// Who tells workers that something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Broker {
    /// Redis, without persistence.
    Redis,
    /// The database's own notifications.
    Postgres,
}

/// How large a run is, and what it runs.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Decides the plan of what is broken when, the tickets, and the sandbox's faults.
    pub seed: u64,
    /// How many tickets are deployed.
    pub tickets: usize,
    /// How many `omnitraffick worker` run.
    pub workers: usize,
    /// How many `omnitraffick serve` run.
    pub servers: usize,
    /// Who tells workers that something is due.
    pub broker: Broker,
    /// How many workers and servers are killed at the least.
    pub kills: usize,
    /// How often the broker's data is wiped at the least.
    pub wipes: usize,
    /// How long it may take at most.
    pub limit: Duration,
    /// The mean pause between two actions.
    pub gap: Duration,
    /// How many ad accounts of each platform the tickets go to.
    pub accounts: u64,
    /// The program `omnitraffick`.
    pub binary: PathBuf,
    /// Whether the folder with the logs is kept after a pass, too.
    pub keep: bool,
    /// Where each action is told when it happens.
    pub say: fn(&str),
}

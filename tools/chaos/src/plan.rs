//! The plan of all actions: a pure function of the seed.

use std::{fmt, time::Duration};

use crate::{Rng, Settings, settings::LEASE_S};

/// One action on the running system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// `kill -9` of a worker, which stays down for a while.
    KillWorker(usize, Duration),
    /// `kill -9` of a server, which stays down for a while.
    KillServer(usize, Duration),
    /// A polite stop (`SIGTERM`) of a worker, which stays down for a while.
    StopWorker(usize, Duration),
    /// A suspension (`SIGSTOP`) of a worker, which continues later.
    PauseWorker(usize, Duration),
    /// A suspension of a server, which continues later.
    PauseServer(usize, Duration),
    /// The loss of all the broker's data: `FLUSHALL`, or the loss of all notifications under way.
    WipeBroker,
    /// An outage of the broker: Redis is killed, or all its connections are cut.
    RestartBroker(Duration),
    /// An immediate stop of PostgreSQL (`SIGQUIT`), which stays down for a while.
    RestartDatabase(Duration),
    /// An outage of all connections to the platforms.
    CutPlatforms(Duration),
    /// An outage of all connections between our processes and the database.
    CutDatabase(Duration),
    /// An outage of all connections between our processes and the broker.
    CutBroker(Duration),
}

impl Action {
    /// The action in a few words, without its numbers.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::KillWorker(..) => "worker killed",
            Self::KillServer(..) => "server killed",
            Self::StopWorker(..) => "worker stopped politely",
            Self::PauseWorker(..) => "worker suspended",
            Self::PauseServer(..) => "server suspended",
            Self::WipeBroker => "broker wiped",
            Self::RestartBroker(..) => "broker restarted",
            Self::RestartDatabase(..) => "PostgreSQL restarted",
            Self::CutPlatforms(..) => "platforms cut off",
            Self::CutDatabase(..) => "PostgreSQL cut off",
            Self::CutBroker(..) => "broker cut off",
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::KillWorker(slot, time)
            | Self::KillServer(slot, time)
            | Self::StopWorker(slot, time)
            | Self::PauseWorker(slot, time)
            | Self::PauseServer(slot, time) => write!(f, "{} ({}, {time:?})", self.kind(), slot + 1),
            Self::WipeBroker => f.write_str(self.kind()),
            Self::RestartBroker(time)
            | Self::RestartDatabase(time)
            | Self::CutPlatforms(time)
            | Self::CutDatabase(time)
            | Self::CutBroker(time) => write!(f, "{} ({time:?})", self.kind()),
        }
    }
}

/// An endless sequence of pauses and actions. The first [`Plan::quota`] actions contain all that were asked for.
#[derive(Debug)]
pub struct Plan {
    rng: Rng,
    deck: Vec<Make>,
    /// The sum of the pauses before the quota's actions.
    pub duration: Duration,
    /// The number of actions that contain all that were asked for.
    pub quota: usize,
    gap: Duration,
    workers: usize,
    servers: usize,
}

type Make = fn(&mut Plan) -> Action;

/// The actions for this many kills and wipes.
fn deck(kills: usize, wipes: usize) -> Vec<Make> {
    let counts: [(usize, Make); 11] = [
        (kills - kills / 5, |plan| Action::KillWorker(plan.rng.index(plan.workers), plan.time(50, 2500))),
        (kills / 5, |plan| Action::KillServer(plan.rng.index(plan.servers), plan.time(50, 2500))),
        (kills.div_ceil(6), |plan| Action::StopWorker(plan.rng.index(plan.workers), plan.time(50, 1500))),
        (kills.div_ceil(4), |plan| Action::PauseWorker(plan.rng.index(plan.workers), plan.pause())),
        (kills.div_ceil(12), |plan| Action::PauseServer(plan.rng.index(plan.servers), plan.pause())),
        (wipes, |_| Action::WipeBroker),
        (wipes, |plan| Action::RestartBroker(plan.time(50, 2000))),
        (kills.div_ceil(12), |plan| Action::RestartDatabase(plan.time(50, 2000))),
        (kills.div_ceil(5), |plan| Action::CutPlatforms(plan.time(0, 1200))),
        (kills.div_ceil(8), |plan| Action::CutDatabase(plan.time(0, 1200))),
        (kills.div_ceil(8), |plan| Action::CutBroker(plan.time(0, 1200))),
    ];
    counts.into_iter().flat_map(|(count, make)| std::iter::repeat_n(make, count)).collect()
}

impl Plan {
    /// The plan of these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut plan = Self::shuffled(settings);
        plan.duration = Self::shuffled(settings).take(plan.quota).map(|(pause, _)| pause).sum();
        plan
    }

    fn shuffled(settings: &Settings) -> Self {
        let mut rng = Rng::new(settings.seed, "plan");
        let mut deck = deck(settings.kills, settings.wipes);
        rng.shuffle(&mut deck);
        Self {
            rng,
            quota: deck.len(),
            deck,
            duration: Duration::ZERO,
            gap: settings.gap,
            workers: settings.workers,
            servers: settings.servers,
        }
    }

    fn time(&mut self, least_ms: u64, most_ms: u64) -> Duration {
        Duration::from_millis(self.rng.between(least_ms, most_ms))
    }

    /// Every third suspension outlasts the lease: the process has lost its claims when it wakes up.
    fn pause(&mut self) -> Duration {
        if self.rng.one_in(3) { self.time(LEASE_S * 1000 + 500, LEASE_S * 1000 + 4000) } else { self.time(200, 3000) }
    }
}

impl Iterator for Plan {
    type Item = (Duration, Action);

    fn next(&mut self) -> Option<Self::Item> {
        if self.deck.is_empty() {
            // The quota is reached, but tickets still arrive: continue with a smaller share of each action.
            self.deck = deck(10, 1);
            let mut deck = std::mem::take(&mut self.deck);
            self.rng.shuffle(&mut deck);
            self.deck = deck;
        }
        let make = self.deck.pop()?;
        let most = u64::try_from(self.gap.as_millis() * 2).unwrap_or(u64::MAX);
        Some((self.time(0, most), make(self)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(seed: u64) -> Settings {
        Settings { seed, kills: 50, wipes: 5, ..crate::tests::settings() }
    }

    #[test]
    fn a_seed_is_a_plan() {
        let plan = |seed| Plan::new(&settings(seed)).take(300).collect::<Vec<_>>();
        assert_eq!(plan(1), plan(1));
        assert_ne!(plan(1), plan(2));
    }

    #[test]
    fn the_quota_holds_what_was_asked_for() {
        let plan = Plan::new(&settings(3));
        let quota = plan.quota;
        let (mut kills, mut wipes, mut beyond_lease) = (0, 0, 0);
        for (_, action) in plan.take(quota) {
            match action {
                Action::KillWorker(slot, _) => {
                    assert!(slot < 4);
                    kills += 1;
                }
                Action::KillServer(slot, _) => {
                    assert!(slot < 2);
                    kills += 1;
                }
                Action::WipeBroker => wipes += 1,
                Action::PauseWorker(_, time) if time > Duration::from_secs(LEASE_S) => beyond_lease += 1,
                _ => {}
            }
        }
        assert_eq!((kills, wipes), (50, 5));
        assert!(beyond_lease > 0);
    }

    #[test]
    fn its_duration_is_that_of_its_pauses() {
        let plan = Plan::new(&settings(4));
        let (quota, duration) = (plan.quota, plan.duration);
        assert_eq!(plan.take(quota).map(|(pause, _)| pause).sum::<Duration>(), duration);
    }
}

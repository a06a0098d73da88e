//! The troubles of a run, drawn from its seed: one run has a platform that drops every tenth answer, another one workers that
//! die all the time, and some have all of it.

use rand::{Rng, SeedableRng, rngs::SmallRng};

/// The rate of each trouble, in a thousand.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The number of deployments.
    pub deployments: usize,
    /// The number of ad accounts that they share.
    pub accounts: usize,
    /// The number of workers.
    pub workers: usize,
    /// The number of deployments that a worker drives at once.
    pub concurrency: usize,
    /// Creations of which the answer is lost, whether or not the object was created.
    pub lost_answers: u32,
    /// Creations that the platform does not answer in time.
    pub silence: u32,
    /// Creations that the platform answers with an error of its own servers, whether or not it created the object.
    pub server_errors: u32,
    /// Requests that are throttled.
    pub throttles: u32,
    /// Requests that are refused for good.
    pub refusals: u32,
    /// Requests with a token that the platform refuses.
    pub unauthorized: u32,
    /// Searches by name that fail.
    pub failed_searches: u32,
    /// Commits that the database does not make.
    pub failed_commits: u32,
    /// Commits that the database makes, and whose answer is lost.
    pub lost_commits: u32,
    /// Events of a worker before which its whole process sleeps.
    pub stalls: u32,
    /// Requests that wait in the worker before they leave, as those do that share a platform's quota.
    pub slow_starts: u32,
    /// Simulated seconds between two deaths of a worker; none where no worker dies.
    pub seconds_between_kills: Option<u32>,
    /// Simulated seconds between two polite stops of a worker; none where none is stopped.
    pub seconds_between_stops: Option<u32>,
    /// Simulated seconds between two outages of the platform; none where it has none.
    pub seconds_between_outages: Option<u32>,
    /// Simulated seconds between two acts of people, who cancel, pause and resume; none where nobody does.
    pub seconds_between_acts: Option<u32>,
}

impl Plan {
    /// The troubles of a seed.
    pub fn of(seed: u64, deployments: usize) -> Self {
        let mut rng = SmallRng::seed_from_u64(seed ^ 0x9e37_79b9_7f4a_7c15);
        // Each trouble is absent in a third of the runs, so that the others are seen alone too.
        let mut rate = |most: u32| if rng.random_ratio(1, 3) { 0 } else { rng.random_range(1..=most) };
        let (lost_answers, silence, server_errors) = (rate(80), rate(20), rate(60));
        let (throttles, refusals, unauthorized) = (rate(40), rate(20), rate(3));
        let (failed_searches, failed_commits, lost_commits) = (rate(200), rate(40), rate(40));
        let (stalls, slow_starts) = (rate(5), rate(20));
        let mut every = |seconds: u32| rng.random_ratio(2, 3).then(|| rng.random_range(seconds..=seconds * 10));
        Self {
            lost_answers,
            silence,
            server_errors,
            throttles,
            refusals,
            unauthorized,
            failed_searches,
            failed_commits,
            lost_commits,
            stalls,
            slow_starts,
            seconds_between_kills: every(5),
            seconds_between_stops: every(10),
            seconds_between_outages: every(60),
            seconds_between_acts: every(5),
            accounts: [1, 3, 40, 500][rng.random_range(0..4)],
            workers: rng.random_range(1..=5),
            concurrency: rng.random_range(4..=64),
            deployments,
        }
    }

    /// The same without troubles: what is left over is finished under it.
    #[must_use]
    pub fn calm(self) -> Self {
        Self {
            lost_answers: 0,
            silence: 0,
            server_errors: 0,
            throttles: 0,
            refusals: 0,
            unauthorized: 0,
            failed_searches: 0,
            failed_commits: 0,
            lost_commits: 0,
            stalls: 0,
            slow_starts: 0,
            seconds_between_kills: None,
            seconds_between_stops: None,
            seconds_between_outages: None,
            seconds_between_acts: None,
            ..self
        }
    }
}

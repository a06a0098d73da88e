//! Proof by breaking: runs the whole product as real processes, breaks everything around it by a plan that a seed
//! decides, and counts at the end that nothing was made twice and nothing was lost. It uses the product through its
//! processes and its HTTP API only. Begin with [`run`]; `plan.rs` has the actions, `judge.rs` the count.

mod api;
mod cluster;
mod evidence;
mod faults;
mod feed;
mod http;
mod judge;
mod keeper;
mod load;
mod logs;
mod payload;
mod plan;
mod programs;
mod proxy;
mod report;
mod rng;
mod settings;

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::time::{Instant, sleep, timeout_at};

pub use judge::Verdict;
pub use plan::{Action, Plan};
pub use report::Report;
pub use rng::Rng;
pub use settings::{Broker, Settings};

use api::{Api, Catalog};
use cluster::Cluster;
use feed::Reader;

/// The reason why a run could not be finished.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
/// The result of a run, or of a part of it.
pub type Result<T> = std::result::Result<T, Error>;

/// The time within which every awaited state must be reached: the longest suspension, a restart, and a margin.
const PATIENCE: Duration = Duration::from_secs(90);

/// Runs the whole suite. Keeps the folder with the logs, and prints its path, unless the run passes.
pub async fn run(settings: &Settings) -> Result<Report> {
    let folder = tempfile::Builder::new().prefix("chaos-").tempdir()?;
    match break_and_count(settings, folder.path()).await {
        Ok(mut report) => {
            if settings.keep || !report.passed() {
                report.folder = Some(folder.keep());
            }
            Ok(report)
        }
        Err(error) => Err(format!("{error} (logs: {})", folder.keep().display()).into()),
    }
}

async fn break_and_count(settings: &Settings, folder: &Path) -> Result<Report> {
    let began = Instant::now();
    let deadline = began + settings.limit;
    let cluster = Cluster::start(settings, folder).await?;
    let api = Arc::new(Api::new(&cluster.servers));
    let catalog = api.set_up().await?;
    let readers: Vec<Reader> = cluster.servers.iter().copied().map(Reader::start).collect();
    faults::begin(cluster.sandbox, settings.seed).await?;

    let (accepted, actions) = timeout_at(deadline, under_chaos(settings, &cluster, &api, &catalog))
        .await
        .map_err(|_| "The tickets were not all accepted before time was up.")??;
    let faults = faults::end(cluster.sandbox).await?;
    (settings.say)("calm: everything runs, and what is left is worked off");
    timeout_at(deadline, cluster.settle()).await.map_err(|_| "Not everything ran again before time was up.")?;
    evidence::wait_until_idle(&api, deadline).await?;
    let evidence = evidence::gather(&api, &cluster, &readers, accepted).await?;

    let mut report = Report {
        seed: settings.seed,
        duration: began.elapsed(),
        actions,
        faults,
        connections_broken: cluster.connections_broken(),
        verdict: judge::judge(&evidence),
        ..Report::default()
    };
    drop(readers);
    report.add(cluster.stop().await);
    let told = logs::read(folder);
    report.deadlocks = told.deadlocks;
    report.verdict.wrong.extend(told.panics);
    Ok(report)
}

/// Runs the load and the plan side by side, until all tickets are accepted and all planned actions are done.
async fn under_chaos(
    settings: &Settings,
    cluster: &Cluster,
    api: &Arc<Api>,
    catalog: &Catalog,
) -> Result<(Vec<String>, BTreeMap<&'static str, usize>)> {
    let plan = Plan::new(settings);
    let (quota, duration) = (plan.quota, plan.duration);
    let accepted = AtomicBool::new(false);
    let load = async {
        let tickets = load::run(api, settings, catalog, duration).await?;
        accepted.store(true, Ordering::Relaxed);
        Ok(tickets)
    };
    let breaking = async {
        let mut actions = BTreeMap::new();
        for (number, (pause, action)) in plan.enumerate() {
            if number >= quota && accepted.load(Ordering::Relaxed) {
                break;
            }
            sleep(pause).await;
            (settings.say)(&format!("{:>4} {action}", number + 1));
            cluster.act(action).await;
            *actions.entry(action.kind()).or_default() += 1;
        }
        Ok(actions)
    };
    tokio::try_join!(load, breaking)
}

/// Repeats `attempt` until it returns something. After [`PATIENCE`] it fails with an error that names what it waited
/// for.
async fn eventually<T>(what: &str, mut attempt: impl AsyncFnMut() -> Option<T>) -> Result<T> {
    let began = Instant::now();
    loop {
        if let Some(found) = attempt().await {
            return Ok(found);
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("{what}: not within {PATIENCE:?}").into());
        }
        sleep(Duration::from_millis(100)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings of unit tests.
    pub(crate) fn settings() -> Settings {
        Settings {
            seed: 1,
            tickets: 10,
            workers: 4,
            servers: 2,
            broker: Broker::Redis,
            kills: 10,
            wipes: 1,
            limit: Duration::from_mins(1),
            gap: Duration::from_secs(1),
            accounts: 3,
            binary: "omnitraffick".into(),
            keep: false,
            say: |_| {},
        }
    }

    #[test]
    fn a_run_without_tickets_proves_nothing() {
        assert!(!Report::default().passed());
        let proved = Report { verdict: Verdict { accepted: 1, ..Verdict::default() }, ..Report::default() };
        assert!(proved.passed());
        let mut broken = Report { verdict: Verdict { accepted: 1, ..Verdict::default() }, ..Report::default() };
        broken.add(vec![keeper::Story { ended_by_itself: 1, faults: vec!["a panic".into()] }]);
        assert!(!broken.passed());
    }
}

//! The worker: several drivers on one queue, which a broker and a sweeper fill.

use std::{sync::Arc, time::Duration};

use app::{App, deployments::Driven};
use domain::DeploymentId;
use tokio::{sync::Notify, task::JoinSet};
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};
use uuid::Uuid;

use crate::{Delivery, Hints, Identity, Queue, heartbeat, in_flight::InFlight, sweeper};

/// The time that the broker has to record finished work when the worker stops.
const SETTLING: Duration = Duration::from_secs(1);

/// The settings of a worker.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The number of deployments that it drives at once.
    pub concurrency: usize,
    /// The most of them that are of one account.
    pub per_account: usize,
    /// The longest pause between two looks for due deployments.
    pub sweep_interval: Duration,
    /// Its identity, for the heartbeat.
    pub identity: Identity,
}

impl Default for Settings {
    /// The default concurrency; a lost hint costs a second at most.
    fn default() -> Self {
        Self { concurrency: 64, per_account: 8, sweep_interval: Duration::from_secs(1), identity: Identity::default() }
    }
}

/// A running worker.
pub struct Worker {
    tasks: JoinSet<()>,
    stop: CancellationToken,
    hints: Arc<dyn Hints>,
    app: App,
    in_flight: Arc<InFlight>,
}

impl Worker {
    /// Starts a worker on a queue that `hints` fills.
    pub fn start(app: &App, queue: &Arc<Queue>, hints: Arc<dyn Hints>, settings: &Settings) -> Self {
        let stop = CancellationToken::new();
        queue.limit_accounts(settings.per_account);
        let rung = Arc::new(Notify::new());
        let in_flight = Arc::new(InFlight::default());
        let mut tasks = JoinSet::new();
        for _ in 0..settings.concurrency.max(1) {
            let driver =
                Driver { app: app.clone(), queue: queue.clone(), rung: rung.clone(), in_flight: in_flight.clone() };
            tasks.spawn(driver.run(stop.clone()));
        }
        tasks.spawn(heartbeat::run(
            app.clone(),
            settings.identity.clone(),
            settings.concurrency,
            queue.clone(),
            in_flight.clone(),
            stop.clone(),
        ));
        tasks.spawn(sweeper::run(app.clone(), queue.clone(), rung, settings.sweep_interval, stop.clone()));
        tasks.spawn(run_listener(hints.clone(), queue.clone(), stop.clone()));
        Self { tasks, stop, hints, app: app.clone(), in_flight }
    }

    /// Stops claiming, allows work in flight to finish within `patience`, and ends. Interrupted deployments are
    /// released, and another worker continues them at once, after a search for their objects.
    pub async fn stop(mut self, patience: Duration) {
        self.stop.cancel();
        let finished = tokio::time::timeout(patience, async { while self.tasks.join_next().await.is_some() {} }).await;
        if finished.is_err() {
            self.tasks.shutdown().await;
            let left = self.in_flight.take_all();
            warn!(left = left.len(), "the worker stops with {} deployments in flight and releases them", left.len());
            for (id, token) in left {
                give_back(&self.app, id, token).await;
            }
        }
        // A missing acknowledgement costs another worker a read.
        let _ = tokio::time::timeout(SETTLING, self.hints.settle()).await;
    }
}

/// One of a worker's drivers.
struct Driver {
    app: App,
    queue: Arc<Queue>,
    rung: Arc<Notify>,
    in_flight: Arc<InFlight>,
}

impl Driver {
    async fn run(self, stop: CancellationToken) {
        loop {
            let delivery = tokio::select! {
                biased;
                () = stop.cancelled() => return,
                delivery = self.queue.next() => delivery,
            };
            match self.drive(&delivery).await {
                Some(Driven::Ended(_)) => delivery.over_for_good(),
                Some(Driven::Waits(_)) => {
                    // Before the sweeper looks: work in flight is not queued.
                    delivery.over();
                    self.rung.notify_one();
                }
                _ => delivery.over(),
            }
        }
    }

    /// Drives a deployment. None where that failed.
    async fn drive(&self, delivery: &Delivery) -> Option<Driven> {
        let id = delivery.id();
        let token = self.app.new_lease_token();
        self.in_flight.take(id, token);
        let limit = self.app.engine().hard_time_limit;
        let driven =
            tokio::time::timeout(limit, self.app.drive_under(id, token, |account| delivery.admit(account))).await;
        self.in_flight.done(id);
        match driven {
            Ok(Ok(driven)) => {
                debug!(deployment.id = %id, ?driven, "deployment {id}: {driven:?}");
                return Some(driven);
            }
            Ok(Err(problem)) => {
                error!(deployment.id = %id, error = %problem, cause = ?problem, "deployment {id} could not be driven; it is taken up again: {problem}");
                // If the database refused a single transaction (for example because of a deadlock), nobody has to wait
                // for the lease to expire.
                give_back(&self.app, id, token).await;
            }
            Err(_) => {
                info!(deployment.id = %id, "deployment {id} took longer than the hard limit; it is taken up again");
                give_back(&self.app, id, token).await;
            }
        }
        None
    }
}

/// Releases a lease; if the database does not answer, it expires by itself.
async fn give_back(app: &App, id: DeploymentId, token: Uuid) {
    if let Err(error) = app.give_back(id, token).await {
        debug!(deployment.id = %id, %error, "the lease of deployment {id} could not be given back: {error}");
    }
}

async fn run_listener(hints: Arc<dyn Hints>, queue: Arc<Queue>, stop: CancellationToken) {
    tokio::select! {
        () = stop.cancelled() => {}
        never = hints.listen(queue) => match never {},
    }
}

//! The worker: so many drivers on one queue, which a broker and a sweeper fill.

use std::{sync::Arc, time::Duration};

use app::{App, deployments::Driven};
use domain::DeploymentId;
use tokio::{sync::Notify, task::JoinSet};
use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

use crate::{Hints, Queue, sweeper};

/// How long the broker may take to note what is over, when the worker stops.
const SETTLING: Duration = Duration::from_secs(1);

/// How a worker works.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How many deployments it drives at once.
    pub concurrency: usize,
    /// How often it looks for due deployments at the least.
    pub sweep_interval: Duration,
}

impl Default for Settings {
    /// The seed's concurrency; a lost hint costs a second at most.
    fn default() -> Self {
        Self { concurrency: 4, sweep_interval: Duration::from_secs(1) }
    }
}

/// A running worker.
pub struct Worker {
    tasks: JoinSet<()>,
    stop: CancellationToken,
    hints: Arc<dyn Hints>,
}

impl Worker {
    /// Starts a worker on a queue that `hints` fills.
    pub fn start(app: &App, queue: &Arc<Queue>, hints: Arc<dyn Hints>, settings: &Settings) -> Self {
        let stop = CancellationToken::new();
        let rung = Arc::new(Notify::new());
        let mut tasks = JoinSet::new();
        for _ in 0..settings.concurrency.max(1) {
            tasks.spawn(run_driver(app.clone(), queue.clone(), rung.clone(), stop.clone()));
        }
        tasks.spawn(sweeper::run(app.clone(), queue.clone(), rung, settings.sweep_interval, stop.clone()));
        tasks.spawn(run_listener(hints.clone(), queue.clone(), stop.clone()));
        Self { tasks, stop, hints }
    }

    /// Stops claiming, lets what is in hand finish within `patience`, and ends. What is cut off then is taken up by the next
    /// worker, with a look-up first.
    pub async fn stop(mut self, patience: Duration) {
        self.stop.cancel();
        let finished = tokio::time::timeout(patience, async { while self.tasks.join_next().await.is_some() {} }).await;
        if finished.is_err() {
            warn!(
                left = self.tasks.len(),
                "the worker stops with {} deployments in hand; they are taken up again",
                self.tasks.len()
            );
            self.tasks.shutdown().await;
        }
        // What the broker is not told of in time costs another worker a look.
        let _ = tokio::time::timeout(SETTLING, self.hints.settle()).await;
    }
}

async fn run_driver(app: App, queue: Arc<Queue>, rung: Arc<Notify>, stop: CancellationToken) {
    loop {
        let delivery = tokio::select! {
            biased;
            () = stop.cancelled() => return,
            delivery = queue.next() => delivery,
        };
        let waits = drive(&app, delivery.id()).await;
        // Before the sweeper looks: what is in hand is not queued.
        delivery.over();
        if waits {
            rung.notify_one();
        }
    }
}

async fn run_listener(hints: Arc<dyn Hints>, queue: Arc<Queue>, stop: CancellationToken) {
    tokio::select! {
        () = stop.cancelled() => {}
        never = hints.listen(queue) => match never {},
    }
}

/// Drives, whatever comes of it; whether the deployment waits to be driven again.
async fn drive(app: &App, id: DeploymentId) -> bool {
    match tokio::time::timeout(app.engine().hard_time_limit, app.drive(id)).await {
        Ok(Ok(Driven::Waits(_))) => return true,
        Ok(Ok(driven)) => tracing::debug!(deployment.id = %id, ?driven, "deployment {id}: {driven:?}"),
        Ok(Err(problem)) => {
            error!(deployment.id = %id, error = %problem, cause = ?problem, "deployment {id} could not be driven; it is taken up again: {problem}");
        }
        Err(_) => {
            info!(deployment.id = %id, "deployment {id} took longer than the hard limit; it is taken up again");
        }
    }
    false
}

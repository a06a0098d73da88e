//! A broker of a single test on the shared servers, with publishers and workers.

use std::{
    collections::HashSet,
    env,
    sync::{Arc, LazyLock, Mutex},
    time::{Duration, Instant},
};

use app::{Broker, Rng};
use domain::{DeploymentId, Secret};
use futures_util::FutureExt;
use testkit::FixedRng;
use tokio_util::task::AbortOnDropHandle;
use uuid::Uuid;
use worker::{Hints, LocalBroker, PostgresBroker, Queue, RedisBroker, RedisSettings};

/// The longest wait of a test.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The most unacknowledged entries of a worker in these tests.
pub(crate) const UNACKNOWLEDGED: usize = 8;

/// One for all, so that no two workers get the same name. Its draws make waits short.
static CHANCE: LazyLock<Arc<FixedRng>> = LazyLock::new(|| Arc::new(FixedRng::of(0.05)));

/// Random numbers for a broker.
pub(crate) fn rng() -> Arc<dyn Rng> {
    CHANCE.clone()
}

/// A new id.
pub(crate) fn new_id() -> DeploymentId {
    DeploymentId(Uuid::now_v7())
}

/// Several new ids.
pub(crate) fn new_ids(count: usize) -> Vec<DeploymentId> {
    (0..count).map(|_| new_id()).collect()
}

/// Waits until a condition is true.
pub(crate) async fn eventually(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// The server of a variable that `make test` sets.
pub(crate) fn server(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| panic!("{variable} must name a server for tests: `make test` starts one"))
}

enum Kind {
    InProcess(LocalBroker),
    Postgres(String),
    Redis(String),
}

/// A broker of a test's own.
pub(crate) struct Stage {
    kind: Kind,
    /// The channel, or stream.
    pub(crate) name: String,
}

/// A queue that drops no hint of a test.
fn roomy() -> Arc<Queue> {
    Arc::new(Queue::with_room(1_000_000))
}

impl Stage {
    pub(crate) fn in_process() -> Self {
        Self::of(Kind::InProcess(LocalBroker::on(roomy())))
    }

    pub(crate) fn postgres() -> Self {
        Self::postgres_at(&server("TEST_POSTGRES_URL"))
    }

    pub(crate) fn postgres_at(url: &str) -> Self {
        Self::of(Kind::Postgres(url.to_owned()))
    }

    pub(crate) fn redis() -> Self {
        Self::redis_at(&server("TEST_REDIS_URL"))
    }

    pub(crate) fn redis_at(url: &str) -> Self {
        Self::of(Kind::Redis(url.to_owned()))
    }

    fn of(kind: Kind) -> Self {
        Self { kind, name: format!("test_{}", Uuid::now_v7().simple()) }
    }

    pub(crate) fn publisher(&self) -> Arc<dyn Broker> {
        match &self.kind {
            Kind::InProcess(broker) => Arc::new(broker.clone()),
            Kind::Postgres(url) => self.on_postgres(url).publisher(),
            Kind::Redis(url) => self.on_redis(url, Duration::from_mins(1)).publisher(),
        }
    }

    /// A worker that takes over nothing within a test.
    pub(crate) fn worker(&self) -> TestWorker {
        self.worker_with(Duration::from_mins(1))
    }

    /// A worker that takes over the unacknowledged entries of others at once.
    pub(crate) fn impatient_worker(&self) -> TestWorker {
        self.worker_with(Duration::ZERO)
    }

    fn worker_with(&self, idle: Duration) -> TestWorker {
        match &self.kind {
            Kind::InProcess(broker) => TestWorker::new(broker.queue(), Arc::new(broker.clone())),
            Kind::Postgres(url) => TestWorker::new(roomy(), Arc::new(self.on_postgres(url))),
            Kind::Redis(url) => TestWorker::new(roomy(), Arc::new(self.on_redis(url, idle))),
        }
    }

    fn on_postgres(&self, url: &str) -> PostgresBroker {
        PostgresBroker::new(&Secret::new(url), rng()).unwrap().on_channel(&self.name)
    }

    fn on_redis(&self, url: &str, idle: Duration) -> RedisBroker {
        let settings = RedisSettings {
            stream: self.name.clone(),
            unacknowledged: UNACKNOWLEDGED,
            idle,
            gone: Duration::from_millis(20),
            look_every: Duration::from_millis(50),
            ..RedisSettings::default()
        };
        RedisBroker::new(&Secret::new(url), settings, rng()).unwrap()
    }
}

/// A listener with a queue, and drivers that only remember ids.
pub(crate) struct TestWorker {
    pub(crate) queue: Arc<Queue>,
    driven: Mutex<HashSet<DeploymentId>>,
    hints: Arc<dyn Hints>,
    _listening: AbortOnDropHandle<()>,
}

impl TestWorker {
    fn new(queue: Arc<Queue>, hints: Arc<dyn Hints>) -> Self {
        let (listener, to) = (hints.clone(), queue.clone());
        let listening = tokio::spawn(async move { match listener.listen(to).await {} });
        Self { queue, driven: Mutex::default(), hints, _listening: AbortOnDropHandle::new(listening) }
    }

    /// The driven ids.
    pub(crate) fn driven(&self) -> HashSet<DeploymentId> {
        self.driven.lock().unwrap().clone()
    }

    async fn drive_one(&self) {
        let delivery = self.queue.next().await;
        self.driven.lock().unwrap().insert(delivery.id());
        delivery.over();
    }

    fn drive_what_waits(&self) {
        while self.drive_one().now_or_never().is_some() {}
    }

    /// Drives until a condition is true.
    pub(crate) async fn drive_until(&self, mut is_so: impl FnMut(&HashSet<DeploymentId>) -> bool) {
        let driving = async {
            while !is_so(&self.driven()) {
                self.drive_one().await;
            }
        };
        let waiting = tokio::time::timeout(PATIENCE, driving).await;
        assert!(waiting.is_ok(), "not within {PATIENCE:?}; {} were driven", self.driven().len());
    }

    /// Waits until hints from `publisher` reach it, and no test hint is left.
    pub(crate) async fn hears(&self, publisher: &dyn Broker) {
        all_hear(&[self], publisher).await;
    }

    /// Waits until the broker knows the finished work.
    pub(crate) async fn settle(&self) {
        tokio::time::timeout(PATIENCE, self.hints.settle()).await.unwrap();
    }
}

/// Waits until hints from `publisher` reach each of them, and no test hint is left.
pub(crate) async fn all_hear(workers: &[&TestWorker], publisher: &dyn Broker) {
    let mut sent = HashSet::new();
    let began = Instant::now();
    for worker in workers {
        while sent.is_disjoint(&worker.driven()) {
            assert!(began.elapsed() < PATIENCE, "no hint arrives within {PATIENCE:?}: {:?}", publisher.health());
            let id = new_id();
            sent.insert(id);
            publisher.publish(&[id]).await;
            let _ = tokio::time::timeout(Duration::from_millis(50), worker.drive_one()).await;
            worker.drive_what_waits();
        }
    }
    // Hints arrive in order: once each worker has received this one, none is behind it.
    let last = new_id();
    sent.insert(last);
    publisher.publish(&[last]).await;
    let is_last = || workers.iter().all(|worker| worker.driven().contains(&last));
    let are_all = || sent.is_subset(&workers.iter().flat_map(|worker| worker.driven()).collect());
    eventually("all hints are driven", || {
        for worker in workers {
            worker.drive_what_waits();
        }
        is_last() || are_all()
    })
    .await;
}

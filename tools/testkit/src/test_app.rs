//! An application for tests: its own database, a clock moved by hand, and a real sandbox behind real connectors.

use std::{sync::Arc, time::Duration};

use app::{App, Clock, Engine, Failpoints, Parts};
use connectors::{ConnectorSettings, Descriptor, PLATFORMS, PlatformSettings, Registry, http::HttpClient};
use domain::{
    Secret,
    deployment::DeploymentStatus,
    list::{DeploymentFilter, ListQuery},
};
use sandbox::Sandbox;
use worker::LocalBroker;

use crate::{FixedRng, MockClock, TestClient, TestDatabase};

/// The token of the platforms in every test; it must not appear anywhere.
pub const TOKEN: &str = "EAAB-test-token-that-must-never-print";

/// An application under test.
pub struct TestApp {
    /// The use cases.
    pub app: App,
    /// The clock.
    pub clock: MockClock,
    /// The platforms.
    pub sandbox: Sandbox,
    /// The HTTP API, in process.
    pub client: TestClient,

    /// The database.
    pub database: TestDatabase,
    engine: Engine,
    address: String,
    server: tokio::task::JoinHandle<()>,
}

impl TestApp {
    /// An application on `database`, at noon of a day in 2026.
    pub async fn on(database: TestDatabase) -> Self {
        Self::with(database, Engine::default()).await
    }

    /// An application with other engine settings.
    pub async fn with(database: TestDatabase, engine: Engine) -> Self {
        Self::sabotaged(database, engine, None).await
    }

    /// An application with failpoints, at which it may die.
    pub async fn sabotaged(database: TestDatabase, engine: Engine, failpoints: Option<Arc<dyn Failpoints>>) -> Self {
        let clock = MockClock::at("2026-03-02T12:00:00Z");
        let sandbox = Sandbox::open(sandbox::Settings::default()).unwrap();
        sandbox.set_quotas(sandbox::Quotas::off());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let shared = sandbox.clone();
        let server = tokio::spawn(async move {
            let _ = sandbox::serve(listener, shared, std::future::pending::<()>()).await;
        });
        let app = assemble(&database, &clock, engine.clone(), failpoints, settings(&address));
        let client = TestClient::of(&app);
        Self { app, clock, sandbox, client, database, engine, address, server }
    }

    /// Restarts the application on the same database and sandbox, with changed settings of the platforms.
    pub fn restart_with(&mut self, change: impl FnOnce(&mut Vec<Box<dyn PlatformSettings>>)) {
        let mut settings = settings(&self.address);
        change(&mut settings);
        self.app = assemble(&self.database, &self.clock, self.engine.clone(), None, settings);
        self.client = TestClient::of(&self.app);
    }

    /// The sandbox's address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Drives all due deployments, one after another, until none is left.
    pub async fn run_due_work(&self) {
        for _ in 0..10_000 {
            let due = self.app.due_deployments(100).await.unwrap();
            if due.is_empty() {
                return;
            }
            for (id, _) in due {
                self.app.drive(id).await.unwrap();
            }
        }
        panic!("there is always something due: a deployment goes in circles");
    }

    /// Runs jobs until none is left.
    pub async fn work_on_jobs(&self) {
        while self.app.work_on_next_job(Duration::from_mins(1)).await.unwrap() {}
    }

    /// Drives, and moves the clock to the next due time, until every deployment has ended. Returns the time that passed
    /// on the clock.
    pub async fn settle(&self) -> Duration {
        let began = self.clock.now();
        for _ in 0..1_000 {
            self.run_due_work().await;
            if self.active().await == 0 {
                return Duration::try_from(self.clock.now().duration_since(began)).unwrap();
            }
            let wait = self.app.next_due().await.unwrap().unwrap_or(self.app.engine().lease);
            self.clock.advance(wait + Duration::from_millis(1));
        }
        panic!("the deployments do not end");
    }

    async fn active(&self) -> u64 {
        let filter = DeploymentFilter {
            status: vec![DeploymentStatus::Pending, DeploymentStatus::Started, DeploymentStatus::Retry],
            ..DeploymentFilter::default()
        };
        self.app.list_deployments(&filter, &ListQuery::default()).await.unwrap().total
    }

    /// Waits until the platforms have answered every request that has arrived.
    pub async fn until_the_platforms_rest(&self) {
        let mut seen = usize::MAX;
        loop {
            tokio::time::sleep(Duration::from_millis(5)).await;
            let requests = self.sandbox.requests();
            let open = requests.iter().any(|request| request.status.is_none() && request.fault.is_none());
            if !open && requests.len() == seen {
                return;
            }
            seen = requests.len();
        }
    }

    /// The names of the living objects of the sandbox, sorted.
    pub fn object_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.sandbox.objects().into_iter().map(|object| object.name).collect();
        names.sort();
        names
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn assemble(
    database: &TestDatabase,
    clock: &MockClock,
    engine: Engine,
    failpoints: Option<Arc<dyn Failpoints>>,
    settings: Vec<Box<dyn PlatformSettings>>,
) -> App {
    let http = HttpClient::new(engine.http_timeout).unwrap();
    App::new(Parts {
        store: database.store.clone(),
        connectors: Registry::new(settings, &http),
        broker: Arc::new(LocalBroker::default()),
        clock: Arc::new(clock.clone()),
        rng: Arc::new(FixedRng::of(1.0)),
        engine,
        failpoints,
    })
}

/// The settings of every platform that has a connector, as a first run has them.
fn settings(address: &str) -> Vec<Box<dyn PlatformSettings>> {
    let of = |descriptor: &Descriptor| {
        let common = ConnectorSettings {
            base_url: address.to_owned(),
            api_version: descriptor.api_version.to_owned(),
            access_token: Some(Secret::new(TOKEN)),
            default_account: Some(descriptor.account.in_sandbox.to_owned()),
            sandbox: true,
        };
        (descriptor.read)(common, serde_json::Map::new()).unwrap()
    };
    PLATFORMS.into_iter().map(of).collect()
}

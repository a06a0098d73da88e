//! Everything that runs: the product's processes, the services that they need, and the proxies in between.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use futures_util::future::join_all;

use crate::{
    Action, Broker, Result, Settings,
    http::Request,
    keeper::{Keeper, Recipe, Story},
    programs::{self, free_address, redis_says},
    proxy::Proxy,
    settings::{HTTP_TIMEOUT_S, LEASE_S},
};

/// The running system.
#[derive(Debug)]
pub(crate) struct Cluster {
    /// The addresses of the API's servers.
    pub(crate) servers: Vec<SocketAddr>,
    /// The sandbox's address, without a proxy in between.
    pub(crate) sandbox: SocketAddr,
    server_keepers: Vec<Keeper>,
    worker_keepers: Vec<Keeper>,
    sandbox_keeper: Keeper,
    database: Keeper,
    redis: Option<(Keeper, SocketAddr)>,
    to_platforms: Proxy,
    to_database: Proxy,
    to_broker: Proxy,
}

impl Cluster {
    /// Starts everything, with logs and data in `folder`.
    pub(crate) async fn start(settings: &Settings, folder: &Path) -> Result<Self> {
        let database_address = free_address()?;
        let database = programs::postgres(folder, database_address).await?;
        let redis = match settings.broker {
            Broker::Postgres => None,
            Broker::Redis => {
                let address = free_address()?;
                Some((programs::redis(folder, address).await?, address))
            }
        };
        let sandbox = free_address()?;
        let journal = folder.join("sandbox.jsonl").display().to_string();
        let listen = ["sandbox".to_owned(), "--listen".to_owned(), sandbox.to_string()];
        let seeded = ["--seed".to_owned(), settings.seed.to_string(), "--journal".to_owned(), journal];
        let arguments = listen.into_iter().chain(seeded).collect();
        let sandbox_keeper = Keeper::start(recipe(settings, folder, "sandbox", arguments, Vec::new()))?;
        crate::eventually("the sandbox is up", async || {
            Request::get("/_sandbox/health").send(sandbox, Duration::from_secs(5)).await
        })
        .await?;

        let to_platforms = Proxy::start(sandbox).await?;
        let to_database = Proxy::start(database_address).await?;
        let to_broker = Proxy::start(redis.as_ref().map_or(database_address, |(_, address)| *address)).await?;
        let environment = environment(settings, &to_platforms, &to_database, &to_broker);
        let mut cluster = Self {
            servers: Vec::new(),
            sandbox,
            server_keepers: Vec::new(),
            worker_keepers: Vec::new(),
            sandbox_keeper,
            database,
            redis,
            to_platforms,
            to_database,
            to_broker,
        };
        for number in 1..=settings.servers {
            let address = free_address()?;
            let arguments = vec!["serve".to_owned(), "--listen".to_owned(), address.to_string()];
            let recipe = recipe(settings, folder, &format!("server-{number}"), arguments, environment.clone());
            cluster.server_keepers.push(Keeper::start(recipe)?);
            cluster.servers.push(address);
            // One after the other: the first one migrates the database's schema.
            crate::eventually("the server is healthy", async || {
                Request::get("/health").send(address, Duration::from_secs(5)).await
            })
            .await?;
        }
        for number in 1..=settings.workers {
            let arguments = vec!["worker".to_owned()];
            let recipe = recipe(settings, folder, &format!("worker-{number}"), arguments, environment.clone());
            cluster.worker_keepers.push(Keeper::start(recipe)?);
        }
        Ok(cluster)
    }

    /// Performs one action of the plan. Long actions continue in the background, except for a wipe, which needs a
    /// running broker.
    pub(crate) async fn act(&self, action: Action) {
        match action {
            Action::KillWorker(slot, down) => self.worker(slot).end("KILL", down),
            Action::StopWorker(slot, down) => self.worker(slot).end("TERM", down),
            Action::PauseWorker(slot, time) => self.worker(slot).suspend(time),
            Action::KillServer(slot, down) => self.server(slot).end("KILL", down),
            Action::PauseServer(slot, time) => self.server(slot).suspend(time),
            Action::RestartDatabase(down) => self.database.end("QUIT", down),
            Action::CutPlatforms(outage) => self.to_platforms.cut(outage),
            Action::CutDatabase(outage) => self.to_database.cut(outage),
            Action::CutBroker(outage) => self.to_broker.cut(outage),
            Action::RestartBroker(down) => match &self.redis {
                Some((keeper, _)) => keeper.end("KILL", down),
                None => self.to_broker.cut(down),
            },
            Action::WipeBroker => match &self.redis {
                Some((_, address)) => {
                    while !redis_says(*address, "FLUSHALL").await {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                }
                // Notifications are stored nowhere: those that arrive during the cut are lost.
                None => self.to_broker.cut(Duration::from_secs(1)),
            },
        }
    }

    fn worker(&self, slot: usize) -> &Keeper {
        &self.worker_keepers[slot % self.worker_keepers.len()]
    }

    fn server(&self, slot: usize) -> &Keeper {
        &self.server_keepers[slot % self.server_keepers.len()]
    }

    /// The number of connections that were broken on purpose.
    pub(crate) fn connections_broken(&self) -> u64 {
        self.to_platforms.broken() + self.to_database.broken() + self.to_broker.broken()
    }

    /// Waits until all actions are finished and everything runs.
    pub(crate) async fn settle(&self) {
        let redis = self.redis.iter().map(|(keeper, _)| keeper);
        let all = self.server_keepers.iter().chain(&self.worker_keepers).chain(redis).chain([&self.database]);
        join_all(all.map(Keeper::settle)).await;
    }

    /// Stops everything. Returns the history of each of the product's processes.
    pub(crate) async fn stop(self) -> Vec<Story> {
        let stories = join_all(self.worker_keepers.into_iter().chain(self.server_keepers).map(Keeper::stop)).await;
        let redis = self.redis.map(|(keeper, _)| keeper);
        join_all(redis.into_iter().chain([self.database, self.sandbox_keeper]).map(Keeper::stop)).await;
        stories
    }
}

fn recipe(
    settings: &Settings,
    folder: &Path,
    name: &str,
    arguments: Vec<String>,
    environment: Vec<(&'static str, String)>,
) -> Recipe {
    Recipe {
        name: name.to_owned(),
        program: PathBuf::from(&settings.binary),
        arguments,
        environment,
        log: folder.join(format!("{name}.log")),
        user: None,
        goodbye: "TERM",
    }
}

/// The environment of servers and workers.
fn environment(
    settings: &Settings,
    to_platforms: &Proxy,
    to_database: &Proxy,
    to_broker: &Proxy,
) -> Vec<(&'static str, String)> {
    let platforms = format!("http://{}", to_platforms.address);
    let broker = match settings.broker {
        Broker::Redis => format!("redis://{}/0", to_broker.address),
        Broker::Postgres => format!("postgres://postgres@{}/postgres", to_broker.address),
    };
    vec![
        ("DATABASE_URL", format!("postgres://postgres@{}/postgres", to_database.address)),
        ("BROKER_URL", broker),
        ("META_API_BASE", platforms.clone()),
        ("META_ACCESS_TOKEN", "chaos-meta-token".to_owned()),
        ("META_AD_ACCOUNT_ID", "1000".to_owned()),
        ("TIKTOK_API_BASE", platforms),
        ("TIKTOK_ACCESS_TOKEN", "chaos-tiktok-token".to_owned()),
        ("TIKTOK_ADVERTISER_ID", "7000".to_owned()),
        ("WORKER_HTTP_TIMEOUT_S", HTTP_TIMEOUT_S.to_string()),
        ("WORKER_LEASE_S", LEASE_S.to_string()),
        // A refused token parks its account for this time.
        ("WORKER_RETRY_DELAY_S", "1".to_owned()),
        // Chaos alone must not use up a deployment's retries.
        ("WORKER_MAX_RETRIES", "12".to_owned()),
        ("LOG_FORMAT", "json".to_owned()),
    ]
}

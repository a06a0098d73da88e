//! `BROKER_URL` to parts: the sender and the receiver of hints that something is due.

use std::sync::Arc;

use app::{Broker, BrokerHealth, Rng};
use async_trait::async_trait;
use domain::{DeploymentId, Secret};
use store::{AppendSignal, notify::NotifyError};
use worker::{EventBell, Hints, LocalBroker, PostgresBroker, Queue, RedisBroker, RedisSettings};

use crate::config::{self, ConnectionUrl, Settings};

type Error = Box<dyn std::error::Error + Send + Sync>;

/// The role of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It serves the API.
    Server,
    /// It drives deployments.
    Worker,
    /// Both.
    All,
    /// One command, after which it ends.
    Tool,
}

impl Role {
    fn serves(self) -> bool {
        matches!(self, Self::Server | Self::All)
    }
}

/// The two sides of the broker, and the queue between them and the drivers.
pub(crate) struct Brokers {
    /// For the API.
    pub(crate) broker: Arc<dyn Broker>,
    /// For workers.
    pub(crate) hints: Arc<dyn Hints>,
    /// The queue from which the worker takes deployments.
    pub(crate) queue: Arc<Queue>,
}

/// The parts of the broker that a role needs. They connect in the background, if at all.
pub(crate) fn brokers(settings: &Settings, role: Role, rng: &Arc<dyn Rng>) -> Result<Brokers, Error> {
    let local = LocalBroker::default();
    let (publisher, hints): (Option<Arc<dyn Broker>>, Arc<dyn Hints>) = match &settings.broker {
        config::Broker::InProcess => (None, Arc::new(local.clone())),
        config::Broker::Postgres(url) => {
            let broker = PostgresBroker::new(&secret(url), rng.clone()).map_err(|error| explain(url, &error))?;
            (role.serves().then(|| broker.publisher()), Arc::new(broker))
        }
        config::Broker::Redis(url) => {
            let redis = RedisSettings {
                unacknowledged: settings.worker.concurrency.saturating_mul(1 + settings.worker.prefetch),
                idle: settings.worker.lease,
                ..RedisSettings::default()
            };
            let broker = RedisBroker::new(&secret(url), redis, rng.clone()).map_err(|error| explain(url, &error))?;
            (role.serves().then(|| broker.publisher()), Arc::new(broker))
        }
    };
    let queue = local.queue();
    let broker: Arc<dyn Broker> = match (publisher, role) {
        (Some(publisher), Role::All) => Arc::new(Both { local, publisher }),
        (Some(publisher), _) => publisher,
        (None, Role::All) => Arc::new(local),
        (None, _) => Arc::new(Nobody),
    };
    Ok(Brokers { broker, hints, queue })
}

/// Tells other processes on a PostgreSQL that the event log grew, and receives the same for a server's live feed.
pub(crate) fn event_bell(
    settings: &Settings,
    role: Role,
    append_signal: &AppendSignal,
    rng: &Arc<dyn Rng>,
) -> Result<Option<EventBell>, Error> {
    let url = &settings.database.url;
    if url.engine() != config::Engine::Postgres || role == Role::Tool {
        return Ok(None);
    }
    let started = EventBell::start(&secret(url), append_signal, role.serves(), rng);
    Ok(Some(started.map_err(|error: NotifyError| explain(url, &error))?))
}

fn secret(url: &ConnectionUrl) -> Secret {
    Secret::new(url.reveal())
}

fn explain(url: &ConnectionUrl, error: &dyn std::fmt::Display) -> String {
    format!("{url} cannot be used: {error}.")
}

/// A process that serves and drives: its own worker gets hints at once, the others through the broker.
struct Both {
    local: LocalBroker,
    publisher: Arc<dyn Broker>,
}

#[async_trait]
impl Broker for Both {
    async fn publish(&self, ids: &[DeploymentId]) {
        self.local.publish(ids).await;
        self.publisher.publish(ids).await;
    }

    fn health(&self) -> BrokerHealth {
        self.publisher.health()
    }
}

/// No broker: workers in other processes find due deployments by sweeping.
struct Nobody;

#[async_trait]
impl Broker for Nobody {
    async fn publish(&self, _: &[DeploymentId]) {}

    fn health(&self) -> BrokerHealth {
        BrokerHealth::Up
    }
}

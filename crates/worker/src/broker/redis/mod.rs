//! Hints over a Redis Stream: each goes to one worker, which acknowledges it at the end of the work. The entries of a
//! dead worker go to another. Needs Redis 6.2 or newer, or Valkey.

mod acknowledge;
mod listen;
mod publish;
mod server;

use std::{
    convert::Infallible,
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};

use app::{Broker, Rng};
use async_trait::async_trait;
use domain::Secret;

use super::{Hints, LATE, Trouble, background_sender::BackgroundSender, condition::Condition};
use crate::Queue;
use acknowledge::{Acknowledged, Acknowledgement};
use listen::Reader;
use publish::{Published, Publisher};
use server::Server;

/// The settings of hints over Redis.
#[derive(Debug, Clone)]
pub struct RedisSettings {
    /// The key of the stream.
    pub stream: String,
    /// The workers' consumer group.
    pub group: String,
    /// The most hints of the stream that one process holds without an acknowledgement.
    pub unacknowledged: usize,
    /// The time after which an entry may be taken over from its worker.
    pub idle: Duration,
    /// The time after which a silent worker without work is forgotten.
    pub gone: Duration,
    /// The interval of checks for both.
    pub look_every: Duration,
}

impl Default for RedisSettings {
    /// The defaults of the worker: four at once, one ahead of each, a lease of 45 seconds.
    fn default() -> Self {
        Self {
            stream: "omnitraffick:deployments".to_owned(),
            group: "workers".to_owned(),
            unacknowledged: 8,
            idle: Duration::from_secs(45),
            gone: Duration::from_mins(10),
            look_every: Duration::from_secs(5),
        }
    }
}

/// Hints over Redis.
pub struct RedisBroker {
    server: Server,
    settings: RedisSettings,
    rng: Arc<dyn Rng>,
    acknowledged: OnceLock<BackgroundSender<Acknowledgement>>,
}

impl RedisBroker {
    /// Hints over the Redis at `url`: `redis://user:password@host:port/number`, or `rediss://` for TLS.
    pub fn new(url: &Secret, settings: RedisSettings, rng: Arc<dyn Rng>) -> Result<Self, String> {
        Ok(Self { server: Server::parse(url)?, settings, rng, acknowledged: OnceLock::new() })
    }

    /// Starts to publish.
    pub fn publisher(&self) -> Arc<dyn Broker> {
        let condition = Arc::new(self.condition());
        let transport = Published { server: self.server.clone(), stream: self.settings.stream.clone() };
        Arc::new(Publisher {
            background_sender: BackgroundSender::start(transport, condition.clone(), self.rng.clone()),
            condition,
        })
    }

    fn condition(&self) -> Condition {
        Condition::new(format!("Redis at {}", self.server), LATE)
    }

    fn acknowledged(&self) -> &BackgroundSender<Acknowledgement> {
        self.acknowledged.get_or_init(|| {
            let transport = Acknowledged {
                server: self.server.clone(),
                stream: self.settings.stream.clone(),
                group: self.settings.group.clone(),
            };
            BackgroundSender::start(transport, Arc::new(self.condition()), self.rng.clone())
        })
    }
}

impl fmt::Debug for RedisBroker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RedisBroker at {}", self.server)
    }
}

#[async_trait]
impl Hints for RedisBroker {
    async fn listen(&self, queue: Arc<Queue>) -> Infallible {
        let reader = Reader::new(self, queue, self.acknowledged().outbox_handle());
        reader.run(&self.condition()).await
    }

    async fn settle(&self) {
        if let Some(background_sender) = self.acknowledged.get() {
            background_sender.settle().await;
        }
    }
}

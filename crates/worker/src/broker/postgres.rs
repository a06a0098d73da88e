//! Hints over PostgreSQL's `NOTIFY`. Every worker receives every hint, and the claim of the row decides which one
//! drives.

use std::{convert::Infallible, sync::Arc};

use app::{Broker, BrokerHealth, Rng};
use async_trait::async_trait;
use domain::{DeploymentId, Secret};
use store::notify::{Address, Listener, Notifier, NotifyError};
use tokio::time::sleep;
use tracing::debug;
use uuid::Uuid;

use super::{
    Hints, Trouble,
    background_sender::{BackgroundSender, Transport},
    condition::Condition,
    in_time,
    reconnect::Backoff,
};
use crate::Queue;

/// The channel that all servers and workers of a database share.
const CHANNEL: &str = "omnitraffick_deployments";

/// A payload has at most 7,999 bytes; an id has 32 characters.
const IDS_A_PAYLOAD: usize = 240;

/// Hints over PostgreSQL.
pub struct PostgresBroker {
    address: Address,
    channel: String,
    rng: Arc<dyn Rng>,
    hearing: Arc<Condition>,
}

/// The API's side: publishes in the background.
struct Publisher {
    background_sender: BackgroundSender<DeploymentId>,
    condition: Arc<Condition>,
}

impl PostgresBroker {
    /// Hints over the PostgreSQL at `url`.
    pub fn new(url: &Secret, rng: Arc<dyn Rng>) -> Result<Self, NotifyError> {
        let address = Address::parse(url)?;
        let hearing = Arc::new(condition(&address));
        Ok(Self { address, channel: CHANNEL.to_owned(), rng, hearing })
    }

    /// The same on another channel: for several installations on one database, as in tests.
    #[must_use]
    pub fn on_channel(self, channel: impl Into<String>) -> Self {
        Self { channel: channel.into(), ..self }
    }

    /// Starts to publish.
    pub fn publisher(&self) -> Arc<dyn Broker> {
        let condition = Arc::new(condition(&self.address));
        let transport = Notifications { address: self.address.clone(), channel: self.channel.clone() };
        let background_sender = BackgroundSender::start(Published(transport), condition.clone(), self.rng.clone());
        Arc::new(Publisher { background_sender, condition })
    }
}

fn condition(address: &Address) -> Condition {
    Condition::new(format!("PostgreSQL at {address}"), super::LATE)
}

#[async_trait]
impl Broker for Publisher {
    async fn publish(&self, ids: &[DeploymentId]) {
        self.background_sender.take(ids.iter().copied());
    }

    fn health(&self) -> BrokerHealth {
        self.condition.trouble().map_or(BrokerHealth::Up, BrokerHealth::Degraded)
    }
}

#[async_trait]
impl Hints for PostgresBroker {
    async fn listen(&self, queue: Arc<Queue>) -> Infallible {
        hear(&self.address, &self.channel, &self.hearing, self.rng.clone(), |payload| queue.hint(&ids(payload))).await
    }
}

/// Calls `heard` with every payload on a channel, and reconnects as often as needed.
pub(super) async fn hear(
    address: &Address,
    channel: &str,
    condition: &Condition,
    rng: Arc<dyn Rng>,
    mut heard: impl FnMut(&str) + Send,
) -> Infallible {
    let mut backoff = Backoff::new(rng);
    loop {
        let trouble = match Listener::connect(address, channel).await {
            Ok(mut listener) => {
                condition.works();
                backoff.reset();
                loop {
                    match listener.next().await {
                        Ok(payload) => heard(&payload),
                        Err(trouble) => break trouble,
                    }
                }
            }
            Err(trouble) => trouble,
        };
        condition.fails(&trouble.to_string(), 0);
        sleep(backoff.next()).await;
    }
}

fn ids(payload: &str) -> Vec<DeploymentId> {
    let read = |chunk: &[u8]| Uuid::try_parse_ascii(chunk).ok().map(DeploymentId);
    let ids: Vec<_> = payload.as_bytes().chunks(32).filter_map(read).collect();
    if ids.len() * 32 != payload.len() {
        debug!("somebody else notifies on our channel: {} bytes are no ids", payload.len() - ids.len() * 32);
    }
    ids
}

fn payloads(ids: &[DeploymentId]) -> Vec<String> {
    ids.chunks(IDS_A_PAYLOAD)
        .map(|chunk| {
            let mut payload = String::with_capacity(chunk.len() * 32);
            for id in chunk {
                payload.push_str(id.0.as_simple().encode_lower(&mut Uuid::encode_buffer()));
            }
            payload
        })
        .collect()
}

/// A connection that notifies on one channel.
pub(super) struct Notifications {
    pub(super) address: Address,
    pub(super) channel: String,
}

impl Notifications {
    pub(super) async fn connect(&self) -> Result<Notifier, Trouble> {
        in_time(Notifier::connect(&self.address)).await
    }

    pub(super) async fn notify(&self, notifier: &mut Notifier, payloads: &[String]) -> Result<(), Trouble> {
        in_time(notifier.notify(&self.channel, payloads)).await
    }
}

/// Ids under way.
struct Published(Notifications);

impl Transport for Published {
    type Item = DeploymentId;
    type Connection = Notifier;

    async fn connect(&self) -> Result<Notifier, Trouble> {
        self.0.connect().await
    }

    async fn send(&self, notifier: &mut Notifier, ids: &[DeploymentId]) -> Result<(), Trouble> {
        self.0.notify(notifier, &payloads(ids)).await
    }

    async fn ping(&self, notifier: &mut Notifier) -> Result<(), Trouble> {
        in_time(notifier.ping()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_travel_in_payloads_that_postgres_takes() {
        let sent: Vec<_> = (0..1_000_u128).map(|n| DeploymentId(Uuid::from_u128(n))).collect();
        let payloads = payloads(&sent);
        assert!(payloads.iter().all(|payload| payload.len() < 8_000));
        let heard: Vec<_> = payloads.iter().flat_map(|payload| ids(payload)).collect();
        assert_eq!(heard, sent);
        assert_eq!(ids("what is this?"), []);
    }
}

//! The API's side: hints onto the stream.

use std::sync::Arc;

use app::{Broker, BrokerHealth};
use async_trait::async_trait;
use domain::DeploymentId;

use super::{
    Trouble,
    server::{Connection, Server},
};
use crate::broker::{
    background_sender::{BackgroundSender, Transport},
    condition::Condition,
};

/// The approximate number of hints that the stream keeps if nobody reads it. The sweeper finds the rows of removed
/// ones.
const LENGTH: usize = 100_000;

/// Publishes in the background.
pub(super) struct Publisher {
    pub(super) background_sender: BackgroundSender<DeploymentId>,
    pub(super) condition: Arc<Condition>,
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

/// Ids under way.
pub(super) struct Published {
    pub(super) server: Server,
    pub(super) stream: String,
}

impl Transport for Published {
    type Item = DeploymentId;
    type Connection = Connection;

    async fn connect(&self) -> Result<Connection, Trouble> {
        self.server.connect().await
    }

    async fn send(&self, connection: &mut Connection, ids: &[DeploymentId]) -> Result<(), Trouble> {
        let mut commands = redis::pipe();
        for id in ids {
            commands.cmd("XADD").arg(&self.stream).arg("MAXLEN").arg("~").arg(LENGTH);
            commands.arg("*").arg("id").arg(id.to_string());
        }
        connection.tell(&commands).await
    }

    async fn ping(&self, connection: &mut Connection) -> Result<(), Trouble> {
        connection.ping().await
    }
}

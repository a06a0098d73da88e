//! Tells the stream which work is over.

use tokio::sync::OwnedSemaphorePermit;

use super::{
    Trouble,
    server::{Connection, Server},
};
use crate::broker::background_sender::Transport;

/// An entry whose work is over.
pub(super) struct Acknowledgement {
    /// The entry.
    pub(super) entry: String,
    /// Its place among those that the process may hold; free again when this is dropped.
    pub(super) _place: OwnedSemaphorePermit,
}

/// Acknowledgements on their way. One that is lost costs another worker a look at the row.
pub(super) struct Acknowledged {
    pub(super) server: Server,
    pub(super) stream: String,
    pub(super) group: String,
}

impl Transport for Acknowledged {
    type Item = Acknowledgement;
    type Connection = Connection;

    async fn connect(&self) -> Result<Connection, Trouble> {
        self.server.connect().await
    }

    async fn send(&self, connection: &mut Connection, items: &[Acknowledgement]) -> Result<(), Trouble> {
        let entries: Vec<&str> = items.iter().map(|item| item.entry.as_str()).collect();
        let mut commands = redis::pipe();
        commands.cmd("XACK").arg(&self.stream).arg(&self.group).arg(&entries);
        commands.cmd("XDEL").arg(&self.stream).arg(&entries);
        connection.tell(&commands).await
    }

    async fn ping(&self, connection: &mut Connection) -> Result<(), Trouble> {
        connection.ping().await
    }
}

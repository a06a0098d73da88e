//! Reports finished work to the stream.

use tokio::sync::OwnedSemaphorePermit;

use super::{
    Trouble,
    server::{Connection, Server},
};
use crate::broker::background_sender::Transport;

/// An entry whose work is finished.
pub(super) struct Acknowledgement {
    /// The entry.
    pub(super) entry: String,
    /// Its place among those that the process may hold; released when this is dropped.
    pub(super) _place: OwnedSemaphorePermit,
}

/// Acknowledgements under way. The loss of one costs another worker a read of the row.
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

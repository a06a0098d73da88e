//! `[server]`: the HTTP API and the web app.

use std::{net::SocketAddr, time::Duration};

use super::{
    parse,
    reader::{Read, Reader},
};

/// The largest body limit that can be set: larger requests could exhaust the memory of a small machine.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// More connections than a process can have open.
const MOST_CONNECTIONS: usize = 1_000_000;

/// The settings of the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// The address of the API and the web app.
    pub(crate) listen: SocketAddr,
    /// Host names that browsers may use, besides the loopback ones.
    pub(crate) allowed_hosts: Vec<String>,
    /// The largest request body, in bytes.
    pub(crate) body_limit: usize,
    /// The time-out of a request.
    pub(crate) request_timeout: Duration,
    /// The limits of connections.
    pub(crate) limits: api::Limits,
    /// The time that open requests and tasks have after a signal to stop.
    pub(crate) shutdown_timeout: Duration,
}

impl Server {
    pub(super) fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let listen = reader.required("server.listen", parse::address);
        let allowed_hosts = reader.list("server.allowed_hosts", parse::host);
        let body_limit = reader.required("server.body_limit", parse::number(1024..=LARGEST_BODY));
        let request_timeout = reader.required("server.request_timeout_s", parse::seconds(1..=600));
        let max_connections = reader.required("server.max_connections", parse::number(1..=MOST_CONNECTIONS));
        let per_client = reader.required("server.max_connections_per_client", parse::number(1..=MOST_CONNECTIONS));
        let header_timeout = reader.required("server.header_timeout_s", parse::seconds(1..=600));
        let idle_timeout = reader.required("server.idle_timeout_s", parse::seconds(1..=3600));
        let shutdown_timeout = reader.required("server.shutdown_timeout_s", parse::seconds(0..=600));
        Ok(Self {
            listen: listen?,
            allowed_hosts: allowed_hosts?,
            body_limit: body_limit?,
            request_timeout: request_timeout?,
            limits: api::Limits {
                max_connections: max_connections?,
                max_connections_per_client: per_client?,
                header_timeout: header_timeout?,
                idle_timeout: idle_timeout?,
            },
            shutdown_timeout: shutdown_timeout?,
        })
    }
}

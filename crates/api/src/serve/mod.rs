//! Serving over TCP: connections are counted and limited, idle ones are closed, and unreadable requests get a problem
//! document too. Begin here, then `connection.rs`.

mod bare;
mod connection;
mod phase;
mod places;
mod refuse;

use std::{io, net::SocketAddr, time::Duration};

use axum::Router;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
};
use tracing::{debug, warn};

use connection::Connection;
use places::{Full, Places};
use refuse::Refusals;

/// The limits of a server for its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most connections.
    pub max_connections: usize,
    /// The most connections from one address. A reverse proxy is one address for all its users.
    pub max_connections_per_client: usize,
    /// The time that a client may take to send a request's head.
    pub header_timeout: Duration,
    /// The time that a connection is kept between two requests, or while the client reads nothing of an answer.
    pub idle_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_connections: 4096,
            max_connections_per_client: 2048,
            header_timeout: Duration::from_secs(15),
            idle_timeout: Duration::from_secs(75),
        }
    }
}

/// Serves `router` until `stop` is over; then requests in flight may finish.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, stops) = watch::channel(false);
    let (running, mut ended) = mpsc::channel::<()>(1);
    let server = Server { router, limits, places: Places::new(limits), refusals: Refusals::default(), stops, running };
    tokio::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => server.take(accepted).await,
            () = &mut stop => break,
        }
    }
    drop(listener);
    let _ = stopping.send(true);
    drop(server);
    // Ends when every connection has dropped its end.
    let _ = ended.recv().await;
    Ok(())
}

/// The state that all connections share.
struct Server {
    router: Router,
    limits: Limits,
    places: Places,
    refusals: Refusals,
    stops: watch::Receiver<bool>,
    running: mpsc::Sender<()>,
}

impl Server {
    async fn take(&self, accepted: io::Result<(TcpStream, SocketAddr)>) {
        let (stream, client) = match accepted {
            Ok(accepted) => accepted,
            Err(error) if is_of_the_client(&error) => return,
            Err(error) => {
                warn!(%error, "a connection could not be accepted: {error}");
                // Most likely a lack of resources: connections that end release some.
                tokio::time::sleep(PAUSE).await;
                return;
            }
        };
        // Small answers leave at once. A socket without the option still works.
        let _ = stream.set_nodelay(true);
        match self.places.take(client.ip()) {
            Ok(place) => {
                let connection = Connection { stream, place, limits: self.limits };
                let (router, stops, running) = (self.router.clone(), self.stops.clone(), self.running.clone());
                tokio::spawn(async move {
                    connection.serve(router, stops).await;
                    drop(running);
                });
            }
            Err(full) => {
                debug!("a connection was refused: {full}");
                self.refusals.refuse(stream, &full);
            }
        }
    }
}

/// The pause after an error of our own, before the next connection is accepted.
const PAUSE: Duration = Duration::from_millis(100);

/// The client was gone before its connection was accepted.
fn is_of_the_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

//! A TCP proxy that can break all its connections at once, and refuse new ones for a while.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    sync::watch,
    task::AbortHandle,
    time::Instant,
};

use crate::Result;

/// A proxy in front of one service.
#[derive(Debug)]
pub(crate) struct Proxy {
    /// The address on which it listens.
    pub(crate) address: SocketAddr,
    /// The end of the outage. Every change breaks the existing connections.
    closed_until: watch::Sender<Instant>,
    cut: AtomicU64,
    task: AbortHandle,
}

impl Proxy {
    /// Starts a proxy in front of `target`.
    pub(crate) async fn start(target: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (closed_until, closings) = watch::channel(Instant::now());
        let task = tokio::spawn(accept(listener, target, closings)).abort_handle();
        Ok(Self { address, closed_until, cut: AtomicU64::new(0), task })
    }

    /// Breaks every connection, and refuses new ones for `outage`.
    pub(crate) fn cut(&self, outage: Duration) {
        let open = self.closed_until.receiver_count().saturating_sub(1);
        self.cut.fetch_add(u64::try_from(open).unwrap_or_default(), Ordering::Relaxed);
        self.closed_until.send_replace(Instant::now() + outage);
    }

    /// The number of connections broken so far.
    pub(crate) fn broken(&self) -> u64 {
        self.cut.load(Ordering::Relaxed)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, target: SocketAddr, closings: watch::Receiver<Instant>) {
    loop {
        let Ok((client, _)) = listener.accept().await else { continue };
        if Instant::now() < *closings.borrow() {
            // Closed without an answer, as a restarting load balancer does.
            continue;
        }
        let mut closings = closings.clone();
        closings.mark_unchanged();
        tokio::spawn(async move {
            // The end of this future drops both ends and all data in between.
            tokio::select! {
                () = pass(client, target) => {}
                _ = closings.changed() => {}
            }
        });
    }
}

async fn pass(mut client: TcpStream, target: SocketAddr) {
    let Ok(mut server) = TcpStream::connect(target).await else { return };
    let _ = (client.set_nodelay(true), server.set_nodelay(true));
    let _ = copy_bidirectional(&mut client, &mut server).await;
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn a_cut_breaks_what_is_open_and_what_comes_during_the_outage() {
        let echo = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = Proxy::start(echo.local_addr().unwrap()).await.unwrap();
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = echo.accept().await.unwrap();
                tokio::spawn(async move {
                    let (mut reader, mut writer) = stream.split();
                    let _ = tokio::io::copy(&mut reader, &mut writer).await;
                });
            }
        });
        let speaks = |mut stream: TcpStream| async move {
            let mut byte = [0];
            stream.write_all(b"x").await.is_ok() && stream.read_exact(&mut byte).await.is_ok()
        };
        let mut open = TcpStream::connect(proxy.address).await.unwrap();
        open.write_all(b"x").await.unwrap();
        assert_eq!(open.read_u8().await.unwrap(), b'x');

        proxy.cut(Duration::from_mins(1));
        assert!(matches!(open.read(&mut [0]).await, Ok(0) | Err(_)), "the open one is broken");
        assert!(!speaks(TcpStream::connect(proxy.address).await.unwrap()).await, "no new one during the outage");
        assert_eq!(proxy.broken(), 1);

        proxy.cut(Duration::ZERO);
        assert!(speaks(TcpStream::connect(proxy.address).await.unwrap()).await, "afterwards it works again");
    }
}

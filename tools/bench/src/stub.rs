//! A platform that answers at once: every request gets a new id.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// Starts the platform, which runs until the program ends.
pub(crate) async fn start() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut first_id = 120_000_000_000_000_000_u64;
        while let Ok((stream, _)) = listener.accept().await {
            first_id += 1_000_000_000;
            tokio::spawn(answer(stream, first_id));
        }
    });
    address
}

async fn answer(stream: TcpStream, mut id: u64) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    let mut length = 0;
    loop {
        line.clear();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
        if line.trim_end().is_empty() {
            let mut body = vec![0; std::mem::take(&mut length)];
            stream.read_exact(&mut body).await.ok()?;
            id += 1;
            let body = format!("{{\"id\":\"{id}\"}}");
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            );
            stream.get_mut().write_all(head.as_bytes()).await.ok()?;
        }
    }
}

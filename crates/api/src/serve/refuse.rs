//! Refuses a connection without a free place, with a reason that arrives.

use std::{sync::Arc, time::Duration};

use http::StatusCode;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::Semaphore,
};

use super::{Full, bare};
use crate::problem::Problem;

/// The number of refusals with a message at a time; further connections are only closed.
const MOST: usize = 64;

/// The time that a client has to read the refusal.
const PATIENCE: Duration = Duration::from_secs(1);

/// Refusals in progress.
#[derive(Debug, Clone)]
pub(super) struct Refusals(Arc<Semaphore>);

impl Default for Refusals {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }
}

impl Refusals {
    /// Answers 503 to any request, and closes.
    pub(super) fn refuse(&self, mut stream: TcpStream, full: &Full) {
        let Ok(permit) = self.0.clone().try_acquire_owned() else { return };
        let problem = Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "too-many-connections",
            "Try again in a moment",
            format!("{full} Close some, or try again in a moment."),
        );
        let answer = bare::written(&problem, "retry-after: 1\r\n");
        tokio::spawn(async move {
            let _ = tokio::time::timeout(PATIENCE, async {
                stream.write_all(&answer).await?;
                stream.shutdown().await?;
                // If it is closed while the client still sends, the client's system discards the answer.
                let mut scratch = [0; 1024];
                while stream.read(&mut scratch).await? > 0 {}
                std::io::Result::Ok(())
            })
            .await;
            drop(permit);
        });
    }
}

//! Refusing a connection for which there is no place, with a reason that arrives.

use std::{sync::Arc, time::Duration};

use http::StatusCode;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::Semaphore,
};

use super::{Full, bare};
use crate::problem::Problem;

/// So many are refused in words at a time; the others are only closed.
const MOST: usize = 64;

/// How long a client has to hear why it is refused.
const PATIENCE: Duration = Duration::from_secs(1);

/// Refusals that are under way.
#[derive(Debug, Clone)]
pub(super) struct Refusals(Arc<Semaphore>);

impl Default for Refusals {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(MOST)))
    }
}

impl Refusals {
    /// Answers 503 to anything that comes, and closes.
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
                // What is closed while the client still sends is taken for broken, and its answer is thrown away.
                let mut scratch = [0; 1024];
                while stream.read(&mut scratch).await? > 0 {}
                std::io::Result::Ok(())
            })
            .await;
            drop(permit);
        });
    }
}

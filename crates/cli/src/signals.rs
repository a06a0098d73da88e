//! SIGTERM and Ctrl-C: the polite ways to ask a process to stop.

use tokio::signal::unix::{SignalKind, signal};

/// Ends when the process is asked to stop.
pub(crate) async fn asked_to_stop() {
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::error!("signals cannot be heard, so only kill -9 stops this process");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

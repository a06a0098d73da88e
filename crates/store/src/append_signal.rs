//! Who is told that the event log grew: readers in this process at once, other processes by way of `notify.rs`.
//! It is a hint only; a reader that hears nothing looks by itself.

use std::sync::Arc;

use tokio::sync::watch;

/// Rung after each commit that appended events.
#[derive(Debug, Clone)]
pub struct AppendSignal {
    /// Changes with every append that is known of, from here or from elsewhere.
    any: Arc<watch::Sender<u64>>,
    /// Changes with what this process committed.
    own: Arc<watch::Sender<u64>>,
}

impl Default for AppendSignal {
    fn default() -> Self {
        Self { any: Arc::new(watch::Sender::new(0)), own: Arc::new(watch::Sender::new(0)) }
    }
}

impl AppendSignal {
    /// Changes when the log grew, whoever wrote to it.
    pub fn any(&self) -> watch::Receiver<u64> {
        self.any.subscribe()
    }

    /// Changes when this process has written to the log: for whoever tells others.
    pub fn own(&self) -> watch::Receiver<u64> {
        self.own.subscribe()
    }

    /// Another process has written to the log.
    pub fn heard_from_elsewhere(&self) {
        ring(&self.any);
    }

    /// This process has.
    pub(crate) fn committed(&self) {
        ring(&self.any);
        ring(&self.own);
    }
}

fn ring(bell: &watch::Sender<u64>) {
    bell.send_modify(|count| *count = count.wrapping_add(1));
}

//! The signal that the event log grew: readers in this process get it at once, other processes through `notify.rs`. It
//! is only a hint; a reader without a signal reads by itself.

use std::sync::Arc;

use tokio::sync::watch;

/// Rung after each commit that appended events.
#[derive(Debug, Clone)]
pub struct AppendSignal {
    /// Changes with every known append, from here or from elsewhere.
    any: Arc<watch::Sender<u64>>,
    /// Changes with every commit of this process.
    own: Arc<watch::Sender<u64>>,
}

impl Default for AppendSignal {
    fn default() -> Self {
        Self { any: Arc::new(watch::Sender::new(0)), own: Arc::new(watch::Sender::new(0)) }
    }
}

impl AppendSignal {
    /// Changes when the log grew, through any writer.
    pub fn any(&self) -> watch::Receiver<u64> {
        self.any.subscribe()
    }

    /// Changes when this process has written to the log, for those who notify others.
    pub fn own(&self) -> watch::Receiver<u64> {
        self.own.subscribe()
    }

    /// Records that another process has written to the log.
    pub fn heard_from_elsewhere(&self) {
        ring(&self.any);
    }

    /// Records that this process has written to the log.
    pub(crate) fn committed(&self) {
        ring(&self.any);
        ring(&self.own);
    }
}

fn ring(bell: &watch::Sender<u64>) {
    bell.send_modify(|count| *count = count.wrapping_add(1));
}

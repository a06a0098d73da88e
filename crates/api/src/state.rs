//! The state that the handlers share.

use std::sync::Arc;

use app::App;
use tokio::sync::watch;

use crate::{constant::Constants, live::Live, metrics::Metrics};

/// The state that the handlers share; cheap to clone.
#[derive(Clone)]
pub struct ApiState {
    pub(crate) app: App,
    /// The end of the readable event log; negative until it is known.
    pub(crate) safe: watch::Receiver<i64>,
    /// Turns true when the server stops, so that open WebSockets close.
    pub(crate) stopping: watch::Receiver<bool>,
    /// New events, for all live feeds.
    pub(crate) live: Live,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) constants: Arc<Constants>,
}

impl ApiState {
    /// The state of a server on `app`. `safe` comes from its live feed, `stopping` turns true when it stops.
    pub fn new(app: App, safe: watch::Receiver<i64>, stopping: watch::Receiver<bool>) -> Self {
        Self { app, safe, stopping, live: Live::default(), metrics: Arc::default(), constants: Arc::default() }
    }
}

//! The broker within one process: hints go straight to the worker's queue.

use std::{convert::Infallible, sync::Arc};

use app::{Broker, BrokerHealth};
use async_trait::async_trait;
use domain::DeploymentId;

use super::Hints;
use crate::Queue;

/// The broker within one process.
#[derive(Debug, Clone, Default)]
pub struct LocalBroker {
    queue: Arc<Queue>,
}

impl LocalBroker {
    /// A broker on a queue of the caller's.
    pub fn on(queue: Arc<Queue>) -> Self {
        Self { queue }
    }

    /// The queue that the hints go to.
    pub fn queue(&self) -> Arc<Queue> {
        self.queue.clone()
    }
}

#[async_trait]
impl Broker for LocalBroker {
    async fn publish(&self, ids: &[DeploymentId]) {
        self.queue.hint(ids);
    }

    fn health(&self) -> BrokerHealth {
        BrokerHealth::Up
    }
}

#[async_trait]
impl Hints for LocalBroker {
    async fn listen(&self, _: Arc<Queue>) -> Infallible {
        std::future::pending().await
    }
}

//! The interfaces that the use cases need: a clock, random numbers, and a broker.

use async_trait::async_trait;
use domain::{DeploymentId, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;
}

/// Draws random numbers.
pub trait Rng: Send + Sync {
    /// A number from 0 up to, but not including, 1.
    fn fraction(&self) -> f64;

    /// A 63-bit number.
    fn number(&self) -> u64;
}

/// Carries hints that deployments are due. A hint may be lost or repeated: the rows are the truth.
#[async_trait]
pub trait Broker: Send + Sync {
    /// Sends hints that these are due. Never fails: a lost hint costs seconds, not data.
    async fn publish(&self, ids: &[DeploymentId]);

    /// The state of the broker.
    fn health(&self) -> BrokerHealth;
}

/// The state of a broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrokerHealth {
    /// Hints arrive.
    Up,
    /// Hints do not arrive, so deployments start late; with the reason.
    Degraded(String),
}

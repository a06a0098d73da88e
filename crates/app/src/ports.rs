//! What the use cases need of the outside: a clock, random numbers, and a broker to ring.

use async_trait::async_trait;
use domain::{DeploymentId, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;
}

/// Draws lots.
pub trait Rng: Send + Sync {
    /// A number from 0 up to, but not including, 1.
    fn fraction(&self) -> f64;

    /// A 63-bit number.
    fn number(&self) -> u64;
}

/// Carries hints that deployments are due. A hint may be lost or doubled: the rows are the truth.
#[async_trait]
pub trait Broker: Send + Sync {
    /// Hints that these are due. Never fails: a hint that is lost costs seconds, not data.
    async fn publish(&self, ids: &[DeploymentId]);

    /// Whether hints travel.
    fn health(&self) -> BrokerHealth;
}

/// Whether hints travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrokerHealth {
    /// They do.
    Up,
    /// They do not, so deployments start late; says why.
    Degraded(String),
}

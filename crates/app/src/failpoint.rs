//! Points in driving a step at which a test may let the process die. They are unused outside of tests.

use async_trait::async_trait;
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

/// A point in driving a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, EnumIter, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Failpoint {
    /// The deployment is claimed; the step's intent is not written yet.
    BeforeIntent,
    /// The intent is committed; nothing was sent.
    AfterIntent,
    /// The request was sent; no answer has arrived.
    AfterSend,
    /// The answer has arrived; nothing of it is written.
    AfterAnswer,
    /// The result is written, but not committed.
    BeforeCommit,
    /// The result is committed.
    AfterCommit,
}

/// Called at every point; may never return, or end the process.
#[async_trait]
pub trait Failpoints: Send + Sync {
    /// `step` is the step's key: `campaign`, `ad_set_2`.
    async fn reached(&self, point: Failpoint, step: &str);
}

//! Points in driving a step at which a test may let the process die. They are unused outside of tests.

use async_trait::async_trait;

/// A point in driving a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

impl Failpoint {
    /// All points, in order.
    pub const ALL: [Self; 6] = [
        Self::BeforeIntent,
        Self::AfterIntent,
        Self::AfterSend,
        Self::AfterAnswer,
        Self::BeforeCommit,
        Self::AfterCommit,
    ];

    /// Its name, for settings and messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BeforeIntent => "before_intent",
            Self::AfterIntent => "after_intent",
            Self::AfterSend => "after_send",
            Self::AfterAnswer => "after_answer",
            Self::BeforeCommit => "before_commit",
            Self::AfterCommit => "after_commit",
        }
    }

    /// The point of that name.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.as_str() == text)
    }
}

/// Called at every point; may never return, or end the process.
#[async_trait]
pub trait Failpoints: Send + Sync {
    /// `step` is the step's key: `campaign`, `ad_set_2`.
    async fn reached(&self, point: Failpoint, step: &str);
}

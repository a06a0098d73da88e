//! Moments in driving a step at which a test may let the process die. Outside of tests nobody listens.

use async_trait::async_trait;

/// A moment in driving a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Failpoint {
    /// The deployment is claimed; that the step will be sent is not written yet.
    BeforeIntent,
    /// That it will be sent is committed; nothing has left.
    AfterIntent,
    /// The request has left; no answer has come.
    AfterSend,
    /// The answer is here; nothing of it is written.
    AfterAnswer,
    /// What came of it is written, but not committed.
    BeforeCommit,
    /// What came of it is committed.
    AfterCommit,
}

impl Failpoint {
    /// Every moment, in order.
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

    /// The moment of that name.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.as_str() == text)
    }
}

/// Told of every moment; may never return, or not let the process live.
#[async_trait]
pub trait Failpoints: Send + Sync {
    /// `step` is the step's key: `campaign`, `ad_set_2`.
    async fn reached(&self, point: Failpoint, step: &str);
}

//! The choice of failed deployments that are tried again.

use crate::{PlatformId, Timestamp};

/// A filter of tickets whose last deployment failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FailureFilter {
    /// Only on this platform.
    pub platform: Option<PlatformId>,
    /// Only those of this account.
    pub account_id: Option<String>,
    /// Only those whose reason contains this, in upper or lower case.
    pub reason: Option<String>,
    /// Only those that failed at this moment or later.
    pub since: Option<Timestamp>,
}

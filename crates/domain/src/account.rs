//! An advertising account on a platform: throttling, outages and expired tokens are facts about it.

use std::fmt;

use crate::{PlatformId, Violation, text::Field};

/// The account whose quota and token a request uses.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountRef {
    /// The platform.
    pub platform: PlatformId,
    /// The platform's own id of the account, digits without prefix; `*` stands for all of the platform's accounts.
    pub account_id: String,
}

impl AccountRef {
    /// All accounts of a platform, for an app-wide limit.
    pub fn whole(platform: PlatformId) -> Self {
        Self { platform, account_id: Self::ALL.to_owned() }
    }

    /// The account id that means all.
    pub const ALL: &str = "*";
}

impl fmt::Display for AccountRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.account_id == Self::ALL {
            write!(f, "every {} account", self.platform.display_name())
        } else {
            write!(f, "{} account {}", self.platform.display_name(), self.account_id)
        }
    }
}

const PAUSE_REASON: Field = Field::lines("/reason", "The reason", 500);

/// Reads the reason of a pause; may be empty.
pub fn parse_pause_reason(typed: &str) -> Result<String, Violation> {
    PAUSE_REASON.read_or_empty(typed)
}

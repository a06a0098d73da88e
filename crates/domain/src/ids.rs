//! Identities. Every id is a `UUIDv7` with a type of its own, so that a ticket's id cannot be used as a campaign's.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

ids! {
    /// A market: a country or a group of countries.
    MarketId,
    /// A brand: the owner of campaigns.
    BrandId,
    /// A channel: an account family on one ad platform.
    ChannelId,
    /// A planner's campaign.
    CampaignId,
    /// A ticket: one request to one platform.
    TicketId,
    /// A deployment: one attempt to bring a ticket to its platform. The API calls it `task_id`.
    DeploymentId,
    /// One step of a deployment: one object on the platform.
    StepId,
    /// One entry of the event log.
    EventId,
    /// A job: work on many tickets.
    JobId,
    /// One ticket of a job.
    JobItemId,
}

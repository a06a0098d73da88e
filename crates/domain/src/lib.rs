//! Campaigns, tickets and deployments: nouns, states and rules. It performs no I/O, reads no clock and draws no random
//! number: time and random numbers are arguments. Begin with `ticket/lifecycle.rs`, then `taxonomy/`, `qa/` and
//! `deployment/`.

pub mod account;
pub mod brand;
pub mod campaign;
pub mod channel;
pub mod count;
pub mod country;
pub mod currency;
pub mod deployment;
pub mod event;
pub mod ids;
pub mod job;
pub mod list;
pub mod market;
pub mod money;
mod nearest;
pub mod qa;
pub mod schema;
pub mod secret;
pub mod taxonomy;
pub mod text;
pub mod ticket;
pub mod violation;
mod word;

pub use account::AccountRef;
pub use brand::Brand;
pub use campaign::{Campaign, CampaignStatus};
pub use channel::{Channel, PlatformId};
pub use country::CountryCode;
pub use currency::Currency;
pub use deployment::Deployment;
pub use event::Event;
pub use ids::{BrandId, CampaignId, ChannelId, DeploymentId, EventId, JobId, JobItemId, MarketId, StepId, TicketId};
pub use job::Job;
pub use market::Market;
pub use money::Money;
pub use nearest::{WordList, nearest};
pub use secret::Secret;
pub use ticket::{RequestType, Ticket, TicketStatus};
pub use violation::{Violation, Violations};
pub use word::Word;

pub use jiff::{Timestamp, civil::Date};

/// Counts the changes of an entity; returned as its `ETag`.
pub type Version = i64;

/// The day of a time, in UTC.
pub fn utc_date(moment: Timestamp) -> Date {
    jiff::tz::Offset::UTC.to_datetime(moment).date()
}

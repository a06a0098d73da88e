//! The entities in the API's form.

mod campaign;
mod catalog;
mod deployment;
mod event;
mod job;
mod operate;
mod policy;
mod taxonomy;
mod ticket;
mod usage;

pub(crate) use campaign::CampaignBody;
pub(crate) use catalog::{BrandBody, ChannelBody, MarketBody};
pub(crate) use deployment::{DeployAccepted, DeploymentBody, DeploymentDetailBody, ParkedAccountBody};
pub(crate) use event::EventBody;
pub(crate) use job::{DeployAnswer, JobBody, JobItemBody, answers};
pub(crate) use operate::{AccountBody, OverviewBody, SpanBody, WorkerBody};
pub(crate) use policy::PolicyBody;
pub(crate) use taxonomy::{NamePreviewBody, NameVerdictBody};
pub(crate) use ticket::{PreviewBody, TicketBody};
pub(crate) use usage::CampaignUsageBody;

use domain::Timestamp;

/// A time in RFC 3339, UTC, with micro-seconds.
pub(crate) fn rfc3339(time: Timestamp) -> String {
    format!("{time:.6}")
}

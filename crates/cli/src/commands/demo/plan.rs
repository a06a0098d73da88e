//! The shape in which the demo's campaigns are written down.

use domain::CampaignStatus;

use super::payloads::Payload;

/// A campaign with its tickets.
pub(super) struct Plan {
    pub(super) name: &'static str,
    /// The brand's code.
    pub(super) brand: &'static str,
    /// The market's code.
    pub(super) market: &'static str,
    /// Amount and currency.
    pub(super) budget: (&'static str, &'static str),
    pub(super) status: CampaignStatus,
    /// First and last day, counted from today.
    pub(super) flight: Option<(i64, i64)>,
    pub(super) tickets: &'static [Planned],
}

/// A ticket: its channel, its variant (none where empty), what it asks for, and how far it came.
pub(super) type Planned = (Channel, &'static str, Payload, Goal);

/// The channels with a connector.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    Meta,
    Tiktok,
}

/// How far a ticket came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// It is a draft.
    Drafted,
    /// QA looked at it.
    Checked,
    /// It is on its platform.
    Live,
}

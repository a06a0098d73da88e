//! The form in which the demo's campaigns are listed.

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

/// A ticket: its channel, its variant (or an empty text), its payload, and its goal.
pub(super) type Planned = (Channel, &'static str, Payload, Goal);

/// The channels with a connector.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Channel {
    Meta,
    Tiktok,
}

/// The state that a ticket reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// A draft.
    Drafted,
    /// Checked by QA.
    Checked,
    /// Live on its platform.
    Live,
}

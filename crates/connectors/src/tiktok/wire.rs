//! `TikTok`'s requests and answers exactly as its API v1.3 documents them: its field names, its units.
//! Amounts are JSON numbers in units of the account's currency (never cents); ids are text; times are UTC as
//! `YYYY-MM-DD HH:MM:SS`. Values of enumerations are kept as text: `schema/*.json` says which ones there are.
//! Source: `tiktok/tiktok-business-api-sdk` at f809c39, and the reference pages that `schema/` names.

mod ad;
mod ad_group;
mod campaign;
mod change;
mod envelope;
mod smart_plus;
mod targeting;

use serde::{Deserialize, Serialize};

pub(crate) use ad::{AdCreate, Creative};
pub(crate) use ad_group::AdGroupCreate;
pub(crate) use campaign::CampaignCreate;
pub(crate) use change::{CampaignBudgetUpdate, CampaignStatusUpdate};
pub(crate) use envelope::{Created, Envelope, Listed, Page};
pub(crate) use smart_plus::{
    AdConfiguration, AdText, CallToAction, CreativeEntry, CreativeInfo, ImageInfo, LandingPage, MusicInfo, PageEntry,
    SmartPlusAdCreate, SmartPlusAdGroupCreate, SmartPlusCampaignCreate, SmartPlusCampaignFields, TrackingInfo,
    VideoInfo,
};
pub(crate) use targeting::Targeting;

/// Whether an object delivers. `TikTok`'s default at creation is ENABLE, so this is always sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum OperationStatus {
    /// It delivers and spends.
    Enable,
    /// It does not.
    Disable,
}

/// A struct whose fields are all optional and left out of the JSON when they are not set.
macro_rules! optional_fields {
    ($(#[$meta:meta])* struct $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        pub(crate) struct $name {
            $($(#[$doc])* #[serde(default, skip_serializing_if = "Option::is_none")] pub(crate) $field: Option<$type>,)+
        }
    };
}
use optional_fields;

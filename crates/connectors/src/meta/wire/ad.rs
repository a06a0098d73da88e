//! `POST /act_{ad_account_id}/ads`. Meta Marketing API, ad-account/ads.

use domain::deployment::Pending;
use serde::Serialize;
use serde_json::{Map, Value};

use super::Status;

/// A new ad.
#[derive(Debug, Clone, Serialize)]
pub(in crate::meta) struct AdCreate {
    pub(in crate::meta) name: String,
    pub(in crate::meta) adset_id: Pending,
    pub(in crate::meta) status: Status,
    pub(in crate::meta) creative: CreativeRef,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) tracking_specs: Option<Vec<Map<String, Value>>>,
    /// The registrable domain alone: `example.com`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) conversion_domain: Option<String>,
}

/// A creative that exists.
#[derive(Debug, Clone, Serialize)]
pub(in crate::meta) struct CreativeRef {
    pub(in crate::meta) creative_id: Pending,
}

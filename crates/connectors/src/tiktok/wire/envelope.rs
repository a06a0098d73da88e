//! Answers. Every one is HTTP 200 with an envelope, errors included.

use serde::Deserialize;
use serde_json::Value;

/// What every answer is wrapped in. `request_id` of an answer is a log id, unrelated to that of a request.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Envelope {
    /// 0 for success.
    pub(crate) code: i64,
    /// `TikTok`'s words.
    #[serde(default)]
    pub(crate) message: String,
    /// What was asked for.
    #[serde(default)]
    pub(crate) data: Value,
}

/// The ids in the answers to creations and changes; which ones depends on the call.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Created {
    pub(crate) campaign_id: Value,
    pub(crate) campaign_ids: Vec<Value>,
    pub(crate) adgroup_id: Value,
    pub(crate) ad_ids: Vec<Value>,
    pub(crate) creatives: Vec<CreatedAd>,
    pub(crate) smart_plus_ad_id: Value,
    /// The items that failed, when the code is 20001.
    pub(crate) error_list: Vec<ItemError>,
}

/// One ad of an answer.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreatedAd {
    pub(crate) ad_id: Value,
}

/// One failed item of a partial success. Its fields differ between calls, so each is optional.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ItemError {
    #[serde(alias = "code")]
    pub(crate) error_code: Option<i64>,
    #[serde(alias = "message")]
    pub(crate) error_message: String,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Page {
    pub(crate) list: Vec<Listed>,
    #[serde(default)]
    pub(crate) page_info: PageInfo,
}

/// Where a page stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PageInfo {
    /// How many pages there are.
    pub(crate) total_page: u32,
}

/// An object of a list, as far as look-ups need it.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Listed {
    pub(crate) campaign_id: Value,
    pub(crate) campaign_name: String,
    pub(crate) adgroup_id: Value,
    pub(crate) adgroup_name: String,
    pub(crate) ad_id: Value,
    pub(crate) smart_plus_ad_id: Value,
    pub(crate) ad_name: String,
}

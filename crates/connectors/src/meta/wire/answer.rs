//! What Meta answers. Graph API, handling-errors and paging; Marketing API, ad-account edges.

use serde::Deserialize;
use serde_json::Value;

/// A create's or change's answer. `validate_only` and changes answer `success` without `id`.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::meta) struct Made {
    pub(in crate::meta) id: Option<String>,
    pub(in crate::meta) success: Option<bool>,
}

/// An error's answer.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::meta) struct Failed {
    pub(in crate::meta) error: GraphError,
}

/// An error. `type` is the same for nearly all and says nothing.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::meta) struct GraphError {
    #[serde(default)]
    pub(in crate::meta) message: String,
    pub(in crate::meta) code: i64,
    pub(in crate::meta) error_subcode: Option<i64>,
    pub(in crate::meta) is_transient: Option<bool>,
    pub(in crate::meta) error_user_title: Option<String>,
    pub(in crate::meta) error_user_msg: Option<String>,
    /// An object, or its JSON in a string.
    pub(in crate::meta) error_data: Option<Value>,
}

/// One page of a list.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::meta) struct Page {
    pub(in crate::meta) data: Vec<Listed>,
    #[serde(default)]
    pub(in crate::meta) paging: Paging,
}

/// Where the next page is.
#[derive(Debug, Clone, Default, Deserialize)]
pub(in crate::meta) struct Paging {
    /// Absent on the last page.
    pub(in crate::meta) next: Option<String>,
}

/// An object in a list.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::meta) struct Listed {
    pub(in crate::meta) id: String,
    pub(in crate::meta) name: Option<String>,
    /// The parent of ad sets and ads.
    pub(in crate::meta) campaign_id: Option<String>,
    /// The parent of ads.
    pub(in crate::meta) adset_id: Option<String>,
}

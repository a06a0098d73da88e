//! What Meta takes and answers, exactly as it documents it: field names, units and all.
//! Amounts are whole minor units of the account's currency; times carry an offset (`2027-03-01T09:00:00+0000`).

pub(super) mod ad;
pub(super) mod ad_set;
pub(super) mod answer;
pub(super) mod campaign;
pub(super) mod creative;
pub(super) mod targeting;

use serde::Serialize;

/// The status of a new or changed object.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum Status {
    /// It spends.
    Active,
    /// It does not; what every new object is.
    Paused,
}

/// `POST /{id}`: a change of an object. Meta Marketing API, ad-campaign-group, updating.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Change {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) daily_budget: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lifetime_budget: Option<i64>,
}

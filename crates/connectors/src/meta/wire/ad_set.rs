//! `POST /act_{ad_account_id}/adsets`. Meta Marketing API, ad-account/adsets.

use std::collections::BTreeMap;

use domain::deployment::Pending;
use serde::{Deserialize, Serialize};

use super::{Status, targeting::Targeting};

/// A new ad set.
#[derive(Debug, Clone, Serialize)]
pub(in crate::meta) struct AdSetCreate {
    /// At most 400 characters.
    pub(in crate::meta) name: String,
    pub(in crate::meta) campaign_id: Pending,
    pub(in crate::meta) status: Status,
    pub(in crate::meta) targeting: Targeting,
    pub(in crate::meta) billing_event: String,
    pub(in crate::meta) optimization_goal: String,
    #[serde(flatten)]
    pub(in crate::meta) money: AdSetMoney,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) bid_strategy: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) end_time: Option<String>,
    #[serde(flatten)]
    pub(in crate::meta) options: AdSetOptions,
}

/// An ad set's amounts, in minor units.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::meta) struct AdSetMoney {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) daily_budget: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) lifetime_budget: Option<i64>,
    /// Per 1,000 for `IMPRESSIONS` and `REACH`, else per event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) bid_amount: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) daily_min_spend_target: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) daily_spend_cap: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) lifetime_min_spend_target: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) lifetime_spend_cap: Option<i64>,
}

/// What planners configure in Meta's own form, and goes out as it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(in crate::meta) struct AdSetOptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) destination_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bid_constraints: Option<BidConstraints>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) promoted_object: Option<PromotedObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution_spec: Option<Vec<AttributionWindow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency_control_specs: Option<Vec<FrequencyControl>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pacing_type: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adset_schedule: Option<Vec<ScheduledHours>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dsa_beneficiary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dsa_payor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    regional_regulated_categories: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    regional_regulation_identities: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_dynamic_creative: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_sac_cfca_terms_certified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rf_prediction_id: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct BidConstraints {
    /// 10000 is a return of 1.0.
    roas_average_floor: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct AttributionWindow {
    event_type: String,
    window_days: u8,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct FrequencyControl {
    event: String,
    interval_days: u8,
    max_frequency: u8,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct ScheduledHours {
    /// Minutes after midnight.
    start_minute: u16,
    /// Minutes after midnight.
    end_minute: u16,
    /// 0 is Sunday.
    days: Vec<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timezone_type: Option<String>,
}

/// What is advertised. Meta Marketing API, ad-promoted-object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(in crate::meta) struct PromotedObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    page_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pixel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_event_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_event_str: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_conversion_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) application_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object_store_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_set_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::meta) product_catalog_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offline_conversion_data_set_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whatsapp_phone_number: Option<String>,
}

impl PromotedObject {
    /// A whole catalogue, which is what a campaign promotes.
    pub(in crate::meta) fn of_catalogue(product_catalog_id: String) -> Self {
        Self { product_catalog_id: Some(product_catalog_id), ..Self::default() }
    }
}

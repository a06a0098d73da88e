//! `POST /adgroup/create/`: the manual flow. Source: SDK `AdgroupCreateBody.md` (112 fields).

use domain::deployment::Pending;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::{OperationStatus, Targeting, optional_fields};

/// The body of `/adgroup/create/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct AdGroupCreate {
    /// The ad account.
    pub(crate) advertiser_id: String,
    /// The campaign that it belongs to.
    pub(crate) campaign_id: Pending,
    /// At most 512 units, no emoji.
    pub(crate) adgroup_name: String,
    /// Always DISABLE.
    pub(crate) operation_status: OperationStatus,
    /// Idempotency key: a 64-bit integer as text.
    pub(crate) request_id: Pending,
    /// The planner's configuration.
    #[serde(flatten)]
    pub(crate) fields: AdGroupFields,
}

/// What a planner can say of an ad group.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct AdGroupFields {
    /// What is promoted, and where it shows.
    #[serde(flatten)]
    pub(crate) promoted: Promoted,
    /// Whom it reaches.
    #[serde(flatten)]
    pub(crate) targeting: Targeting,
    /// Beside what it shows.
    #[serde(flatten)]
    pub(crate) suitability: Suitability,
    /// When it runs, what it spends, what it pays for.
    #[serde(flatten)]
    pub(crate) delivery: Delivery,
    /// What counts as a result.
    #[serde(flatten)]
    pub(crate) measurement: Measurement,
}

optional_fields! {
    /// What is promoted, and where it shows.
    struct Promoted {
        promotion_type: String,
        promotion_target_type: String,
        promotion_website_type: String,
        app_id: String,
        identity_type: String,
        identity_id: String,
        identity_authorized_bc_id: String,
        catalog_id: String,
        catalog_authorized_bc_id: String,
        product_source: String,
        store_id: String,
        store_authorized_bc_id: String,
        shopping_ads_type: String,
        shopping_ads_retargeting_type: String,
        shopping_ads_retargeting_actions_days: u32,
        shopping_ads_retargeting_custom_audience_relation: String,
        messaging_app_type: String,
        messaging_app_account_id: String,
        message_event_set_id: String,
        phone_region_code: String,
        phone_region_calling_code: String,
        phone_number: String,
        placement_type: String,
        placements: Vec<String>,
        tiktok_subplacements: Vec<String>,
        search_result_enabled: bool,
        automated_keywords_enabled: bool,
        search_keywords: Vec<SearchKeyword>,
        creative_material_mode: String,
        adgroup_app_profile_page_state: String,
    }
}

optional_fields! {
    /// A word that people search for.
    struct SearchKeyword {
        keyword: String,
        match_type: String,
        /// `FOLLOW_ADGROUP` by default.
        keyword_bid_type: String,
        keyword_bid: Number,
    }
}

optional_fields! {
    /// Beside what it shows, and what people may do with it.
    struct Suitability {
        brand_safety_type: String,
        brand_safety_partner: String,
        category_exclusion_ids: Vec<String>,
        vertical_sensitivity_id: String,
        contextual_tag_ids: Vec<String>,
        comment_disabled: bool,
        video_download_disabled: bool,
        share_disabled: bool,
        /// UK: food high in fat, salt or sugar.
        is_hfss: bool,
        is_lhf_compliance: bool,
    }
}

optional_fields! {
    /// When it runs, what it spends, what it pays for.
    struct Delivery {
        budget_mode: String,
        /// Currency units.
        budget: Number,
        schedule_type: String,
        /// UTC.
        schedule_start_time: String,
        /// UTC.
        schedule_end_time: String,
        /// 336 characters 0 or 1: half-hours from Monday 00:00.
        dayparting: String,
        pacing: String,
        billing_event: String,
        optimization_goal: String,
        bid_type: String,
        /// Currency units, below the budget.
        bid_price: Number,
        /// Currency units, below the budget.
        conversion_bid_price: Number,
        bid_display_mode: String,
        deep_bid_type: String,
        deep_cpa_bid: Number,
        /// 0.01 to 1000.
        roas_bid: Number,
        vbo_window: String,
        next_day_retention: Number,
        frequency: u32,
        /// Days.
        frequency_schedule: u32,
        skip_learning_phase: bool,
        statistic_type: String,
    }
}

optional_fields! {
    /// What counts as a result.
    struct Measurement {
        pixel_id: String,
        optimization_event: String,
        custom_conversion_id: String,
        secondary_optimization_event: String,
        deep_funnel_optimization_status: String,
        deep_funnel_event_source: String,
        deep_funnel_event_source_id: String,
        deep_funnel_optimization_event: String,
        click_attribution_window: String,
        view_attribution_window: String,
        engaged_view_attribution_window: String,
        attribution_event_count: String,
        ios14_targeting: String,
    }
}

//! Whom an ad group reaches: flat in the manual flow, under `targeting_spec` in Smart+.
//! Source: SDK `AdgroupCreateBody.md`, `SmartPlusAdgroupCreateBodyTargetingSpec.md`.

use super::optional_fields;

optional_fields! {
    /// Targeting that both flows take.
    struct Targeting {
        location_ids: Vec<String>,
        zipcode_ids: Vec<String>,
        languages: Vec<String>,
        gender: String,
        age_groups: Vec<String>,
        spending_power: String,
        household_income: Vec<String>,
        audience_ids: Vec<String>,
        excluded_audience_ids: Vec<String>,
        /// Overrides conflicting fields silently.
        saved_audience_id: String,
        smart_audience_enabled: bool,
        smart_interest_behavior_enabled: bool,
        interest_category_ids: Vec<String>,
        interest_keyword_ids: Vec<String>,
        purchase_intention_keyword_ids: Vec<String>,
        actions: Vec<Behaviour>,
        included_pangle_audience_package_ids: Vec<String>,
        excluded_pangle_audience_package_ids: Vec<String>,
        blocked_pangle_app_ids: Vec<String>,
        operating_systems: Vec<String>,
        min_android_version: String,
        min_ios_version: String,
        device_model_ids: Vec<String>,
        /// US dollars in steps of 50; 10000 means 1000 and more.
        device_price_ranges: Vec<u32>,
        network_types: Vec<String>,
        carrier_ids: Vec<String>,
        isp_ids: Vec<String>,
    }
}

optional_fields! {
    /// What people did on `TikTok`.
    struct Behaviour {
        /// `VIDEO_RELATED`, `CREATOR_RELATED`, `HASHTAG_RELATED`.
        action_scene: String,
        /// Days back: 0, 7 or 15.
        action_period: u32,
        video_user_actions: Vec<String>,
        action_category_ids: Vec<String>,
    }
}

//! `POST /smart_plus/{campaign,adgroup,ad}/create/`: the flow that replaces the manual one.
//! Source: SDK `SmartPlus*CreateBody.md`; reference pages 1843312852800706, 1843314887930946, 1843317390059522.

use domain::deployment::Pending;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::{OperationStatus, Targeting, optional_fields};

/// The body of `/smart_plus/campaign/create/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SmartPlusCampaignCreate {
    pub(crate) advertiser_id: String,
    /// Required here.
    pub(crate) request_id: Pending,
    pub(crate) campaign_name: String,
    pub(crate) operation_status: OperationStatus,
    #[serde(flatten)]
    pub(crate) fields: SmartPlusCampaignFields,
}

optional_fields! {
    /// What a planner can say of a Smart+ campaign.
    struct SmartPlusCampaignFields {
        objective_type: String,
        budget_mode: String,
        /// Currency units.
        budget: Number,
        /// The default of this endpoint is true, so it is always sent.
        budget_optimize_on: bool,
        special_industries: Vec<String>,
        app_promotion_type: String,
        app_id: String,
        campaign_type: String,
        campaign_app_profile_page_state: String,
        disable_skan_campaign: bool,
        is_advanced_dedicated_campaign: bool,
        postback_window_mode: String,
        sales_destination: String,
        catalog_enabled: bool,
        po_number: String,
    }
}

/// The body of `/smart_plus/adgroup/create/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SmartPlusAdGroupCreate {
    pub(crate) advertiser_id: String,
    /// Required here.
    pub(crate) request_id: Pending,
    pub(crate) campaign_id: Pending,
    pub(crate) adgroup_name: String,
    pub(crate) operation_status: OperationStatus,
    pub(crate) targeting_spec: Targeting,
    #[serde(flatten)]
    pub(crate) fields: SmartPlusAdGroupFields,
}

optional_fields! {
    /// What a planner can say of a Smart+ ad group, besides its targeting.
    struct SmartPlusAdGroupFields {
        /// AUTOMATIC (default) or MANUAL; targeting that does not fit the mode is ignored without an error.
        targeting_optimization_mode: String,
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
        messaging_app_type: String,
        messaging_app_account_id: String,
        message_event_set_id: String,
        placement_type: String,
        placements: Vec<String>,
        comment_disabled: bool,
        video_download_disabled: bool,
        share_disabled: bool,
        budget_mode: String,
        /// Currency units.
        budget: Number,
        schedule_type: String,
        schedule_start_time: String,
        schedule_end_time: String,
        dayparting: String,
        billing_event: String,
        optimization_goal: String,
        bid_type: String,
        bid_price: Number,
        conversion_bid_price: Number,
        deep_bid_type: String,
        roas_bid: Number,
        vbo_window: String,
        pixel_id: String,
        optimization_event: String,
        custom_conversion_id: String,
        deep_funnel_optimization_status: String,
        deep_funnel_event_source: String,
        deep_funnel_event_source_id: String,
        deep_funnel_optimization_event: String,
        click_attribution_window: String,
        view_attribution_window: String,
        engaged_view_attribution_window: String,
        attribution_event_count: String,
    }
}

/// The body of `/smart_plus/ad/create/`; no `request_id` here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SmartPlusAdCreate {
    pub(crate) advertiser_id: String,
    pub(crate) adgroup_id: Pending,
    pub(crate) ad_name: String,
    pub(crate) operation_status: OperationStatus,
    /// 1 to 50; we send one.
    pub(crate) creative_list: Vec<CreativeEntry>,
    /// At most 5.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) ad_text_list: Vec<AdText>,
    /// At most 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) call_to_action_list: Vec<CallToAction>,
    /// At most 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) landing_page_url_list: Vec<LandingPage>,
    /// At most 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) page_list: Vec<PageEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) ad_configuration: Option<AdConfiguration>,
}

/// One creative of the list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct CreativeEntry {
    pub(crate) creative_info: CreativeInfo,
}

optional_fields! {
    /// What is shown, and who shows it.
    struct CreativeInfo {
        ad_format: String,
        identity_type: String,
        identity_id: String,
        identity_authorized_bc_id: String,
        tiktok_item_id: String,
        video_info: VideoInfo,
        image_info: Vec<ImageInfo>,
        music_info: MusicInfo,
        aigc_disclosure_type: String,
    }
}

/// A video.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct VideoInfo {
    pub(crate) video_id: String,
}

/// An image; `web_uri` takes the id of an uploaded image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ImageInfo {
    pub(crate) web_uri: String,
}

/// Music of a carousel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct MusicInfo {
    pub(crate) music_id: String,
}

/// A text of the ad.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct AdText {
    pub(crate) ad_text: String,
}

/// A call to action.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct CallToAction {
    pub(crate) call_to_action: String,
}

/// A landing page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct LandingPage {
    pub(crate) landing_page_url: String,
}

/// An instant page or form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PageEntry {
    pub(crate) page_id: String,
}

optional_fields! {
    /// What holds for the whole ad.
    struct AdConfiguration {
        call_to_action_id: String,
        dark_post_status: String,
        fallback_type: String,
        product_set_id: String,
        product_specific_type: String,
        tracking_info: TrackingInfo,
    }
}

optional_fields! {
    /// Who is told of impressions and clicks. It has no pixel: that is the ad group's.
    struct TrackingInfo {
        tracking_app_id: String,
        impression_tracking_url: String,
        click_tracking_url: String,
    }
}

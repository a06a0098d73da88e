//! `POST /ad/create/`: the manual flow; no `request_id` here. Source: SDK `AdCreateBody.md`, `AdcreateCreatives.md`.

use domain::deployment::Pending;
use serde::{Deserialize, Serialize};

use super::{OperationStatus, optional_fields};

/// The body of `/ad/create/`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct AdCreate {
    /// The ad account.
    pub(crate) advertiser_id: String,
    /// The ad group that the ads belong to.
    pub(crate) adgroup_id: Pending,
    /// One ad each; we send one, so that every ad is a step of its own.
    pub(crate) creatives: Vec<NewAd>,
}

/// One ad with what the house decides of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct NewAd {
    /// At most 512 units, no emoji.
    pub(crate) ad_name: String,
    /// Always DISABLE.
    pub(crate) operation_status: OperationStatus,
    /// The planner's configuration.
    #[serde(flatten)]
    pub(crate) creative: Creative,
}

impl AdCreate {
    /// The request that creates one ad, disabled.
    pub(crate) fn one(advertiser_id: String, ad_name: String, creative: Creative) -> Self {
        let ad = NewAd { ad_name, operation_status: OperationStatus::Disable, creative };
        Self { advertiser_id, adgroup_id: Pending, creatives: vec![ad] }
    }
}

optional_fields! {
    /// What a planner can say of an ad.
    struct Creative {
        ad_format: String,
        identity_type: String,
        identity_id: String,
        identity_authorized_bc_id: String,
        video_id: String,
        image_ids: Vec<String>,
        carousel_image_index: u32,
        music_id: String,
        promotional_music_disabled: bool,
        /// The post of a Spark ad.
        tiktok_item_id: String,
        dark_post_status: String,
        item_duet_status: String,
        item_stitch_status: String,
        display_name: String,
        app_name: String,
        ad_text: String,
        call_to_action: String,
        call_to_action_id: String,
        card_id: String,
        landing_page_url: String,
        cpp_url: String,
        deeplink: String,
        deeplink_type: String,
        fallback_type: String,
        utm_params: Vec<UtmParam>,
        /// An integer here, text in Smart+.
        page_id: u64,
        playable_url: String,
        catalog_id: String,
        product_set_id: String,
        product_specific_type: String,
        item_group_ids: Vec<String>,
        sku_ids: Vec<String>,
        dynamic_format: String,
        dynamic_destination: String,
        aigc_disclosure_type: String,
        disclaimer_type: String,
        disclaimer_text: DisclaimerText,
        disclaimer_clickable_texts: Vec<DisclaimerLink>,
        brand_safety_postbid_partner: String,
        brand_safety_vast_url: String,
        viewability_postbid_partner: String,
        viewability_vast_url: String,
        /// An integer.
        tracking_pixel_id: u64,
        tracking_app_id: String,
        tracking_offline_event_set_ids: Vec<String>,
        impression_tracking_url: String,
        click_tracking_url: String,
        video_view_tracking_url: String,
    }
}

optional_fields! {
    /// A parameter appended to the landing page.
    struct UtmParam {
        key: String,
        value: String,
    }
}

optional_fields! {
    /// A disclaimer without a link.
    struct DisclaimerText {
        /// At most 90 characters.
        text: String,
    }
}

optional_fields! {
    /// A disclaimer with a link.
    struct DisclaimerLink {
        /// At most 90 characters.
        text: String,
        url: String,
    }
}

//! The Smart+ flow.

use domain::{
    Violation,
    deployment::{ObjectKind, Pending, PlannedStep, Reference},
};

use super::{
    super::super::{
        config::AdGroup,
        wire::{
            AdConfiguration, AdText, CallToAction, Creative, CreativeEntry, CreativeInfo, ImageInfo, LandingPage,
            MusicInfo, OperationStatus, PageEntry, SmartPlusAdCreate, SmartPlusAdGroupCreate, SmartPlusCampaignCreate,
            SmartPlusCampaignFields, TrackingInfo, VideoInfo,
        },
    },
    CAMPAIGN, Maker, Place, ad_fields, request_id,
};

/// `POST /smart_plus/campaign/create/`.
pub(super) fn campaign(maker: &Maker<'_>) -> Result<PlannedStep, Violation> {
    let name = &maker.plan.brief.ticket.name;
    let fields = SmartPlusCampaignFields {
        // TikTok's default here is true, the manual flow's is false: a ticket means the same in both.
        budget_optimize_on: Some(maker.plan.shares_budget()),
        ..maker.campaign()?
    };
    let body = SmartPlusCampaignCreate {
        advertiser_id: maker.advertiser.to_owned(),
        request_id: Pending,
        campaign_name: name.clone(),
        operation_status: OperationStatus::Disable,
        fields,
    };
    Ok(maker.step(CAMPAIGN, ObjectKind::Campaign, name, "/smart_plus/campaign/create/", body, None, vec![request_id()]))
}

/// `POST /smart_plus/adgroup/create/`.
pub(super) fn ad_group(
    maker: &Maker<'_>,
    group: &AdGroup<'_>,
    key: &str,
    name: &str,
) -> Result<PlannedStep, Violation> {
    let body = SmartPlusAdGroupCreate {
        advertiser_id: maker.advertiser.to_owned(),
        request_id: Pending,
        campaign_id: Pending,
        adgroup_name: name.to_owned(),
        operation_status: OperationStatus::Disable,
        targeting_spec: maker.ad_group(group)?,
        fields: maker.ad_group(group)?,
    };
    let references = vec![Reference::id_of(CAMPAIGN, "/campaign_id"), request_id()];
    Ok(maker.step(key, ObjectKind::AdSet, name, "/smart_plus/adgroup/create/", body, Some(CAMPAIGN), references))
}

/// `POST /smart_plus/ad/create/`: an ad of the manual flow, as lists of one.
pub(super) fn ad(
    maker: &Maker<'_>,
    group: &AdGroup<'_>,
    index: usize,
    place: &Place<'_>,
) -> Result<PlannedStep, Violation> {
    let ad: Creative = ad_fields(group, index)?;
    let body = SmartPlusAdCreate {
        advertiser_id: maker.advertiser.to_owned(),
        adgroup_id: Pending,
        ad_name: place.name.to_owned(),
        operation_status: OperationStatus::Disable,
        ad_text_list: ad.ad_text.iter().cloned().map(|ad_text| AdText { ad_text }).collect(),
        call_to_action_list: ad
            .call_to_action
            .iter()
            .cloned()
            .map(|call_to_action| CallToAction { call_to_action })
            .collect(),
        landing_page_url_list: ad
            .landing_page_url
            .iter()
            .cloned()
            .map(|landing_page_url| LandingPage { landing_page_url })
            .collect(),
        page_list: ad.page_id.iter().map(|id| PageEntry { page_id: id.to_string() }).collect(),
        ad_configuration: configuration(&ad),
        creative_list: vec![CreativeEntry { creative_info: creative(ad) }],
    };
    let references = vec![Reference::id_of(place.parent, "/adgroup_id")];
    Ok(maker.step(
        &place.key,
        ObjectKind::Ad,
        place.name,
        "/smart_plus/ad/create/",
        body,
        Some(place.parent),
        references,
    ))
}

fn creative(ad: Creative) -> CreativeInfo {
    CreativeInfo {
        ad_format: ad.ad_format,
        identity_type: ad.identity_type,
        identity_id: ad.identity_id,
        identity_authorized_bc_id: ad.identity_authorized_bc_id,
        tiktok_item_id: ad.tiktok_item_id,
        video_info: ad.video_id.map(|video_id| VideoInfo { video_id }),
        image_info: ad.image_ids.map(|ids| ids.into_iter().map(|web_uri| ImageInfo { web_uri }).collect()),
        music_info: ad.music_id.map(|music_id| MusicInfo { music_id }),
        aigc_disclosure_type: ad.aigc_disclosure_type,
    }
}

fn configuration(ad: &Creative) -> Option<AdConfiguration> {
    let tracking = TrackingInfo {
        tracking_app_id: ad.tracking_app_id.clone(),
        impression_tracking_url: ad.impression_tracking_url.clone(),
        click_tracking_url: ad.click_tracking_url.clone(),
    };
    let configuration = AdConfiguration {
        call_to_action_id: ad.call_to_action_id.clone(),
        dark_post_status: ad.dark_post_status.clone(),
        fallback_type: ad.fallback_type.clone(),
        product_set_id: ad.product_set_id.clone(),
        product_specific_type: ad.product_specific_type.clone(),
        tracking_info: (tracking != TrackingInfo::default()).then_some(tracking),
    };
    (configuration != AdConfiguration::default()).then_some(configuration)
}

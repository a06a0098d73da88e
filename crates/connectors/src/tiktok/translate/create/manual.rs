//! The manual flow.

use domain::{
    Violation,
    deployment::{ObjectKind, Pending, PlannedStep, Reference},
};

use super::{
    super::super::{
        config::AdGroup,
        wire::{AdCreate, AdGroupCreate, CampaignCreate, OperationStatus},
    },
    CAMPAIGN, Maker, Place, ad_fields, request_id,
};

/// `POST /campaign/create/`.
pub(super) fn campaign(maker: &Maker<'_>) -> Result<PlannedStep, Violation> {
    let name = &maker.plan.brief.ticket.name;
    let body = CampaignCreate {
        advertiser_id: maker.advertiser.to_owned(),
        campaign_name: name.clone(),
        operation_status: OperationStatus::Disable,
        request_id: Pending,
        fields: maker.campaign()?,
    };
    Ok(maker.step(CAMPAIGN, ObjectKind::Campaign, name, "/campaign/create/", body, None, vec![request_id()]))
}

/// `POST /adgroup/create/`.
pub(super) fn ad_group(
    maker: &Maker<'_>,
    group: &AdGroup<'_>,
    key: &str,
    name: &str,
) -> Result<PlannedStep, Violation> {
    let body = AdGroupCreate {
        advertiser_id: maker.advertiser.to_owned(),
        campaign_id: Pending,
        adgroup_name: name.to_owned(),
        operation_status: OperationStatus::Disable,
        request_id: Pending,
        fields: maker.ad_group(group)?,
    };
    let references = vec![Reference::id_of(CAMPAIGN, "/campaign_id"), request_id()];
    Ok(maker.step(key, ObjectKind::AdSet, name, "/adgroup/create/", body, Some(CAMPAIGN), references))
}

/// `POST /ad/create/`.
pub(super) fn ad(
    maker: &Maker<'_>,
    group: &AdGroup<'_>,
    index: usize,
    place: &Place<'_>,
) -> Result<PlannedStep, Violation> {
    let body = AdCreate::one(maker.advertiser.to_owned(), place.name.to_owned(), ad_fields(group, index)?);
    let references = vec![Reference::id_of(place.parent, "/adgroup_id")];
    Ok(maker.step(&place.key, ObjectKind::Ad, place.name, "/ad/create/", body, Some(place.parent), references))
}

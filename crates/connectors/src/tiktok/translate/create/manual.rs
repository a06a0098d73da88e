//! The manual flow.

use domain::{
    Fault,
    deployment::{ObjectKind, PlannedStep, step::id_of},
};

use super::{
    super::super::{
        config::AdGroup,
        wire::{AdCreate, AdGroupCreate, CampaignCreate, OperationStatus},
    },
    CAMPAIGN, Maker, Place, ad_fields, request_id,
};

/// `POST /campaign/create/`.
pub(super) fn campaign(maker: &Maker<'_>) -> Result<PlannedStep, Fault> {
    let name = &maker.plan.brief.ticket.name;
    let body = CampaignCreate {
        advertiser_id: maker.advertiser.to_owned(),
        campaign_name: name.clone(),
        operation_status: OperationStatus::Disable,
        request_id: request_id(),
        fields: maker.campaign()?,
    };
    Ok(maker.step(CAMPAIGN, ObjectKind::Campaign, name, "/campaign/create/", body, None))
}

/// `POST /adgroup/create/`.
pub(super) fn ad_group(maker: &Maker<'_>, group: &AdGroup<'_>, key: &str, name: &str) -> Result<PlannedStep, Fault> {
    let body = AdGroupCreate {
        advertiser_id: maker.advertiser.to_owned(),
        campaign_id: id_of(CAMPAIGN),
        adgroup_name: name.to_owned(),
        operation_status: OperationStatus::Disable,
        request_id: request_id(),
        fields: maker.ad_group(group)?,
    };
    Ok(maker.step(key, ObjectKind::AdSet, name, "/adgroup/create/", body, Some(CAMPAIGN)))
}

/// `POST /ad/create/`.
pub(super) fn ad(
    maker: &Maker<'_>,
    group: &AdGroup<'_>,
    index: usize,
    place: &Place<'_>,
) -> Result<PlannedStep, Fault> {
    let body = AdCreate::one(
        maker.advertiser.to_owned(),
        id_of(place.parent),
        place.name.to_owned(),
        ad_fields(group, index)?,
    );
    Ok(maker.step(&place.key, ObjectKind::Ad, place.name, "/ad/create/", body, Some(place.parent)))
}
